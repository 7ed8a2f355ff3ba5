import { z } from 'zod';
import { skipReasons } from './contract.ts';

/** What of a queue is listed: `open` is all that waits, `held` what somebody has under the hand, `deferred` what was put off. */
export const taskStates = ['open', 'held', 'deferred', 'resolved'] as const;
export type TaskState = (typeof taskStates)[number];
/** `escalated` is what was passed up and waits for who may adjudicate. */
export const taskStateFilters = [...taskStates, 'escalated'] as const;
export type TaskStateFilter = (typeof taskStateFilters)[number];

/** By the queue's limit: waiting longer than it allows, or such that will within 24 hours. */
export const dueFilters = ['past', 'soon'] as const;
export type DueFilter = (typeof dueFilters)[number];

/** How a decision ended: the model's answer or another, passed on, passed up, or taken back. */
export const decisionKinds = ['accepted', 'corrected', 'skipped', 'escalated', 'undone'] as const;
export type DecisionKind = (typeof decisionKinds)[number];
/**
 * Besides: `answered` stands and answers its task, `proposed` does so where the model proposed something, `shared` where
 * somebody else's answer to the same task stands too, `upheld` and `overruled` where the resolution is somebody else's.
 */
export const decisionKindFilters = [
  ...decisionKinds,
  'answered',
  'proposed',
  'shared',
  'compared',
  'upheld',
  'overruled',
] as const;
export type DecisionKindFilter = (typeof decisionKindFilters)[number];

/** Orders that an index keeps; a minus is the greatest or newest first. */
export const taskSorts = ['-priority', 'priority', 'created', '-created', 'probability', '-probability'] as const;
export type TaskSort = (typeof taskSorts)[number];
export const decisionSorts = ['-decided', 'decided'] as const;
export type DecisionSort = (typeof decisionSorts)[number];

const share = z.number().min(0).max(1).optional();
const moment = z.iso.datetime({ offset: true }).optional();
const words = z.string().trim().min(1).max(100).optional();
const labelKey = z.string().min(1).max(200).optional();

/** What both lists can be narrowed by; texts match by syllable, jamo or initial consonants. */
const common = {
  queueKey: z.string().min(1).max(60),
  /** A label or a family of labels as the model sees it. */
  predicted: labelKey,
  probabilityFrom: share,
  probabilityTo: share,
  /** In the item's name or text. */
  text: words,
  /** In the store's name. */
  store: words,
  district: words,
};

export const taskFilter = z.object({
  ...common,
  state: z.enum(taskStateFilters).default('open'),
  due: z.enum(dueFilters).optional(),
  createdFrom: moment,
  createdTo: moment,
});
export type TaskFilter = z.output<typeof taskFilter>;

export const decisionFilter = z.object({
  ...common,
  kind: z.enum(decisionKindFilters).optional(),
  /** What was chosen: a label or a family of labels. */
  chosen: labelKey,
  decidedBy: z.uuid().optional(),
  decidedFrom: moment,
  decidedTo: moment,
});
export type DecisionFilter = z.output<typeof decisionFilter>;

export const maxListPage = 200;
const paging = {
  /** Where the page before ended. */
  cursor: z.string().max(300).nullish(),
  limit: z.number().int().min(1).max(maxListPage).default(100),
};

export const taskListInput = taskFilter.extend({ sort: z.enum(taskSorts).default('-priority'), ...paging });
export const decisionListInput = decisionFilter.extend({ sort: z.enum(decisionSorts).default('-decided'), ...paging });

type ListedItem = {
  taskId: string;
  itemId: string;
  text: string;
  storeName: string;
  district: string | null;
  weeklyOrders: number;
  predictedLabelKey: string | null;
  probability: number | null;
};

export type ListedTask = ListedItem & {
  state: TaskState;
  priority: number;
  createdAt: string;
  /** Who has it under the hand. */
  holder: string | null;
  resolvedAt: string | null;
  /** The resolution that stands. */
  labelKey: string | null;
  decidedBy: string | null;
};

export type ListedDecision = ListedItem & {
  decisionId: string;
  kind: DecisionKind;
  labelKey: string | null;
  skipReason: string | null;
  decidedBy: string;
  decidedAt: string;
  undoneAt: string | null;
  durationMs: number;
};

/**
 * One page. `next` is null at the end. A page may hold fewer rows than asked for, even none, and still not be the last:
 * what no index finds is looked for a stretch at a time, so that no page takes long.
 */
export type ListPage<Row> = {
  rows: Row[];
  next: string | null;
  /** About how many rows the filter finds, by the database's own statistics; on the first page only. */
  estimate: number | null;
};

/** What happened to one task, oldest first: what people decided, and every row of the audit that names it. */
export type TaskHistory = {
  decisions: ListedDecision[];
  audit: { id: string; at: string; actor: string | null; action: string; seq: string | null }[];
};

/** A choice of tasks is made by hand: more than this is a change of the model or the label set, not of tasks. */
export const maxBatch = 500;
const chosenTasks = z.object({ queueKey: z.string().min(1).max(60), taskIds: z.array(z.uuid()).min(1).max(maxBatch) });
export const batchPreviewInput = chosenTasks;

/** What a batch would touch. Tasks somebody has under the hand, and such that are decided, are left alone. */
export type BatchPreview = {
  tasks: number;
  held: number;
  resolved: number;
  items: number;
  stores: number;
  weeklyOrders: number;
};

/** One answer to many tasks, undone as one. `batchId` is made by the page: the same one sent again does nothing more. */
export const batchInput = chosenTasks
  .extend({
    batchId: z.uuid(),
    labelKey: z.string().min(1).max(200).nullable(),
    skipReason: z.enum(skipReasons).nullable(),
  })
  .refine((batch) => (batch.labelKey === null) !== (batch.skipReason === null), {
    message: 'either a label or a reason to skip',
  });
export type BatchInput = z.output<typeof batchInput>;

export type BatchOutcome = { batchId: string; decided: number; refused: number };
export type BatchUndoOutcome = { undone: number; tooLate: number };

export const exportFormats = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What was handed out by an export, once it is complete. */
export type ExportReceipt = { rows: number; bytes: number; sha256: string; finishedAt: string };

/** The page a view is of: views of one page are not offered on another. */
export const viewPage = z.string().regex(/^[a-z-]{1,40}$/);
/** A named state of a list: the part of its address that holds filters, order and columns. */
export const savedView = z.object({
  page: viewPage,
  name: z.string().trim().min(1).max(60),
  search: z.record(z.string().max(40), z.json()).refine((search) => JSON.stringify(search).length <= 4_000),
});
