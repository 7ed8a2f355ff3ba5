import type { GivenLabel } from '@jeoul/shared/labeling/answers';
import { noticeGraceMinutes } from '@jeoul/shared/labeling/contract';
import type { Tx } from '@jeoul/db/client';
import { isHeard, tellChanges } from '../../lib/webhooks/outbox.ts';

export const labelChanged = 'menu_item.label_changed';

export type LabelChange = { itemId: string; labelKey: string | null; priorLabelKey: string | null };

/**
 * Owes the marketplace's systems a word on the labels that menu items have now, in the transaction that gave them, each
 * item once. What follows from a decision waits out the grace in which it can be undone; an undo itself is told at once.
 */
export async function tellOfLabels(
  tx: Tx,
  { changes, isAtOnce }: { changes: readonly LabelChange[]; isAtOnce: boolean },
): Promise<void> {
  const event = labelChanged;
  if (changes.length === 0 || !(await isHeard(tx, [event]))) return;
  const items = await tx.menuItem.findMany({
    where: { id: { in: changes.map(({ itemId }) => itemId) } },
    select: { id: true, externalId: true, name: true, store: { select: { externalId: true } } },
  });
  const byId = new Map(items.map((item) => [item.id, item]));
  await tellChanges(tx, {
    changes: changes.flatMap(({ itemId, labelKey, priorLabelKey }) => {
      const item = byId.get(itemId);
      if (!item) return [];
      const { externalId: menuItemId, name, store } = item;
      const payload = { menuItemId, storeId: store.externalId, name, labelKey };
      return [{ subject: `menu_item:${itemId}`, event, standing: labelKey, priorStanding: priorLabelKey, payload }];
    }),
    delayMinutes: isAtOnce ? 0 : noticeGraceMinutes,
  });
}

/** What is said of a review with polarity from now on, by which decision; null for nothing that stands. */
export type SaidChange = {
  reviewId: string;
  queueId: string;
  decisionId: string;
  labels: readonly GivenLabel[] | null;
};

/** The same for what reviews say of taste and texture, each queue's by itself. */
export async function tellOfSaid(
  tx: Tx,
  { changes, isAtOnce }: { changes: readonly SaidChange[]; isAtOnce: boolean },
): Promise<void> {
  const event = 'review.labels_changed';
  if (changes.length === 0 || !(await isHeard(tx, [event]))) return;
  const reviews = await tx.review.findMany({
    where: { id: { in: changes.map(({ reviewId }) => reviewId) } },
    select: { id: true, externalId: true, store: { select: { externalId: true } } },
  });
  const queues = await tx.queue.findMany({
    where: { id: { in: changes.map(({ queueId }) => queueId) } },
    select: { id: true, key: true },
  });
  await tellChanges(tx, {
    changes: changes.flatMap(({ reviewId, queueId, decisionId, labels }) => {
      const review = reviews.find(({ id }) => id === reviewId);
      const queue = queues.find(({ id }) => id === queueId);
      if (!review || !queue) return [];
      const isStanding = labels !== null;
      const payload = { reviewId: review.externalId, storeId: review.store.externalId, queue: queue.key, labels };
      return [
        {
          subject: `${queue.key}:${reviewId}`,
          event,
          standing: isStanding ? decisionId : null,
          priorStanding: isStanding ? null : decisionId,
          payload,
        },
      ];
    }),
    delayMinutes: isAtOnce ? 0 : noticeGraceMinutes,
  });
}
