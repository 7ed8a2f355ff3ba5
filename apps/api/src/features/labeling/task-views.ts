import type { LeasedTask, ReviewView, TaskItem, TaskPrediction, TaskView } from '@jeoul/shared/labeling/contract';
import { recoverObfuscated } from '@jeoul/ml/obfuscation';
import { explainText } from '@jeoul/ml/text-classifier';
import { findPersonalData, maskSpans } from '@jeoul/shared/labeling/personal-data';
import type { Champion } from '../../lib/champions.ts';
import { proposalsOf } from '../../lib/proposals.ts';
import type { ClaimedRow } from './labeling.queries.ts';
import { type ReviewTaskRow, type TaskRow, textOf } from './task-items.ts';

const shownScores = 9;

/** A task as the page shows it: its item, and what the champion makes of it with the spans that moved it. */
export function taskView(row: TaskRow, champion: Champion | null): TaskView {
  return {
    taskId: row.taskId,
    createdAt: row.createdAt.toISOString(),
    item: itemView(row),
    prediction: champion === null ? null : predictionOf(champion, textOf(row)),
  };
}

/** The same with the lease it is held by. */
export function leasedTask(
  row: TaskRow,
  lease: Pick<ClaimedRow, 'fence' | 'leaseExpiresAt'>,
  champion: Champion | null,
): LeasedTask {
  return { ...taskView(row, champion), fence: lease.fence, leaseExpiresAt: lease.leaseExpiresAt.toISOString() };
}

function itemView(row: TaskRow): TaskItem {
  if (row.itemKind === 'review') return reviewView(row);
  const { itemId: id, name, options, priceKrw, weeklyOrders, storeId, storeName, district, labelKey } = row;
  return {
    kind: 'menu_item',
    id,
    name,
    options,
    priceKrw,
    weeklyOrders,
    storeId,
    storeName,
    district,
    currentLabelKey: labelKey,
  };
}

/** A review without what would tell who somebody is: that leaves the server only when asked for (personal-data.service.ts). */
function reviewView(row: ReviewTaskRow): ReviewView {
  const { text, stars, menuText, writtenAt, storeId, storeName, district, weeklyOrders, visibility, mayHurt } = row;
  const personal = findPersonalData(text);
  return {
    kind: 'review',
    id: row.itemId,
    name: stars === null ? storeName : `★${stars} ${storeName}`,
    text: maskSpans(text, personal),
    personal,
    recovered: recoverObfuscated(text).map(({ start, end, recovered }) => ({ start, end, recovered })),
    stars,
    menuText,
    writtenAt: writtenAt?.toISOString() ?? null,
    storeId,
    storeName,
    district,
    weeklyOrders,
    visibility,
    mayHurt,
  };
}

/** The champion's best labels for a text, and why it proposes what it does; null when it has none to offer. */
export function predictionOf({ model, modelVersionId, number }: Champion, text: string): TaskPrediction | null {
  const [proposal] = proposalsOf(model, [text], { top: shownScores });
  const best = proposal?.scores[0];
  if (!proposal || !best) return null;
  const spansFor = (labelKey: string) => explainText(model, text, labelKey).spans;
  const { scores } = proposal;
  const shown = { modelVersionId, modelNumber: number, scores, spans: spansFor(best.labelKey) };
  if (model.kind !== 'multi') return shown;
  return { ...shown, proposed: proposal.labelKeys.map((labelKey) => ({ labelKey, spans: spansFor(labelKey) })) };
}
