import type { BatchTouched, SimilarTask } from '@jeoul/shared/labeling/similar';
import type { TaskItem } from '@jeoul/shared/labeling/contract';

/** Which of the similar tasks are in, and which one the keys act on. */
export type SimilarChoice = { out: ReadonlySet<string>; cursor: number };

export const allIn: SimilarChoice = { out: new Set(), cursor: 0 };

export function toggled({ out, cursor }: SimilarChoice, taskId: string, at = cursor): SimilarChoice {
  const next = new Set(out);
  if (!next.delete(taskId)) next.add(taskId);
  return { out: next, cursor: at };
}

/** What a person should look at comes first: where the model proposes another label, then where the name differs most. */
export function inOrderOfDoubt(
  tasks: readonly SimilarTask[],
  { labelKey, name }: { labelKey: string; name: string },
): SimilarTask[] {
  const doubt = (task: SimilarTask) =>
    (isDiffering(task, labelKey) ? 1_000_000 : 0) +
    (task.name === name ? 0 : 1 + Math.abs(task.name.length - name.length));
  return tasks.toSorted((a, b) => doubt(b) - doubt(a));
}

/** The model proposes another label for it. */
export function isDiffering({ predictedLabelKey }: SimilarTask, labelKey: string): boolean {
  return predictedLabelKey !== null && predictedLabelKey !== labelKey;
}

/** What a batch of the item under the hand and these would touch. */
export function touchedBy(item: TaskItem, chosen: readonly SimilarTask[]): BatchTouched {
  return {
    tasks: chosen.length + 1,
    stores: new Set([item.storeId, ...chosen.map(({ storeId }) => storeId)]).size,
    weeklyOrders: chosen.reduce((sum, { weeklyOrders }) => sum + weeklyOrders, item.weeklyOrders),
  };
}
