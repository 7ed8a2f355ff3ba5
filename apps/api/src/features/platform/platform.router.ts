import { mayHear } from '@jeoul/shared/platform/live-events';
import { permitted, publicProcedure, router, signedIn } from '../../lib/trpc.ts';
import { auditHead, installation } from './platform.service.ts';
import { deliveriesRouter } from './webhooks/deliveries.router.ts';

export const platformRouter = router({
  deliveries: deliveriesRouter,
  installation: publicProcedure.query(({ ctx }) => installation(ctx.app)),
  live: signedIn.subscription(async function* ({ ctx, signal }) {
    for await (const event of ctx.app.live.events(signal)) if (mayHear(ctx.user.role, event)) yield event;
  }),
  auditHead: permitted('audit:read').query(({ ctx }) => auditHead(ctx.app)),
});
