import type { ErrorCode, ErrorParams } from '@jeoul/shared/platform/error-codes';
import { TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';

const httpMeaning: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  INVALID_INPUT: 'BAD_REQUEST',
  CONFLICT: 'CONFLICT',
  LEASE_LOST: 'CONFLICT',
  ALREADY_DECIDED: 'CONFLICT',
  UNDO_TOO_LATE: 'CONFLICT',
  STALE_VERSION: 'CONFLICT',
  TOO_FEW_RESOLUTIONS: 'PRECONDITION_FAILED',
  ALREADY_RUNNING: 'CONFLICT',
  FILE_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  FILE_UNREADABLE: 'BAD_REQUEST',
  COLUMN_MISSING: 'BAD_REQUEST',
  RATE_LIMITED: 'TOO_MANY_REQUESTS',
  CROSS_ORIGIN: 'FORBIDDEN',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
};

/** A failure the console can word: one of the closed set of codes, with what was wrong, where, and what to do as parameters. */
export class JeoulError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'JeoulError';
    this.code = code;
    this.params = params;
  }
}

/** The tRPC error of a JeoulError, with the HTTP meaning its code has. */
export function toTrpcError(error: JeoulError): TRPCError {
  return new TRPCError({ code: httpMeaning[error.code], message: error.code, cause: error });
}

/** The HTTP status of a JeoulError, outside tRPC. */
export function httpStatusOf(error: JeoulError): number {
  return getHTTPStatusCodeFromError(toTrpcError(error));
}

/** The JeoulError inside a tRPC error; anything unknown becomes INTERNAL, whose details stay in the log. */
export function fromTrpcError(error: TRPCError): JeoulError {
  if (error.cause instanceof JeoulError) return error.cause;
  switch (error.code) {
    case 'BAD_REQUEST':
    case 'PARSE_ERROR':
      return new JeoulError('INVALID_INPUT', { detail: firstIssue(error) });
    case 'NOT_FOUND':
    case 'METHOD_NOT_SUPPORTED':
      return new JeoulError('NOT_FOUND');
    case 'UNAUTHORIZED':
      return new JeoulError('UNAUTHENTICATED');
    case 'FORBIDDEN':
      return new JeoulError('FORBIDDEN');
    default:
      return new JeoulError('INTERNAL');
  }
}

/** Where in the input the first problem is, and what it is. */
function firstIssue(error: TRPCError): string {
  const cause: unknown = error.cause;
  if (typeof cause === 'object' && cause !== null && 'issues' in cause && Array.isArray(cause.issues)) {
    const issue = cause.issues[0] as { path?: unknown[]; message?: string } | undefined;
    if (issue) return `${(issue.path ?? []).join('.')}: ${issue.message ?? ''}`;
  }
  return '';
}
