import { TRPCClientError } from '@trpc/client';
import { t } from 'i18next';
import { serverErrorOf } from './trpc.ts';

export type ErrorText = {
  text: string;
  /** To report with; only for faults of the server's own. */
  requestId: string | null;
  /** The call never reached the server. */
  isUnreachable: boolean;
};

/** A part of the page that could not be fetched; browsers have no better sign of it than these words. */
function isScriptLost(failure: unknown): boolean {
  return failure instanceof TypeError && /dynamically imported module|importing a module script/i.test(failure.message);
}

/** Whether the server knows no such thing, or says that nothing could be named like this. */
export function isMissing(failure: unknown): boolean {
  const code = serverErrorOf(failure)?.code;
  return code === 'NOT_FOUND' || code === 'INVALID_INPUT';
}

/** Any failure in the words of the page: what happened, what was kept, what to do. */
export function describeError(failure: unknown): ErrorText {
  const known = serverErrorOf(failure);
  if (known) {
    const isServerFault = known.code === 'INTERNAL';
    const text = t(`error.${known.code}`, known.params);
    return { text, requestId: isServerFault ? known.requestId : null, isUnreachable: false };
  }
  if (failure instanceof TRPCClientError || isScriptLost(failure)) {
    return { text: t('shell.unreachableBody'), requestId: null, isUnreachable: true };
  }
  return { text: t('shell.crashedBody'), requestId: null, isUnreachable: false };
}
