import { z } from 'zod';
import {
  effectActions,
  givenAnswer,
  isPlainLabelKey,
  type EffectAction,
  type GivenAnswer,
  type PolicyReason,
} from './answers.ts';
import type { PersonalDataSpan } from './personal-data.ts';
import { canBePolar, type Polarity } from './polarity.ts';
import type { BatchTouched } from './similar.ts';

/** Why an operator passed a task on. `unsure` and `broken` send it to the back for everybody, `not_mine` to others only. */
export const skipReasons = ['unsure', 'not_mine', 'broken', 'later'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** How a queue puts its tasks in order. */
export const priorityRules = ['model-doubt', 'random', 'oldest'] as const;
export type PriorityRule = (typeof priorityRules)[number];

export const maxClaim = 50;

/** For so long a decision's notices wait before they leave: an undo until then withdraws them without a word. */
export const noticeGraceMinutes = 10;

/** How long a review stays blinded (임시조치). */
export const blindDays = 30;

export const claimInput = z.object({
  queueKey: z.string().min(1).max(100),
  count: z.number().int().min(0).max(maxClaim),
  /** Tasks the page already holds. Others the same person has just let go of (by a reload) are given back first. */
  holding: z.array(z.uuid()).max(200).default([]),
});

export const leaseRef = z.object({ taskId: z.uuid(), fence: z.number().int().min(1) });
export type LeaseRef = z.infer<typeof leaseRef>;

/**
 * Whom the page takes itself to be working for. Its session may be another person's by now (signed in from another
 * window): then nothing of it may be stored under that person's name, and the call is refused.
 */
export const actingAs = z.object({ asUserId: z.uuid().optional() });

export const leasesInput = z.object({ leases: z.array(leaseRef).max(200) });

/** With a grace the leases end that much later: whoever left may only be loading the page anew. */
export const releaseInput = leasesInput.extend({ graceSeconds: z.number().int().min(0).max(15).default(0) });

/**
 * One decision. `decisionId` is made by the page and is the idempotency key: the same id sent twice is stored once.
 * Either the task is answered, or skipped with a reason. An answer is `labelKey` where items have one label, and `answer`
 * in any queue; passing a task up (`escalate`) is an answer that needs a comment.
 */
export const decisionInput = z
  .object({
    decisionId: z.uuid(),
    taskId: z.uuid(),
    fence: z.number().int().min(1),
    labelKey: z.string().min(1).max(200).nullable(),
    answer: givenAnswer.optional(),
    skipReason: z.enum(skipReasons).nullable(),
    comment: z.string().max(2000).optional(),
    durationMs: z
      .number()
      .int()
      .min(0)
      .max(24 * 3600 * 1000),
  })
  .refine((d) => [d.labelKey !== null, d.answer !== undefined, d.skipReason !== null].filter(Boolean).length === 1, {
    message: 'either a label, an answer or a reason to skip',
  })
  .refine((d) => d.answer?.action !== 'escalate' || (d.comment ?? '').trim() !== '', {
    message: 'what is passed up needs a comment',
  });
export type DecisionInput = z.infer<typeof decisionInput>;

export const decideInput = z.object({ decisions: z.array(decisionInput).min(1).max(200) });
export const undoInput = z.object({ decisionId: z.uuid() });

/** What the server made of one decision. A conflict names what stands instead, so that the page can keep both answers. */
export type DecisionOutcome =
  | { decisionId: string; status: 'acknowledged' }
  | {
      decisionId: string;
      status: 'conflict';
      reason: 'LEASE_LOST' | 'ALREADY_DECIDED' | 'NOT_FOUND' | 'INVALID_INPUT';
      decidedBy: string | null;
      decidedAt: string | null;
      /** The answer key of what stands. */
      standingLabelKey: string | null;
    };

export type Span = { start: number; end: number; contribution: number };

export type TaskPrediction = {
  modelVersionId: string;
  modelNumber: number;
  scores: { labelKey: string; probability: number }[];
  /** What moved the first of them. */
  spans: Span[];
  /** Where an item has any number of labels: those proposed, with what moved each. */
  proposed?: { labelKey: string; spans: Span[] }[];
};

export type MenuItemView = {
  kind: 'menu_item';
  id: string;
  name: string;
  options: string | null;
  priceKrw: number | null;
  weeklyOrders: number;
  storeId: string;
  storeName: string;
  district: string | null;
  currentLabelKey: string | null;
};

export type ReviewView = {
  kind: 'review';
  id: string;
  /** What lists call it: its store and stars, never its words. */
  name: string;
  /** Personal data in it is hidden, character by character; see `personal`. */
  text: string;
  personal: PersonalDataSpan[];
  /** Disguised words: what is written there, and what was meant. */
  recovered: { start: number; end: number; recovered: string }[];
  stars: number | null;
  menuText: string | null;
  writtenAt: string | null;
  storeId: string;
  storeName: string;
  district: string | null;
  /** Of the store: how many people are likely to read it. */
  weeklyOrders: number;
  visibility: Visibility;
  /** Another queue has something against it, by a person's word or its model's. */
  mayHurt: boolean;
};

/** What customers see of a review. */
export const visibilities = ['visible', 'masked', 'hidden', 'blinded'] as const;
export type Visibility = (typeof visibilities)[number];

export type TaskItem = MenuItemView | ReviewView;

export type LeasedTask = {
  taskId: string;
  fence: number;
  leaseExpiresAt: string;
  createdAt: string;
  item: TaskItem;
  prediction: TaskPrediction | null;
};

/** A task as the page shows it, leased or not. */
export type TaskView = Pick<LeasedTask, 'taskId' | 'createdAt' | 'item' | 'prediction'>;

/** One's own decision that still stands, with all that is needed to show its task again should it be undone. */
export type RecentDecision = {
  decisionId: string;
  /** The answer key; null for a skip and for what was passed up. */
  labelKey: string | null;
  answer: GivenAnswer | null;
  skipReason: SkipReason | null;
  /** What the model said when it was decided. */
  predictedLabelKey: string | null;
  decidedAt: string;
  task: TaskView;
  /** The batch that begins with it and has its id; null for a decision by itself. */
  batch: BatchTouched | null;
};

/** The task of an undone decision, leased anew; null when it has since gone on without this person. */
export type UndoOutcome = { task: LeasedTask | null };

export type LabelView = {
  key: string;
  parentKey: string | null;
  nameKo: string;
  nameEn: string;
  guidelineKo: string | null;
  guidelineEn: string | null;
  /** What is usually done to an item with it. */
  usualAction: EffectAction | null;
  isLeaf: boolean;
  /** Of a set with polarity: how its parent is spoken of. Labels that have one are those that are given. */
  polarity?: Polarity;
};

/** Items of one name that carry the same label: one of them, and in how many stores they are sold. */
export type RelatedItem = {
  itemId: string;
  name: string;
  storeName: string;
  stores: number;
  weeklyOrders: number;
  labelKey: string | null;
  labelledBy: 'person' | 'model' | 'import' | null;
  probability: number | null;
};

/** A review's words with all that is in them. */
export type ReviewText = { text: string };

/** Reviews that share a writer or a store; `acted` are those something was done to that still holds or ran its time. */
export type ReviewHistory = { reviews: number; acted: number; meanStars: number | null };

export type ReviewEvidence = {
  store: ReviewHistory;
  /** What the same writer wrote before; null where the writer is not known. */
  author: ReviewHistory | null;
  /** Why it was passed up, by whom. */
  escalation: { comment: string; by: string; at: string } | null;
  /** What users of the marketplace hold against it: how many people, and their commonest reasons. */
  reports: { people: number; reasons: { reason: string; people: number }[] };
};

export const effectFilters = ['open', 'objections', 'ended'] as const;
export type EffectFilter = (typeof effectFilters)[number];

export const effectsInput = z.object({
  filter: z.enum(effectFilters).default('open'),
  limit: z.number().int().min(1).max(200).default(50),
  /** The last effect of the page before. */
  cursor: z.uuid().nullish(),
});
export const objectionInput = z.object({ effectId: z.uuid(), reason: z.string().trim().min(1).max(2000) });
export const rulingInput = z.object({
  effectId: z.uuid(),
  isUpheld: z.boolean(),
  ruling: z.string().trim().min(1).max(2000),
});

/** What a notice says: what was done, or what became of it. */
export type NoticeKind =
  | Exclude<Visibility, 'visible'>
  | 'restored'
  | 'withdrawn'
  | 'objection_received'
  | 'objection_upheld'
  | 'objection_rejected';

/** What was done to a review, until when, who was told and what the author holds against it. */
export type EffectView = {
  id: string;
  reviewId: string;
  storeName: string;
  stars: number | null;
  /** Personal data hidden. */
  text: string;
  /** What customers see of a masked review; null where they see nothing. */
  shownText: string | null;
  writtenAt: string | null;
  /** Its place among its store's reviews, newest first, and how many those are: the same with and without the effect. */
  place: number;
  reviewsOfStore: number;
  action: EffectAction;
  policyReason: PolicyReason;
  labelKeys: string[];
  decidedBy: string;
  /** The viewer decided it, and so may not rule on an objection to it. */
  isOwn: boolean;
  startedAt: string;
  endsAt: string | null;
  endedAt: string | null;
  endReason: 'undone' | 'expired' | 'upheld' | 'replaced' | null;
  objection: {
    state: 'open' | 'upheld' | 'rejected' | 'moot';
    reason: string;
    filedAt: string;
    ruling: string | null;
  } | null;
  notices: {
    recipient: 'author' | 'store';
    kind: NoticeKind;
    dueAt: string;
    leftAt: string | null;
    withdrawnAt: string | null;
  }[];
};

export const newLabel = z.object({
  key: z.string().min(1).max(200),
  parentKey: z.string().max(200).nullable(),
  nameKo: z.string().min(1).max(200),
  nameEn: z.string().min(1).max(200),
  guidelineKo: z.string().max(5000).nullable(),
  guidelineEn: z.string().max(5000).nullable(),
  usualAction: z.enum(effectActions).nullable().default(null),
});

export const itemKinds = ['menu_item', 'review'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** How many labels an item of the queue gets: one, one leaf of a tree, or any number. */
export const labelSetKinds = ['single', 'tree', 'multi'] as const;
export type LabelSetKind = (typeof labelSetKinds)[number];

const newQueueFields = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,60}$/),
  slotKey: z.string().regex(/^[a-z0-9-]{1,60}$/),
  nameKo: z.string().min(1).max(200),
  nameEn: z.string().min(1).max(200),
  itemKind: z.enum(itemKinds),
  leaseSeconds: z.number().int().min(10).max(3600).default(300),
  slaMinutes: z.number().int().min(1).max(525_600).default(1440),
  priorityRule: z.enum(priorityRules).default('model-doubt'),
  trainEvery: z.number().int().min(0).max(1_000_000).default(200),
  /** So many people reporting an item after its task was resolved open the task again; 0 is never. */
  reopenAfterReports: z.number().int().min(0).max(1_000).default(3),
  labelSet: z.object({
    key: z.string().regex(/^[a-z0-9-]{1,60}$/),
    kind: z.enum(labelSetKinds),
    /** Each label is given as positive, negative or neutral, and nothing is done to the item. Families are allowed. */
    hasPolarity: z.boolean().default(false),
    nameKo: z.string().min(1).max(200),
    nameEn: z.string().min(1).max(200),
    labels: z.array(newLabel).min(2).max(5000),
  }),
});

export const newQueue = newQueueFields
  .refine(({ itemKind, labelSet }) => (itemKind === 'review') === (labelSet.kind === 'multi'), {
    message: 'reviews get any number of labels (kind multi), menu items one (single or tree)',
    path: ['labelSet', 'kind'],
  })
  .refine(
    ({ labelSet }) =>
      labelSet.kind !== 'multi' ||
      labelSet.hasPolarity ||
      labelSet.labels.every(({ key, parentKey }) => parentKey === null && isPlainLabelKey(key)),
    { message: 'several labels: no families, no key "none", no "+" in a key', path: ['labelSet', 'labels'] },
  )
  .refine(({ labelSet }) => !labelSet.hasPolarity || canHavePolarity(labelSet), {
    message:
      'labels with polarity: kind multi, one level of families, no usual action, no key "none", no "+" or ":" in a key',
    path: ['labelSet', 'labels'],
  });
export type NewQueue = z.input<typeof newQueue>;

function canHavePolarity({ kind, labels }: { kind: LabelSetKind; labels: z.output<typeof newLabel>[] }): boolean {
  const tops = new Set(labels.filter(({ parentKey }) => parentKey === null).map(({ key }) => key));
  return (
    kind === 'multi' &&
    labels.every(
      ({ key, parentKey, usualAction }) =>
        isPlainLabelKey(key) && canBePolar(key) && usualAction === null && (parentKey === null || tops.has(parentKey)),
    )
  );
}
