import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { DecisionInput, DecisionOutcome, SkipReason, TaskView } from '@jeoul/shared/labeling/contract';

type Common = {
  /** Unique in this browser; what the entry is stored under. */
  id: string;
  /** Entries are sent in this order. */
  order: number;
  /** Whose it is: never sent under anybody else's session. */
  userId: string;
  queueKey: string;
  decisionId: string;
  taskId: string;
};

/** A decision that the server has not acknowledged yet. */
export type DecideEntry = Common & {
  kind: 'decide';
  /** Null as long as the undo before it, which brings the task's new lease, has not been answered. */
  fence: number | null;
  /** The answer key: what lists show and compare. Null for a skip, and for what is passed up. */
  labelKey: string | null;
  /** The whole answer where an item has any number of labels; left out where it has one. */
  answer?: GivenAnswer | null;
  /** Why it is passed up. */
  comment?: string;
  skipReason: SkipReason | null;
  /** What the model proposed first. */
  predictedLabelKey: string | null;
  durationMs: number;
  decidedAt: string;
  /** To show it by, and to put back on the page when it is undone. */
  task: TaskView;
};

/** The wish to take back a decision that was sent. */
export type UndoEntry = Common & { kind: 'undo' };

export type Conflict = Extract<DecisionOutcome, { status: 'conflict' }>;

/** A decision the server refused, kept with what stands instead until the operator has seen both. */
export type RefusedEntry = Omit<DecideEntry, 'kind'> & { kind: 'refused'; conflict: Conflict };

export type OutboxEntry = DecideEntry | UndoEntry | RefusedEntry;

/** What the server is told of a decision. */
export function decisionOf(entry: DecideEntry & { fence: number }): DecisionInput {
  const { decisionId, taskId, fence, labelKey, answer, comment, skipReason, durationMs } = entry;
  const given = answer ? { labelKey: null, answer, ...(comment === undefined ? {} : { comment }) } : { labelKey };
  return { decisionId, taskId, fence, ...given, skipReason, durationMs };
}
