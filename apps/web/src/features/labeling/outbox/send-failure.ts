import { serverErrorOf } from '../../../lib/trpc.ts';

/**
 * What a failed call means for what waits to be sent. `unreachable` and `failing` (the server answers, but with a fault of
 * its own): later, by itself. `signed-out`: once this person is
 * signed in again. `forbidden`: once the role allows it. `unreadable`: never, as it is. `refused`: the server has an
 * answer and it is no.
 */
export type SendFailure = 'unreachable' | 'failing' | 'signed-out' | 'forbidden' | 'unreadable' | 'refused';

export function sendFailureOf(error: unknown): SendFailure {
  const known = serverErrorOf(error);
  if (known === null) return 'unreachable';
  switch (known.code) {
    case 'UNAUTHENTICATED':
      return 'signed-out';
    case 'FORBIDDEN':
    case 'CROSS_ORIGIN':
      return 'forbidden';
    case 'INVALID_INPUT':
    case 'FILE_TOO_LARGE':
      return 'unreadable';
    case 'NOT_FOUND':
    case 'CONFLICT':
    case 'UNDO_TOO_LATE':
    case 'LEASE_LOST':
    case 'ALREADY_DECIDED':
      return 'refused';
    default:
      return 'failing';
  }
}

const firstMs = 500;
const longestMs = 15_000;

/** How long to wait before the next attempt after `failures` in a row: doubling, bounded, spread by `chance` of 0..1. */
export function retryDelayMs(failures: number, chance: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
  return full * (0.75 + chance / 2);
}
