import type { error as ko } from '../ko/error.ts';
import type { Localized } from '../localized.ts';

export const error: Localized<typeof ko> = {
  UNAUTHENTICATED: 'You have been signed out. Sign in again and you return to where you were.',
  FORBIDDEN: 'You are not permitted to do this. Ask an administrator.',
  NOT_FOUND: 'There is nothing here. It may have been deleted or moved.',
  INVALID_INPUT: 'Please check what you entered. Nothing was saved.',
  CONFLICT: 'Somebody else changed this first. What you entered is kept.',
  LEASE_LOST: 'Your time on this task ran out and it went to somebody else. Your answer is kept.',
  ALREADY_DECIDED: 'This task has been decided already. Your answer is kept.',
  UNDO_TOO_LATE: 'This has taken effect and can no longer be undone. Decide it anew.',
  STALE_VERSION: 'What you were looking at has changed. Compare with what is live, then save again.',
  TOO_FEW_RESOLUTIONS: 'There are not enough resolutions to train on yet.',
  ALREADY_RUNNING: 'The same work is already running. Try again when it is done.',
  FILE_TOO_LARGE: 'The file is too large. Please split it.',
  FILE_UNREADABLE: 'The file could not be read. Check its format and encoding.',
  COLUMN_MISSING: 'The file lacks a column that is needed. Check the column names.',
  RATE_LIMITED: 'Too many requests. Please wait a moment and try again.',
  CROSS_ORIGIN: 'The request came from another site and was refused. Try again in this window.',
  INTERNAL: 'Something went wrong on the server. If it happens again, report the request number.',
};
