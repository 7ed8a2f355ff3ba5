import { deliveriesInput, deliveryRef } from '@jeoul/shared/platform/webhooks';
import { permitted, router } from '../../../lib/trpc.ts';
import { listDeliveries, previewRetry, retryDead, retryDelivery } from './deliveries.service.ts';

export const deliveriesRouter = router({
  list: permitted('webhook:manage')
    .input(deliveriesInput)
    .query(({ ctx, input }) => listDeliveries(ctx.app, input)),
  previewRetry: permitted('webhook:manage').query(({ ctx }) => previewRetry(ctx.app)),
  retry: permitted('webhook:manage')
    .input(deliveryRef)
    .mutation(({ ctx, input }) => retryDelivery(ctx.app, { ...input, userId: ctx.user.id, requestId: ctx.requestId })),
  retryDead: permitted('webhook:manage').mutation(({ ctx }) =>
    retryDead(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId }),
  ),
});
