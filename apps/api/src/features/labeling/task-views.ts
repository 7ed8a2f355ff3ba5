import type { LeasedTask, TaskPrediction, TaskView } from '@jeoul/shared/labeling/contract';
import { explainText, predictTexts } from '@jeoul/ml/text-classifier';
import type { Champion } from '../../lib/champions.ts';
import type { ClaimedRow, TaskRow } from './labeling.queries.ts';

const shownScores = 9;

/** A task as the page shows it: its item, and what the champion makes of it with the spans that moved it. */
export function taskView(row: TaskRow, champion: Champion | null): TaskView {
  return {
    taskId: row.taskId,
    createdAt: row.createdAt.toISOString(),
    item: {
      id: row.itemId,
      name: row.name,
      options: row.options,
      priceKrw: row.priceKrw,
      weeklyOrders: row.weeklyOrders,
      storeId: row.storeId,
      storeName: row.storeName,
      district: row.district,
      currentLabelKey: row.labelKey,
    },
    prediction: champion === null ? null : predictionOf(champion, row.name),
  };
}

/** The same with the lease it is held by. */
export function leasedTask(
  row: TaskRow & Pick<ClaimedRow, 'fence' | 'leaseExpiresAt'>,
  champion: Champion | null,
): LeasedTask {
  return { ...taskView(row, champion), fence: row.fence, leaseExpiresAt: row.leaseExpiresAt.toISOString() };
}

/** The champion's best labels for a text, and why the first of them; null when it has none to offer. */
export function predictionOf(champion: Champion, text: string): TaskPrediction | null {
  const [prediction] = predictTexts(champion.model, [text], { top: shownScores });
  const best = prediction?.scores[0];
  if (!prediction || !best) return null;
  return {
    modelVersionId: champion.modelVersionId,
    modelNumber: champion.number,
    scores: prediction.scores,
    spans: explainText(champion.model, text, best.labelKey).spans,
  };
}
