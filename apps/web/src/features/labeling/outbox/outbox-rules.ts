import type { DecisionOutcome, LeasedTask } from '@jeoul/shared/labeling/contract';
import type { Conflict, DecideEntry, OutboxEntry, RefusedEntry, UndoEntry } from './outbox-entry.ts';

/** What became of an entry, for the page that shows it. */
export type OutboxEvent =
  | { type: 'acknowledged'; entry: DecideEntry }
  | { type: 'refused'; entry: RefusedEntry }
  /** `task` is null when the task has gone on without this person. */
  | { type: 'undone'; entry: UndoEntry; task: LeasedTask | null }
  | { type: 'undo-refused'; entry: UndoEntry };

type Sendable = DecideEntry & { fence: number };

export type Batch =
  | { kind: 'decide'; entries: readonly Sendable[] }
  | { kind: 'undo'; entry: UndoEntry }
  /** A decision whose lease will never be known: what should have brought it is gone. */
  | { kind: 'stranded'; entry: DecideEntry };

type Step = { entries: readonly OutboxEntry[]; events: readonly OutboxEvent[] };

const isSendable = (entry: OutboxEntry | undefined): entry is Sendable =>
  entry?.kind === 'decide' && entry.fence !== null;

/** What is to be sent next: the decisions up to the next undo, at most `limit`, or one undo. Null when nothing waits. */
export function nextBatch(entries: readonly OutboxEntry[], limit: number): Batch | null {
  const waiting = entries.filter((entry) => entry.kind !== 'refused');
  const [first] = waiting;
  if (!first) return null;
  if (first.kind === 'undo') return { kind: 'undo', entry: first };
  const run: Sendable[] = [];
  for (const entry of waiting.slice(0, limit)) {
    if (!isSendable(entry)) break;
    run.push(entry);
  }
  return run.length > 0 ? { kind: 'decide', entries: run } : { kind: 'stranded', entry: first };
}

/**
 * Takes a decision back. One that was never sent is simply dropped and returned as `takenBack`. One that was tried may
 * have arrived though no answer came: an undo is put behind it.
 */
export function withUndo(
  entries: readonly OutboxEntry[],
  undo: UndoEntry,
  tried: ReadonlySet<string>,
): { entries: readonly OutboxEntry[]; takenBack: DecideEntry | null } {
  const unsent = entries.find((entry) => entry.kind === 'decide' && entry.decisionId === undo.decisionId);
  if (unsent?.kind === 'decide' && !tried.has(unsent.id)) {
    return { entries: entries.filter((entry) => entry !== unsent), takenBack: unsent };
  }
  return { entries: [...entries, undo], takenBack: null };
}

/** Puts the server's answers to a batch of decisions in: what it acknowledged is done with, what it refused is kept. */
export function afterOutcomes(entries: readonly OutboxEntry[], outcomes: readonly DecisionOutcome[]): Step {
  return outcomes.reduce<Step>(
    (step, outcome) => {
      const entry = step.entries.find((one) => one.kind === 'decide' && one.decisionId === outcome.decisionId);
      if (entry?.kind !== 'decide') return step;
      if (outcome.status === 'conflict') return refuse(step, entry, outcome);
      return {
        entries: step.entries.filter((one) => one !== entry),
        events: [...step.events, { type: 'acknowledged', entry }],
      };
    },
    { entries, events: [] },
  );
}

/** Puts an answered undo in: decisions on its task that waited for the new lease get it. */
export function afterUndo(entries: readonly OutboxEntry[], undo: UndoEntry, task: LeasedTask | null): Step {
  const rest = entries.filter((entry) => entry.id !== undo.id);
  if (task === null) return withoutLease(rest, undo, { type: 'undone', entry: undo, task });
  return {
    entries: rest.map((entry) =>
      entry.kind === 'decide' && entry.taskId === undo.taskId && entry.fence === null
        ? { ...entry, fence: task.fence }
        : entry,
    ),
    events: [{ type: 'undone', entry: undo, task }],
  };
}

/** Puts a refused undo in: the decision stands, and what was decided instead has no lease to be sent under. */
export function afterUndoRefused(entries: readonly OutboxEntry[], undo: UndoEntry): Step {
  const rest = entries.filter((entry) => entry.id !== undo.id);
  return withoutLease(rest, undo, { type: 'undo-refused', entry: undo });
}

/** A decision that can't be sent any more is kept as refused, with the reason. */
export function afterStranded(entries: readonly OutboxEntry[], entry: DecideEntry): Step {
  return refuse({ entries, events: [] }, entry, unknownConflict(entry, 'LEASE_LOST'));
}

/** A decision the server can't read however often it is sent. */
export function afterUnreadable(entries: readonly OutboxEntry[], entry: DecideEntry): Step {
  return refuse({ entries, events: [] }, entry, unknownConflict(entry, 'INVALID_INPUT'));
}

function withoutLease(entries: readonly OutboxEntry[], undo: UndoEntry, event: OutboxEvent): Step {
  const orphan = entries.find(
    (entry) => entry.kind === 'decide' && entry.taskId === undo.taskId && entry.fence === null,
  );
  const step: Step = { entries, events: [event] };
  return orphan?.kind === 'decide' ? refuse(step, orphan, unknownConflict(orphan, 'LEASE_LOST')) : step;
}

/** Keeps a refused decision, and with it drops its undo; what was decided after that undo is refused alike. */
function refuse(step: Step, entry: DecideEntry, conflict: Conflict): Step {
  const refused: RefusedEntry = { ...entry, kind: 'refused', conflict };
  const undo = step.entries.find((one) => one.kind === 'undo' && one.decisionId === entry.decisionId);
  const events = [...step.events, { type: 'refused', entry: refused } as const];
  if (undo?.kind !== 'undo') {
    return { entries: step.entries.map((one) => (one === entry ? refused : one)), events };
  }
  // The operator had taken this answer back: only what they decided instead is worth showing beside what stands.
  const rest = step.entries.filter((one) => one !== entry && one !== undo);
  const later = rest.find((one) => one.kind === 'decide' && one.taskId === entry.taskId && one.fence === null);
  const withdrawn: Step = { entries: rest, events: [...step.events, { type: 'undo-refused', entry: undo }] };
  if (later?.kind !== 'decide') return withdrawn;
  return refuse(withdrawn, later, { ...conflict, decisionId: later.decisionId });
}

function unknownConflict(entry: DecideEntry, reason: Conflict['reason']): Conflict {
  return {
    decisionId: entry.decisionId,
    status: 'conflict',
    reason,
    decidedBy: null,
    decidedAt: null,
    standingLabelKey: null,
  };
}
