import { z } from 'zod';

/**
 * Every job there is: its queue in BullMQ and the shape of what it is given. A handler for each is required by the type
 * of the registry (src/jobs.ts): one that is missing does not compile. Handlers are idempotent and safe to overlap.
 */
export const jobDefinitions = {
  'training.run': { queue: 'training', payload: z.object({ runId: z.uuid() }) },
  'labeling.rescore': { queue: 'platform', payload: z.object({ slotKey: z.string() }) },
  'catalog.import': { queue: 'platform', payload: z.object({ importId: z.uuid(), path: z.string() }) },
  // In a queue of their own: endpoints that are slow to answer hold up nothing else.
  'platform.deliver': { queue: 'webhooks', payload: z.object({ deliveryId: z.uuid(), attempt: z.int() }) },
} as const;

export type JobName = keyof typeof jobDefinitions;
export type JobPayload<N extends JobName> = z.infer<(typeof jobDefinitions)[N]['payload']>;
export const jobNames = Object.keys(jobDefinitions) as JobName[];
export const jobQueues = ['training', 'platform', 'webhooks'] as const;
export type JobQueueName = (typeof jobQueues)[number];

export type JobContext = { attempt: number; isLastAttempt: boolean; signal: AbortSignal };
export type JobHandlers<A> = { [N in JobName]: (app: A, payload: JobPayload<N>, context: JobContext) => Promise<void> };
