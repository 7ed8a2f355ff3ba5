import { actingAs, effectsInput, objectionInput, rulingInput } from '@jeoul/shared/labeling/contract';
import { z } from 'zod';
import { JeoulError } from '../../../lib/errors.ts';
import { permitted, router } from '../../../lib/trpc.ts';
import { listEffects } from './effects.queries.ts';
import { reviewEvidence } from './evidence.queries.ts';
import { fileObjection, ruleOnObjection } from './objections.service.ts';
import { revealPersonalData } from './personal-data.service.ts';

const ofTask = z.object({ taskId: z.uuid() });

/** What only queues of reviews have: evidence, personal data, effects and objections to them. */
export const reviewsRouter = router({
  evidence: permitted('task:read')
    .input(ofTask)
    .query(async ({ ctx, input }) => {
      const evidence = await reviewEvidence(ctx.app.db.prisma, input);
      if (evidence === null) throw new JeoulError('NOT_FOUND', input);
      return evidence;
    }),
  reveal: permitted('personal-data:read')
    .input(ofTask.extend(actingAs.shape))
    .mutation(({ ctx, input }) =>
      revealPersonalData(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId, taskId: input.taskId }),
    ),
  effects: permitted('effect:read')
    .input(effectsInput)
    .query(({ ctx, input }) => listEffects(ctx.app.db.prisma, { ...input, viewerId: ctx.user.id })),
  object: permitted('objection:file')
    .input(objectionInput)
    .mutation(({ ctx, input }) => fileObjection(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId, ...input })),
  rule: permitted('objection:rule')
    .input(rulingInput)
    .mutation(({ ctx, input }) =>
      ruleOnObjection(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId, ...input }),
    ),
});
