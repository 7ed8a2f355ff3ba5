import {
  claimInput,
  decideInput,
  leasesInput,
  newQueue,
  releaseInput,
  undoInput,
} from '@jeoul/shared/labeling/contract';
import { isPermitted } from '@jeoul/shared/access/permissions';
import { z } from 'zod';
import { permitted, router } from '../../lib/trpc.ts';
import { deciding } from './deciding.ts';
import * as queries from './labeling.queries.ts';
import * as labeling from './labeling.service.ts';
import { listsRouter } from './lists/lists.router.ts';
import { ownImpact } from './own-impact.service.ts';
import * as own from './own-work.service.ts';
import { createQueue } from './queue-setup.service.ts';
import { teamRouter } from './team/team.router.ts';
import { reviewsRouter } from './reviews/reviews.router.ts';
import { similarRouter } from './similar/similar.router.ts';

const queueKey = z.string().min(1).max(60);

export const labelingRouter = router({
  reviews: reviewsRouter,
  similar: similarRouter,
  queues: permitted('task:read').query(({ ctx }) => labeling.listQueues(ctx.app)),
  labels: permitted('task:read')
    .input(z.object({ queueKey }))
    .query(({ ctx, input }) => labeling.queueLabels(ctx.app, input.queueKey)),
  claim: deciding.input(claimInput).mutation(({ ctx, input }) =>
    labeling.claim(ctx.app, {
      userId: ctx.user.id,
      mayAdjudicate: isPermitted(ctx.user.role, 'task:adjudicate'),
      ...input,
    }),
  ),
  extend: deciding
    .input(leasesInput)
    .mutation(({ ctx, input }) => queries.extendLeases(ctx.app.db.prisma, { userId: ctx.user.id, ...input })),
  release: deciding
    .input(releaseInput)
    .mutation(({ ctx, input }) => queries.releaseLeases(ctx.app.db.prisma, { userId: ctx.user.id, ...input })),
  decide: deciding
    .input(decideInput)
    .mutation(({ ctx, input }) => own.decideOwn(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId, ...input })),
  undo: deciding
    .input(undoInput)
    .mutation(({ ctx, input }) => own.undoOwn(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId, ...input })),
  predictions: permitted('task:read')
    .input(z.object({ queueKey, taskIds: z.array(z.uuid()).min(1).max(50) }))
    .query(({ ctx, input }) => labeling.predictions(ctx.app, input)),
  explain: permitted('task:read')
    .input(z.object({ queueKey, text: z.string().max(100_000), labelKey: z.string().max(200) }))
    .query(({ ctx, input }) => labeling.explain(ctx.app, input)),
  related: permitted('task:read')
    .input(z.object({ queueKey, itemId: z.uuid() }))
    .query(({ ctx, input }) => labeling.related(ctx.app, input)),
  ownDay: deciding
    .input(z.object({ queueKey }))
    .query(({ ctx, input }) => own.ownDay(ctx.app, { userId: ctx.user.id, ...input })),
  ownImpact: deciding.query(({ ctx }) => ownImpact(ctx.app, ctx.user.id)),
  recent: deciding
    .input(z.object({ queueKey, limit: z.number().int().min(1).max(200).default(30) }))
    .query(({ ctx, input }) => own.recentDecisions(ctx.app, { userId: ctx.user.id, ...input })),
  lists: listsRouter,
  team: teamRouter,
  createQueue: permitted('queue:configure')
    .input(newQueue)
    .mutation(({ ctx, input }) => createQueue(ctx.app, ctx.actor, input)),
});
