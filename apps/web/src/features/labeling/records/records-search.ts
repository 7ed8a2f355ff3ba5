import {
  type DecisionFilter,
  type DecisionSort,
  decisionKindFilters,
  decisionSorts,
  dueFilters,
  type TaskFilter,
  taskSorts,
  type TaskSort,
  taskStateFilters,
} from '@jeoul/shared/labeling/lists';
import { z } from 'zod';
import { sortParam } from '../../../components/table/sort.ts';

const words = z.string().trim().min(1).max(100).optional().catch(undefined);
const label = z.string().min(1).max(200).optional().catch(undefined);
const percent = z.number().int().min(0).max(100).optional().catch(undefined);
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .catch(undefined);

/** A list in the address: which one, its filters, order and columns, and the task that is open beside it. */
export const recordsSearch = z.object({
  view: z.enum(['decisions']).optional().catch(undefined),
  state: z.enum(taskStateFilters).optional().catch(undefined),
  due: z.enum(dueFilters).optional().catch(undefined),
  kind: z.enum(decisionKindFilters).optional().catch(undefined),
  predicted: label,
  chosen: label,
  from: percent,
  to: percent,
  text: words,
  store: words,
  district: words,
  /** Days in Seoul, both included: when a task came or a decision was made. */
  since: day,
  until: day,
  /** An hour in Seoul of the day `since`, from 0: the decisions made in it. */
  hour: z.number().int().min(0).max(23).optional().catch(undefined),
  mine: z.literal(true).optional().catch(undefined),
  /** Whose decisions, where they are not one's own. */
  by: z.uuid().optional().catch(undefined),
  sort: sortParam.optional().catch(undefined),
  hide: z.array(z.string().max(40)).max(20).optional().catch(undefined),
  task: z.uuid().optional().catch(undefined),
});
export type RecordsSearch = z.output<typeof recordsSearch>;
/** What narrows a list; all of it goes when the filters are cleared. */
export type RecordsFilter = Pick<RecordsSearch, (typeof filterKeys)[number]>;

export const filterKeys = [
  'state',
  'due',
  'kind',
  'predicted',
  'chosen',
  'from',
  'to',
  'text',
  'store',
  'district',
  'since',
  'until',
  'hour',
  'mine',
  'by',
] as const satisfies readonly (keyof RecordsSearch)[];

const hourMs = 3600 * 1000;
const dayMs = 24 * hourMs;
/** The start of a day in Seoul, which has no summer time. */
const startOf = (date: string) => new Date(`${date}T00:00:00+09:00`);
const endOf = (date: string) => new Date(startOf(date).getTime() + dayMs);

/** Leaves out what is not set: an input's optional fields may be missing but not undefined. */
function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Only keys whose values are undefined are gone, which the callers' optional fields allow.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function commonOf(queueKey: string, search: RecordsSearch) {
  const { predicted, from, to, text, store, district } = search;
  return {
    queueKey,
    predicted,
    probabilityFrom: from === undefined ? undefined : from / 100,
    probabilityTo: to === undefined ? undefined : to / 100,
    text,
    store,
    district,
  };
}

/** What the server is asked for a list of tasks. */
export function taskListOf(queueKey: string, search: RecordsSearch): TaskFilter & { sort: TaskSort } {
  const { state = 'open', due, since, until } = search;
  const sort = taskSorts.find((offered) => offered === search.sort) ?? '-priority';
  return present({
    ...commonOf(queueKey, search),
    state,
    due,
    createdFrom: since && startOf(since).toISOString(),
    createdTo: until && endOf(until).toISOString(),
    sort,
  });
}

/** When decisions were made: on days, or in one hour of a day. */
function decidedIn({ since, until, hour }: RecordsSearch) {
  if (since !== undefined && hour !== undefined) {
    const from = startOf(since).getTime() + hour * hourMs;
    return { decidedFrom: new Date(from).toISOString(), decidedTo: new Date(from + hourMs).toISOString() };
  }
  return {
    decidedFrom: since && startOf(since).toISOString(),
    decidedTo: until && endOf(until).toISOString(),
  };
}

/** What the server is asked for a list of decisions. */
export function decisionListOf(
  queueKey: string,
  search: RecordsSearch,
  ownId: string,
): DecisionFilter & { sort: DecisionSort } {
  const { kind, chosen, mine, by } = search;
  const sort = decisionSorts.find((offered) => offered === search.sort) ?? '-decided';
  return present({
    ...commonOf(queueKey, search),
    kind,
    chosen,
    decidedBy: mine ? ownId : by,
    ...decidedIn(search),
    sort,
  });
}

/** What is left out until somebody asks for it: what says nothing of these rows, and what a laptop has no room for. */
export function hiddenColumnsOf({ view, state = 'open', hide }: RecordsSearch): readonly string[] {
  if (hide) return hide;
  if (view === 'decisions') return ['district', 'duration', 'probability'];
  return state === 'resolved' ? ['priority', 'orders', 'district'] : ['priority', 'chosen'];
}
