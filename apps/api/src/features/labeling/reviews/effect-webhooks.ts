import { noticeGraceMinutes } from '@jeoul/shared/labeling/contract';
import type { Tx } from '@jeoul/db/client';
import { isHeard, tellChanges } from '../../../lib/webhooks/outbox.ts';

type EffectFacts = {
  effectId: string;
  reviewId: string;
  storeId: string;
  action: string;
  policyReason: string;
  spans: unknown;
  startedAt: Date;
  endsAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
};

/**
 * Owes the marketplace's systems a word on which effect stands on a review now, in the transaction that changed it and
 * holds the review. What follows from a decision waits out the grace in which it can be undone, like the notices do.
 */
export async function tellOfReview(
  tx: Tx,
  { reviewId, formerEffectId, isAtOnce }: { reviewId: string; formerEffectId: string | null; isAtOnce: boolean },
): Promise<void> {
  if (!(await isHeard(tx, ['review.effect_started', 'review.effect_ended']))) return;
  const [facts] = await tx.$queryRaw<EffectFacts[]>`
    SELECT e.id AS "effectId", v.external_id AS "reviewId", s.external_id AS "storeId", e.action,
      e.policy_reason AS "policyReason", e.spans, e.started_at AS "startedAt", e.ends_at AS "endsAt",
      e.ended_at AS "endedAt", e.end_reason AS "endReason"
    FROM review_effects e JOIN reviews v ON v.id = e.review_id JOIN stores s ON s.id = v.store_id
    WHERE e.review_id = ${reviewId}::uuid AND (e.ended_at IS NULL OR e.id = ${formerEffectId}::uuid)
    ORDER BY e.ended_at NULLS FIRST LIMIT 1`;
  if (!facts) return;
  const { endedAt, endReason, ...payload } = facts;
  const isStanding = endedAt === null;
  await tellChanges(tx, {
    changes: [
      {
        subject: `review:${reviewId}`,
        event: isStanding ? 'review.effect_started' : 'review.effect_ended',
        standing: isStanding ? facts.effectId : null,
        priorStanding: formerEffectId,
        payload: isStanding ? payload : { ...payload, endedAt, endReason },
      },
    ],
    delayMinutes: isAtOnce ? 0 : noticeGraceMinutes,
  });
}
