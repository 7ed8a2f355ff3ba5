import { z } from 'zod';

/** The tags of the labeling config (labeling-config.ts), by which results say what they answer. */
export const tag = {
  text: 'text',
  label: 'label',
  evidence: 'evidence',
  action: 'action',
  policyReason: 'policy-reason',
  skipReason: 'skip-reason',
  comment: 'comment',
} as const;

/** Severity has a tag for each label, since Label Studio gives a choice no value of its own. */
export const severityTag = (labelKey: string): string => `severity-${labelKey}`;

/** Where a task's data carries the keys of the item and its store: Label Studio keeps `data` and makes ids of its own. */
export const itemIdField = 'jeoul_item_id';
export const storeIdField = 'jeoul_store_id';

/** One line of an annotation, as Label Studio writes it: https://labelstud.io/guide/task_format */
export type LabelStudioResult = {
  id: string;
  from_name: string;
  to_name: string;
  type: 'choices' | 'taxonomy' | 'labels' | 'textarea';
  value: Record<string, unknown>;
};

export type LabelStudioAnnotation = {
  /** Kept by files, dropped by Label Studio; the ids of the results come back from there. */
  unique_id: string;
  completed_by?: { email: string };
  result: LabelStudioResult[];
  was_cancelled: boolean;
  ground_truth: boolean;
  /** Seconds. */
  lead_time: number;
  created_at: string;
};

export type LabelStudioTask = {
  data: Record<string, string | number>;
  annotations: LabelStudioAnnotation[];
  predictions: { model_version: string; score: number; result: LabelStudioResult[] }[];
};

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), { message: 'not a moment' });
const id = z.union([z.number().int(), z.string().min(1).max(200)]);

export const readResult = z.object({
  id: z.string().max(200).nullish(),
  from_name: z.string().max(500).nullish(),
  type: z.string().max(100),
  value: z.record(z.string(), z.unknown()),
});
export type ReadResult = z.infer<typeof readResult>;

const completedBy = z.union([
  z.number().int(),
  z.string().max(300),
  z.object({ id: z.number().int().optional(), email: z.string().max(300).optional() }),
]);

export const readAnnotation = z.object({
  id: id.nullish(),
  unique_id: z.string().max(200).nullish(),
  completed_by: completedBy.nullish(),
  // What else may stand there (`relation` has no value) is no answer and is passed over one by one.
  result: z.array(z.unknown()).max(5_000).nullish(),
  was_cancelled: z.boolean().nullish(),
  ground_truth: z.boolean().nullish(),
  lead_time: z.number().min(0).nullish(),
  created_at: moment.nullish(),
});
export type ReadAnnotation = z.infer<typeof readAnnotation>;

export const readTask = z.object({
  id: id.nullish(),
  project: id.nullish(),
  data: z.record(z.string(), z.unknown()),
  annotations: z.array(z.unknown()).max(10_000).nullish(),
  predictions: z.array(z.unknown()).nullish(),
});
export type ReadTask = z.infer<typeof readTask>;

/** A task of a file by its place, from 0; of several records that are one task, the first one's. */
export type FileTask = { index: number; task: unknown };
