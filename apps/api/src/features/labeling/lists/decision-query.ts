import type { DecisionFilter, DecisionKindFilter, DecisionSort } from '@jeoul/shared/labeling/lists';
import type { Conditions } from './conditions.ts';
import type { ItemFilter } from './item-filter.ts';
import { itemJoins } from './item-joins.ts';
import type { ListQuery } from './page.ts';

type DecisionQueryInput = {
  queueId: string;
  kind: string;
  filter: DecisionFilter & { sort: DecisionSort };
  item: ItemFilter;
  predicted: string[] | null;
  chosen: string[] | null;
};

/** The resolution that stands is another person's; `says` compares it with the decision. */
const resolvedByAnother = (says: string) => `d.undone_at IS NULL AND d.label_key IS NOT NULL AND EXISTS (
  SELECT FROM resolutions r JOIN decisions o ON o.id = r.decision_id
  WHERE r.task_id = d.task_id AND r.revoked_at IS NULL AND o.user_id <> d.user_id AND ${says})`;

const kindSql: Record<DecisionKindFilter, string> = {
  accepted: 'd.undone_at IS NULL AND d.label_key = d.predicted_label_key',
  corrected: 'd.undone_at IS NULL AND d.label_key <> d.predicted_label_key',
  skipped: 'd.undone_at IS NULL AND d.skip_reason IS NOT NULL',
  escalated: 'd.undone_at IS NULL AND d.label_key IS NULL AND d.skip_reason IS NULL',
  undone: 'd.undone_at IS NOT NULL',
  answered: 'd.undone_at IS NULL AND d.label_key IS NOT NULL',
  proposed: 'd.undone_at IS NULL AND d.label_key IS NOT NULL AND d.predicted_label_key IS NOT NULL',
  shared: `d.undone_at IS NULL AND d.label_key IS NOT NULL AND EXISTS (
    SELECT FROM decisions o WHERE o.task_id = d.task_id AND o.user_id <> d.user_id AND o.undone_at IS NULL
      AND o.label_key IS NOT NULL)`,
  compared: resolvedByAnother('TRUE'),
  upheld: resolvedByAnother('r.label_key = d.label_key'),
  overruled: resolvedByAnother('r.label_key <> d.label_key'),
};

/** What several people answered is kept apart: the few of these kinds are found by it. */
const kindsOfOverlaps: readonly DecisionKindFilter[] = ['shared', 'compared', 'upheld', 'overruled'];

/** How a filter on decisions is put to the database: who, what and when by an index, the rest by looking. */
export function decisionQuery({ queueId, kind, filter, item, predicted, chosen }: DecisionQueryInput): ListQuery {
  const isDescending = filter.sort === '-decided';
  const tests: ((conditions: Conditions) => void)[] = [];
  if (filter.kind) tests.push((conditions) => conditions.add(kindSql[filter.kind ?? 'accepted']));
  // An answer to a review is any number of labels in one word.
  const isSeveral = kind === 'review';
  if (predicted && isSeveral) tests.push((conditions) => conditions.addHeld('d.predicted_label_key', predicted));
  else if (predicted) tests.push((conditions) => conditions.addKeys('d.predicted_label_key', predicted));
  if (chosen && isSeveral) tests.push((conditions) => conditions.addHeld('d.label_key', chosen));
  const { probabilityFrom: from, probabilityTo: to } = filter;
  if (from !== undefined) tests.push((conditions) => conditions.add('d.predicted_probability >= ?::real', from));
  if (to !== undefined) tests.push((conditions) => conditions.add('d.predicted_probability <= ?::real', to));
  if (item.addTo) tests.push(item.addTo);
  return {
    from: 'decisions d',
    alias: 'd',
    order: { column: 'decided_at', type: 'timestamptz', isDescending, isIdDescending: isDescending },
    addIndexed(conditions) {
      conditions.add('d.queue_id = ?::uuid', queueId);
      if (filter.decidedBy) conditions.add('d.user_id = ?::uuid', filter.decidedBy);
      if (chosen && !isSeveral) conditions.addKeys('d.label_key', chosen);
      if (filter.decidedFrom) conditions.add('d.decided_at >= ?::timestamptz', filter.decidedFrom);
      if (filter.decidedTo) conditions.add('d.decided_at < ?::timestamptz', filter.decidedTo);
      if (filter.kind && kindsOfOverlaps.includes(filter.kind)) {
        conditions.add('d.task_id IN (SELECT task_id FROM task_overlaps WHERE queue_id = ?::uuid)', queueId);
      }
      if (item.candidates) {
        conditions.add(
          'd.task_id IN (SELECT id FROM tasks WHERE queue_id = ?::uuid AND item_id = ANY(?::uuid[]))',
          queueId,
          item.candidates,
        );
      }
    },
    tested:
      tests.length === 0
        ? null
        : {
            joins: item.addTo ? `JOIN tasks t ON t.id = d.task_id ${itemJoins(kind, 't')}` : '',
            addTo: (conditions) => {
              for (const test of tests) test(conditions);
            },
          },
  };
}
