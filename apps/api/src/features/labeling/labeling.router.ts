import { claimInput, decideInput, leaseRef, newQueue, undoInput } from '@jeoul/shared/labeling/contract';
import { z } from 'zod';
import { permitted, router } from '../../lib/trpc.ts';
import { decide } from './decide.service.ts';
import * as queries from './labeling.queries.ts';
import * as labeling from './labeling.service.ts';
import { createQueue } from './queue-setup.service.ts';
import { undoDecision } from './undo.service.ts';

const queueKey = z.string().min(1).max(60);
const leases = z.object({ leases: z.array(leaseRef).max(200) });

export const labelingRouter = router({
  queues: permitted('task:read').query(({ ctx }) => labeling.listQueues(ctx.app)),
  labels: permitted('task:read')
    .input(z.object({ queueKey }))
    .query(({ ctx, input }) => labeling.queueLabels(ctx.app, input.queueKey)),
  claim: permitted('task:decide')
    .input(claimInput)
    .mutation(({ ctx, input }) => labeling.claim(ctx.app, { userId: ctx.user.id, ...input })),
  extend: permitted('task:decide')
    .input(leases)
    .mutation(({ ctx, input }) => queries.extendLeases(ctx.app.db.prisma, { userId: ctx.user.id, ...input })),
  release: permitted('task:decide')
    .input(leases)
    .mutation(({ ctx, input }) => queries.releaseLeases(ctx.app.db.prisma, { userId: ctx.user.id, ...input })),
  decide: permitted('task:decide')
    .input(decideInput)
    .mutation(({ ctx, input }) => decide(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId, ...input })),
  undo: permitted('task:decide')
    .input(undoInput)
    .mutation(({ ctx, input }) => undoDecision(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId, ...input })),
  explain: permitted('task:read')
    .input(z.object({ queueKey, text: z.string().max(100_000), labelKey: z.string().max(200) }))
    .query(({ ctx, input }) => labeling.explain(ctx.app, input)),
  related: permitted('task:read')
    .input(z.object({ queueKey, itemId: z.uuid() }))
    .query(({ ctx, input }) => labeling.related(ctx.app, input)),
  ownDay: permitted('task:decide')
    .input(z.object({ queueKey }))
    .query(({ ctx, input }) => labeling.ownDay(ctx.app, { userId: ctx.user.id, ...input })),
  recent: permitted('task:decide')
    .input(z.object({ queueKey, limit: z.number().int().min(1).max(200).default(30) }))
    .query(({ ctx, input }) => labeling.recentDecisions(ctx.app, { userId: ctx.user.id, ...input })),
  createQueue: permitted('queue:configure')
    .input(newQueue)
    .mutation(({ ctx, input }) => createQueue(ctx.app, ctx.actor, input)),
});
