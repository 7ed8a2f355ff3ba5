import { notFound } from '@tanstack/react-router';
import { isMissing } from './error-text.ts';

/**
 * For a route's loader: what the address names, or the not-found page when the server knows no such thing. Any other
 * failure stays one.
 */
export async function orNotFound<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  try {
    return await loading;
  } catch (error) {
    if (isMissing(error)) throw notFound();
    throw error;
  }
}
