import type { App } from '../../../lib/app.ts';
import { appendAudit } from '../../../lib/audit.ts';
import { JeoulError } from '../../../lib/errors.ts';
import { endStanding, lockReview } from './effects.service.ts';
import { notifyBoth } from './notices.ts';

type Deps = Pick<App, 'db'>;

/**
 * Enters what the author holds against an effect, and tells both sides. Throws NOT_FOUND, and CONFLICT when the effect has
 * ended or an objection to it was entered before: there is one.
 */
export async function fileObjection(
  app: Deps,
  input: { userId: string; requestId: string; effectId: string; reason: string },
): Promise<{ objectionId: string }> {
  const { userId, requestId, effectId, reason } = input;
  return app.db.prisma.$transaction(async (tx) => {
    const effect = await tx.reviewEffect.findUnique({ where: { id: effectId }, select: { reviewId: true } });
    if (!effect) throw new JeoulError('NOT_FOUND', { effectId });
    await lockReview(tx, effect.reviewId);
    const now = await tx.reviewEffect.findUniqueOrThrow({ where: { id: effectId }, include: { objection: true } });
    if (now.endedAt !== null || now.objection !== null) {
      throw new JeoulError('CONFLICT', { effectId, state: now.objection?.state ?? 'ended' });
    }
    const { id } = await tx.reviewObjection.create({ data: { effectId, reason, filedById: userId } });
    await notifyBoth(tx, { effectId, kind: 'objection_received', isAtOnce: true });
    await appendAudit(tx, {
      actor: { kind: 'person', id: userId },
      action: 'objection.filed',
      targetKind: 'review',
      targetId: effect.reviewId,
      after: { effectId, objectionId: id, reason },
      requestId,
    });
    return { objectionId: id };
  });
}

/**
 * Rules on an objection: upheld, the effect ends and the review is back at its place; rejected, it stands until its time
 * runs out. Both sides are told. Who decided the effect may not rule on it (FORBIDDEN). Throws NOT_FOUND, and CONFLICT when
 * it was ruled on before or the effect has ended.
 */
export async function ruleOnObjection(
  app: Deps,
  input: { userId: string; requestId: string; effectId: string; isUpheld: boolean; ruling: string },
): Promise<void> {
  const { userId, requestId, effectId, isUpheld, ruling } = input;
  await app.db.prisma.$transaction(async (tx) => {
    const effect = await tx.reviewEffect.findUnique({ where: { id: effectId } });
    if (!effect) throw new JeoulError('NOT_FOUND', { effectId });
    if (effect.decidedById === userId) throw new JeoulError('FORBIDDEN', { reason: 'own-decision' });
    await lockReview(tx, effect.reviewId);
    const state = isUpheld ? 'upheld' : 'rejected';
    const { count } = await tx.reviewObjection.updateMany({
      where: { effectId, state: 'open' },
      data: { state, ruledById: userId, ruledAt: new Date(), ruling },
    });
    if (count === 0) throw new JeoulError('CONFLICT', { effectId });
    const actor = { kind: 'person', id: userId } as const;
    if (isUpheld) await endStanding(tx, { effectId, reason: 'upheld', actor, requestId });
    await notifyBoth(tx, { effectId, kind: `objection_${state}`, isAtOnce: true });
    await appendAudit(tx, {
      actor,
      action: `objection.${state}`,
      targetKind: 'review',
      targetId: effect.reviewId,
      after: { effectId, ruling },
      requestId,
    });
  });
}
