import { z } from 'zod';

/** What the marketplace's systems can be told of. docs/integration.md shows what each holds. */
export const webhookEvents = [
  'menu_item.label_changed',
  'review.labels_changed',
  'review.effect_started',
  'review.effect_ended',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export const deliveryStates = ['waiting', 'delivered', 'dead', 'withdrawn'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** The end of an effect means nothing to who was not told of its beginning, and a beginning without its end lasts for ever. */
const inseparable = ['review.effect_started', 'review.effect_ended'] as const;

export const chosenEvents = z
  .array(z.enum(webhookEvents))
  .min(1)
  .refine((events) => new Set(inseparable.map((event) => events.includes(event))).size === 1, {
    message: `${inseparable.join(' and ')} come together`,
  });

export const deliveriesInput = z.object({
  state: z.enum(deliveryStates),
  limit: z.int().min(1).max(200).default(50),
  /** The last delivery of the page before. */
  cursor: z.uuid().nullish(),
});

export const deliveryRef = z.object({ deliveryId: z.uuid() });

export type DeliveryView = {
  id: string;
  url: string;
  event: WebhookEvent;
  subject: string;
  state: DeliveryState;
  attempts: number;
  createdAt: string;
  dueAt: string;
  endedAt: string | null;
  lastStatus: number | null;
  /** Why the last attempt failed: a word of `deliveryErrors`, or what the network said. */
  lastError: string | null;
  lastBody: string | null;
};
