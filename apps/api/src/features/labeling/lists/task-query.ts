import type { DueFilter, TaskFilter, TaskSort } from '@jeoul/shared/labeling/lists';
import type { Conditions } from './conditions.ts';
import type { ItemFilter } from './item-filter.ts';
import { itemJoins } from './item-joins.ts';
import type { ListOrder, ListQuery } from './page.ts';

type TaskQueryInput = {
  queueId: string;
  kind: string;
  slaMinutes: number;
  filter: TaskFilter & { sort: TaskSort };
  item: ItemFilter;
  predicted: string[] | null;
};

/** Each has its index (packages/db/prisma/schema.prisma, model Task). */
const orders: Record<TaskSort, ListOrder> = {
  '-priority': { column: 'priority', type: 'real', isDescending: true, isIdDescending: false },
  priority: { column: 'priority', type: 'real', isDescending: false, isIdDescending: true },
  created: { column: 'created_at', type: 'timestamptz', isDescending: false, isIdDescending: false },
  '-created': { column: 'created_at', type: 'timestamptz', isDescending: true, isIdDescending: true },
  probability: { column: 'top_probability', type: 'real', isDescending: false, isIdDescending: false },
  '-probability': { column: 'top_probability', type: 'real', isDescending: true, isIdDescending: true },
};

/** How a filter on tasks is put to the database. Ordered by probability, tasks that no model has scored are left out. */
export function taskQuery({ queueId, kind, slaMinutes, filter, item, predicted }: TaskQueryInput): ListQuery {
  // What is done has no place in the queue any more: it is listed by age instead.
  const isPlaceless = filter.state === 'resolved' && orders[filter.sort].column === 'priority';
  const order = orders[isPlaceless ? '-created' : filter.sort];
  // An answer to a review is any number of labels in one word.
  const held = kind === 'review' ? predicted : null;
  return {
    from: 'tasks t',
    alias: 't',
    order,
    addIndexed(conditions) {
      conditions.add('t.queue_id = ?::uuid', queueId);
      addState(conditions, filter.state);
      if (filter.due) addDue(conditions, filter.due, slaMinutes);
      if (order.column === 'top_probability') conditions.add('t.top_probability IS NOT NULL');
      if (predicted && !held) conditions.addKeys('t.top_label_key', predicted);
      if (filter.probabilityFrom !== undefined) conditions.add('t.top_probability >= ?::real', filter.probabilityFrom);
      if (filter.probabilityTo !== undefined) conditions.add('t.top_probability <= ?::real', filter.probabilityTo);
      if (filter.createdFrom !== undefined) conditions.add('t.created_at >= ?::timestamptz', filter.createdFrom);
      if (filter.createdTo !== undefined) conditions.add('t.created_at < ?::timestamptz', filter.createdTo);
      if (item.candidates) conditions.add('t.item_id = ANY(?::uuid[])', item.candidates);
    },
    tested:
      item.addTo === null && held === null
        ? null
        : {
            joins: item.addTo ? itemJoins(kind, 't') : '',
            addTo(conditions) {
              item.addTo?.(conditions);
              if (held) conditions.addHeld('t.top_label_key', held);
            },
          },
  };
}

function addState(conditions: Conditions, state: TaskFilter['state']): void {
  conditions.add('t.state = ?', state === 'resolved' ? 'resolved' : 'open');
  if (state === 'held') conditions.add('t.lease_holder_id IS NOT NULL AND t.lease_expires_at > now()');
  if (state === 'deferred') conditions.add('t.deferred_until > now()');
  if (state === 'escalated') conditions.add('t.escalated_at IS NOT NULL');
}

/** By age alone, which the index on it finds. */
function addDue(conditions: Conditions, due: DueFilter, slaMinutes: number): void {
  const limit = 'now() - make_interval(mins => ?::int)';
  if (due === 'past') conditions.add(`t.created_at < ${limit}`, slaMinutes);
  else {
    const isWithinADay = `t.created_at >= ${limit} AND t.created_at < ${limit} + interval '24 hours'`;
    conditions.add(isWithinADay, slaMinutes, slaMinutes);
  }
}
