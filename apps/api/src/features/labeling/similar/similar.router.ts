import { isPermitted, type Role } from '@jeoul/shared/access/permissions';
import { similarBatchInput, similarInput } from '@jeoul/shared/labeling/similar';
import { z } from 'zod';
import { router } from '../../../lib/trpc.ts';
import { deciding } from '../deciding.ts';
import { countSimilar, decideSimilar, previewSimilar, undoBatchAtHand } from './similar.service.ts';

const personOf = ({ user }: { user: { id: string; role: Role } }) => ({
  userId: user.id,
  mayAdjudicate: isPermitted(user.role, 'task:adjudicate'),
});

/** One label for the task under the hand and for those like it. */
export const similarRouter = router({
  count: deciding.input(similarInput).query(({ ctx, input }) => countSimilar(ctx.app, { ...input, ...personOf(ctx) })),
  preview: deciding
    .input(similarInput)
    .query(({ ctx, input }) => previewSimilar(ctx.app, { ...input, ...personOf(ctx) })),
  decide: deciding
    .input(similarBatchInput)
    .mutation(({ ctx, input }) => decideSimilar(ctx.app, { ...input, ...personOf(ctx), requestId: ctx.requestId })),
  undo: deciding
    .input(z.object({ batchId: z.uuid() }))
    .mutation(({ ctx, input }) =>
      undoBatchAtHand(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId, batchId: input.batchId }),
    ),
});
