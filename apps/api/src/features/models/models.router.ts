import { z } from 'zod';
import { slotSettings } from '@jeoul/shared/models/contract';
import { permitted, router } from '../../lib/trpc.ts';
import { learningCurve, measuredCurve } from './curve.service.ts';
import { liveAt, promotionHistory } from './history.service.ts';
import * as models from './models.service.ts';
import { promote, rejectVersion, rollBack } from './promotion.service.ts';
import { cancelRun, startRun } from './runs.service.ts';
import { describeVersion, listVersions } from './versions.service.ts';

const slotKey = z.string().min(1).max(60);
const championVersion = z.number().int().min(0);
const reason = z.string().trim().min(1).max(1000);
/** The database counts versions in 32 bits. */
const maxNumber = 2 ** 31 - 1;
const limit = z.number().int().min(1).max(200).default(50);

export const modelsRouter = router({
  slots: permitted('model:read').query(({ ctx }) => models.listSlots(ctx.app)),
  slot: permitted('model:read')
    .input(z.object({ slotKey }))
    .query(({ ctx, input }) => models.describeSlot(ctx.app, input.slotKey)),
  versions: permitted('model:read')
    .input(z.object({ slotKey, limit, cursor: z.number().int().nullish() }))
    .query(({ ctx, input: { cursor, ...input } }) => listVersions(ctx.app, { ...input, before: cursor ?? null })),
  version: permitted('model:read')
    .input(z.object({ slotKey, number: z.number().int().min(1).max(maxNumber) }))
    .query(({ ctx, input }) => describeVersion(ctx.app, input)),
  runs: permitted('model:read')
    .input(z.object({ slotKey, limit }))
    .query(({ ctx, input }) => models.listRuns(ctx.app, input)),
  curve: permitted('model:read')
    .input(z.object({ slotKey }))
    .query(({ ctx, input }) => learningCurve(ctx.app, input.slotKey)),
  measuredCurve: permitted('model:read')
    .input(z.object({ slotKey }))
    .query(({ ctx, input }) => measuredCurve(ctx.app, input.slotKey)),
  history: permitted('model:read')
    .input(z.object({ slotKey: slotKey.optional(), limit }))
    .query(({ ctx, input }) => promotionHistory(ctx.app, input)),
  liveAt: permitted('model:read')
    .input(z.object({ slotKey, at: z.coerce.date() }))
    .query(({ ctx, input }) => liveAt(ctx.app, input)),
  train: permitted('model:train')
    .input(z.object({ slotKey }))
    .mutation(({ ctx, input }) => startRun(ctx.app, ctx.actor, input.slotKey)),
  cancel: permitted('model:train')
    .input(z.object({ runId: z.uuid() }))
    .mutation(({ ctx, input }) => cancelRun(ctx.app, ctx.actor, input.runId)),
  promote: permitted('model:promote')
    .input(z.object({ modelVersionId: z.uuid(), championVersion, reason }))
    .mutation(({ ctx, input }) => promote(ctx.app, { actor: ctx.actor, ...input })),
  rollBack: permitted('model:promote')
    .input(z.object({ slotKey, championVersion, reason }))
    .mutation(({ ctx, input }) => rollBack(ctx.app, { actor: ctx.actor, ...input })),
  reject: permitted('model:promote')
    .input(z.object({ modelVersionId: z.uuid() }))
    .mutation(({ ctx, input }) => rejectVersion(ctx.app, { actor: ctx.actor, ...input })),
  updateSlot: permitted('model:promote')
    .input(slotSettings.extend({ slotKey }))
    .mutation(({ ctx, input }) => models.updateSlot(ctx.app, { actor: ctx.actor, ...input })),
});
