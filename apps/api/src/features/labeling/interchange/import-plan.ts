import type { ImportTally } from './import-tally.ts';
import type { FileDecision } from './read-task.ts';
import { resolvingVote } from './votes.ts';

/** A task as it stands here. */
export type StandingTask = { taskId: string; state: string; standingKey: string | null };
/** A decision of a file's id that is here already. */
export type KnownDecision = { id: string; taskId: string; answerKey: string | null; skipReason: string | null };

export type TaskPlan = {
  store: FileDecision[];
  /** Which of them the task is resolved by. */
  resolvedBy: string | null;
  /** One of them passes the task up, and none resolves it. */
  isPassedUp: boolean;
};

/**
 * What an import does with a task: stores what is new, and resolves an open task as the votes say. A task that is resolved
 * here stays as it is; who said otherwise in the file is left out with a warning.
 */
export function planTask(
  { index, task, decisions }: { index: number; task: StandingTask; decisions: readonly FileDecision[] },
  known: ReadonlyMap<string, KnownDecision>,
  tally: ImportTally,
): TaskPlan {
  const fresh = decisions.filter((decision) => !isKnown(decision));
  if (task.state !== 'open') {
    for (const { name, answerKey } of fresh) {
      if (answerKey === task.standingKey) tally.add({ decisionsKnown: 1 });
      else {
        tally.add({ decisionsLeftOut: 1 });
        tally.warn({ index, annotation: name, reason: 'resolved_here', value: task.standingKey });
      }
    }
    return { store: [], resolvedBy: null, isPassedUp: false };
  }
  const votes = fresh.flatMap(({ decisionId, answerKey, isGroundTruth, completedBy: { id, email } }) =>
    answerKey === null ? [] : [{ decisionId, answerKey, isGroundTruth, voter: email ?? id }],
  );
  const winner = resolvingVote(votes);
  if (winner === null) {
    const keys = [...new Set(votes.map(({ answerKey }) => answerKey))];
    tally.add({ ties: 1 });
    tally.warn({ index, reason: 'tie', value: keys.join(' / ') });
  }
  const resolvedBy = winner?.decisionId ?? null;
  tally.add({
    decisionsStored: fresh.filter(({ skipReason }) => skipReason === null).length,
    skipsStored: fresh.filter(({ skipReason }) => skipReason !== null).length,
    resolutions: resolvedBy === null ? 0 : 1,
    actionsNotDone: fresh.filter(
      ({ decisionId, answer }) => decisionId === resolvedBy && (answer?.action ?? 'keep') !== 'keep',
    ).length,
  });
  return {
    store: fresh,
    resolvedBy,
    isPassedUp: resolvedBy === null && fresh.some(({ answer }) => answer?.action === 'escalate'),
  };

  function isKnown(decision: FileDecision): boolean {
    const stored = known.get(decision.decisionId);
    if (!stored) return false;
    if (stored.taskId !== task.taskId) {
      const problem = { index, annotation: decision.name, value: decision.decisionId, suggestion: null };
      tally.refuseAnnotation({ ...problem, severity: 'rejected', reason: 'id_of_other_task' });
    } else if (stored.answerKey === decision.answerKey && stored.skipReason === decision.skipReason) {
      tally.add({ decisionsKnown: 1 });
    } else {
      tally.add({ decisionsLeftOut: 1 });
      tally.warn({ index, annotation: decision.name, reason: 'changed_since', value: stored.answerKey });
    }
    return true;
  }
}
