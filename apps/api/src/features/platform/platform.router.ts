import { permitted, publicProcedure, router, signedIn } from '../../lib/trpc.ts';
import { auditHead, installation } from './platform.service.ts';

export const platformRouter = router({
  installation: publicProcedure.query(({ ctx }) => installation(ctx.app)),
  live: signedIn.subscription(({ ctx, signal }) => ctx.app.live.events(signal)),
  auditHead: permitted('audit:read').query(({ ctx }) => auditHead(ctx.app)),
});
