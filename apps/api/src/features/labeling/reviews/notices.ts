import { type NoticeKind, noticeGraceMinutes } from '@jeoul/shared/labeling/contract';
import type { Tx } from '@jeoul/db/client';
import type { App } from '../../../lib/app.ts';

/**
 * Writes what both sides are told of an effect: the author and the store. A notice of a decision waits out the grace in
 * which it can be undone without a word; what follows from it later is told at once. Facts name the store, the reason and
 * the dates: of the review itself a notice holds nothing.
 */
export async function notifyBoth(
  tx: Tx,
  { effectId, kind, isAtOnce }: { effectId: string; kind: NoticeKind; isAtOnce: boolean },
): Promise<void> {
  const graceMinutes = isAtOnce ? 0 : noticeGraceMinutes;
  await tx.$executeRaw`
    INSERT INTO review_notices (effect_id, recipient, kind, facts, due_at)
    SELECT e.id, side, ${kind},
      jsonb_build_object('storeName', s.name, 'policyReason', e.policy_reason, 'action', e.action, 'startedAt', e.started_at,
        'endsAt', e.ends_at, 'reviewExternalId', v.external_id),
      now() + make_interval(mins => ${graceMinutes}::int)
    FROM review_effects e JOIN reviews v ON v.id = e.review_id JOIN stores s ON s.id = v.store_id
    CROSS JOIN unnest(ARRAY['author', 'store']) AS side
    WHERE e.id = ${effectId}::uuid`;
}

/** Withdraws what has not left yet; `wasAll` is false when either side has been told something. */
export async function withdrawNotices(tx: Tx, effectId: string): Promise<{ wasAll: boolean }> {
  // Due is as good as gone: whoever sends them may be at it.
  await tx.$executeRaw`
    UPDATE review_notices SET withdrawn_at = now()
    WHERE effect_id = ${effectId}::uuid AND left_at IS NULL AND withdrawn_at IS NULL AND due_at > now()`;
  const told = await tx.reviewNotice.count({ where: { effectId, withdrawnAt: null } });
  return { wasAll: told === 0 };
}

/** Lets go of the notices that are due: from here on they count as told. Returns how many. Safe to overlap. */
export async function letNoticesLeave(app: Pick<App, 'db'>): Promise<number> {
  return app.db.prisma.$executeRaw`
    UPDATE review_notices SET left_at = now() WHERE id IN (
      SELECT id FROM review_notices WHERE left_at IS NULL AND withdrawn_at IS NULL AND due_at <= now()
      ORDER BY due_at LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
}
