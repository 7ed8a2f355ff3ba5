import type { z } from 'zod';
import { JeoulError } from './errors.ts';

/** A value read by its schema; throws INVALID_INPUT that names the first thing wrong. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new JeoulError('INVALID_INPUT', { detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
}
