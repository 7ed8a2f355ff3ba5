import { z } from 'zod';

/** Of a larger group the rest comes up after: a person looks through what they decide. */
export const maxSimilar = 200;

export const similarInput = z.object({ queueKey: z.string().min(1).max(60), taskId: z.uuid() });

/**
 * Open tasks of the queue whose item is named like this one's, the task itself left out. `tasks` are those this person
 * could decide now, counted no further than `maxSimilar`; `held` what others have under the hand.
 */
export type SimilarCount = { tasks: number; held: number; isCapped: boolean };

/** One of them, with what the model proposes for it. */
export type SimilarTask = {
  taskId: string;
  itemId: string;
  name: string;
  storeId: string;
  storeName: string;
  district: string | null;
  weeklyOrders: number;
  predictedLabelKey: string | null;
  probability: number | null;
};

export type SimilarPreview = Omit<SimilarCount, 'tasks'> & { tasks: SimilarTask[] };

/** One label for the task under the hand and for those like it. The same batch sent again does nothing more. */
export const similarBatchInput = similarInput.extend({
  batchId: z.uuid(),
  labelKey: z.string().min(1).max(200),
  similarTaskIds: z.array(z.uuid()).max(maxSimilar),
});
export type SimilarBatchInput = z.output<typeof similarBatchInput>;

/** What stands of a batch: its decisions, and the stores and orders of a week that their items stand in. */
export type BatchTouched = { tasks: number; stores: number; weeklyOrders: number };

/** What a batch did; `held` and `resolved` were taken up or decided by others since they were looked at. */
export type SimilarReceipt = BatchTouched & { batchId: string; held: number; resolved: number };
