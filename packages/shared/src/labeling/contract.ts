import { z } from 'zod';

/** Why an operator passed a task on. `unsure` and `broken` send it to the back for everybody, `not_mine` to others only. */
export const skipReasons = ['unsure', 'not_mine', 'broken', 'later'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** How a queue puts its tasks in order. */
export const priorityRules = ['model-doubt', 'random', 'oldest'] as const;
export type PriorityRule = (typeof priorityRules)[number];

export const maxClaim = 50;

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
 * Either a label is chosen, or the task is skipped with a reason.
 */
export const decisionInput = z
  .object({
    decisionId: z.uuid(),
    taskId: z.uuid(),
    fence: z.number().int().min(1),
    labelKey: z.string().min(1).max(200).nullable(),
    skipReason: z.enum(skipReasons).nullable(),
    comment: z.string().max(2000).optional(),
    durationMs: z
      .number()
      .int()
      .min(0)
      .max(24 * 3600 * 1000),
  })
  .refine((d) => (d.labelKey === null) !== (d.skipReason === null), {
    message: 'either a label or a reason to skip',
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
      standingLabelKey: string | null;
    };

export type Span = { start: number; end: number; contribution: number };

export type TaskPrediction = {
  modelVersionId: string;
  modelNumber: number;
  scores: { labelKey: string; probability: number }[];
  spans: Span[];
};

export type LeasedTask = {
  taskId: string;
  fence: number;
  leaseExpiresAt: string;
  createdAt: string;
  item: {
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
  prediction: TaskPrediction | null;
};

/** A task as the page shows it, leased or not. */
export type TaskView = Pick<LeasedTask, 'taskId' | 'createdAt' | 'item' | 'prediction'>;

/** One's own decision that still stands, with all that is needed to show its task again should it be undone. */
export type RecentDecision = {
  decisionId: string;
  labelKey: string | null;
  skipReason: SkipReason | null;
  /** What the model said when it was decided. */
  predictedLabelKey: string | null;
  decidedAt: string;
  task: TaskView;
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
  isLeaf: boolean;
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

export const newLabel = z.object({
  key: z.string().min(1).max(200),
  parentKey: z.string().max(200).nullable(),
  nameKo: z.string().min(1).max(200),
  nameEn: z.string().min(1).max(200),
  guidelineKo: z.string().max(5000).nullable(),
  guidelineEn: z.string().max(5000).nullable(),
});

export const newQueue = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,60}$/),
  slotKey: z.string().regex(/^[a-z0-9-]{1,60}$/),
  nameKo: z.string().min(1).max(200),
  nameEn: z.string().min(1).max(200),
  /** Queues of reviews come with the work on them; what serves a queue reads menu items so far. */
  itemKind: z.literal('menu_item'),
  leaseSeconds: z.number().int().min(10).max(3600).default(300),
  slaMinutes: z.number().int().min(1).max(525_600).default(1440),
  priorityRule: z.enum(priorityRules).default('model-doubt'),
  trainEvery: z.number().int().min(0).max(1_000_000).default(200),
  labelSet: z.object({
    key: z.string().regex(/^[a-z0-9-]{1,60}$/),
    kind: z.enum(['single', 'tree']),
    nameKo: z.string().min(1).max(200),
    nameEn: z.string().min(1).max(200),
    labels: z.array(newLabel).min(2).max(5000),
  }),
});
export type NewQueue = z.input<typeof newQueue>;
