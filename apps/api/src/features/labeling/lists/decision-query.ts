import type { DecisionFilter, DecisionKind, DecisionSort } from '@jeoul/shared/labeling/lists';
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

const kindSql: Record<DecisionKind, string> = {
  accepted: 'd.undone_at IS NULL AND d.label_key = d.predicted_label_key',
  corrected: 'd.undone_at IS NULL AND d.label_key <> d.predicted_label_key',
  skipped: 'd.undone_at IS NULL AND d.skip_reason IS NOT NULL',
  undone: 'd.undone_at IS NOT NULL',
};

/** How a filter on decisions is put to the database: who, what and when by an index, the rest by looking. */
export function decisionQuery({ queueId, kind, filter, item, predicted, chosen }: DecisionQueryInput): ListQuery {
  const isDescending = filter.sort === '-decided';
  const tests: ((conditions: Conditions) => void)[] = [];
  if (filter.kind) tests.push((conditions) => conditions.add(kindSql[filter.kind ?? 'accepted']));
  if (predicted) tests.push((conditions) => conditions.addKeys('d.predicted_label_key', predicted));
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
      if (chosen) conditions.addKeys('d.label_key', chosen);
      if (filter.decidedFrom) conditions.add('d.decided_at >= ?::timestamptz', filter.decidedFrom);
      if (filter.decidedTo) conditions.add('d.decided_at < ?::timestamptz', filter.decidedTo);
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
