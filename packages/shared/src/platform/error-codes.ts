/** The closed set of errors the console knows how to word. Each carries parameters that say what, where and what to do. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'CONFLICT',
  'LEASE_LOST',
  'ALREADY_DECIDED',
  'UNDO_TOO_LATE',
  'STALE_VERSION',
  'TOO_FEW_RESOLUTIONS',
  'ALREADY_RUNNING',
  'FILE_TOO_LARGE',
  'FILE_UNREADABLE',
  'COLUMN_MISSING',
  'RATE_LIMITED',
  'CROSS_ORIGIN',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type ErrorParams = Record<string, string | number | boolean | null>;

/** What every failed call carries beside its HTTP status. */
export type JeoulErrorData = { code: ErrorCode; params: ErrorParams; requestId: string };
