import { type EffectAction, type GivenAnswer, isEffectAction, spansOf } from '@jeoul/shared/labeling/answers';
import { blindDays, type Visibility } from '@jeoul/shared/labeling/contract';
import type { Tx } from '@jeoul/db/client';
import type { App } from '../../../lib/app.ts';
import { type Actor, appendAudit, jobActor } from '../../../lib/audit.ts';
import { tellOfReview } from './effect-webhooks.ts';
import { notifyBoth, withdrawNotices } from './notices.ts';

/** Why an effect ended; see the schema. */
export type EndReason = 'undone' | 'expired' | 'upheld';

const visibilityBy = { mask: 'masked', hide: 'hidden', blind: 'blinded' } as const satisfies Record<
  EffectAction,
  Visibility
>;

type Decided = {
  decisionId: string;
  taskId: string;
  answer: GivenAnswer;
  task: { itemKind: string; itemId: string };
};

/**
 * Does to reviews what was decided of them. A review has one standing effect: an earlier one is replaced. Its text and its
 * date are never touched, so taking the effect away is all it takes to put the review back at its place.
 */
export async function startEffects(
  tx: Tx,
  { userId, requestId, decisions }: { userId: string; requestId: string; decisions: readonly Decided[] },
): Promise<void> {
  const withEffect = decisions
    .filter(({ task }) => task.itemKind === 'review')
    // Reviews are locked in the order of their ids by everyone, so that two never wait for each other in a circle.
    .toSorted((a, b) => (a.task.itemId < b.task.itemId ? -1 : 1));
  for (const { decisionId, taskId, answer, task } of withEffect) {
    const { action = 'keep', policyReason = 'house_rules' } = answer;
    if (answer.action === 'keep') await endByKeeping(tx, { userId, requestId, decisionId, taskId });
    if (!isEffectAction(action)) continue;
    await lockReview(tx, task.itemId);
    const former = await tx.reviewEffect.findFirst({ where: { reviewId: task.itemId, endedAt: null } });
    if (former) await endEffect(tx, former.id, 'replaced');
    const [started] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO review_effects (review_id, task_id, decision_id, decided_by_id, action, policy_reason, spans, ends_at)
      VALUES (${task.itemId}::uuid, ${taskId}::uuid, ${decisionId}::uuid, ${userId}::uuid, ${action}, ${policyReason},
        ${JSON.stringify(action === 'mask' ? spansOf(answer) : [])}::jsonb,
        CASE WHEN ${action} = 'blind' THEN now() + make_interval(days => ${blindDays}::int) END)
      RETURNING id`;
    if (!started) continue;
    if (former) await tx.reviewEffect.update({ where: { id: former.id }, data: { replacedById: started.id } });
    await show(tx, task.itemId, visibilityBy[action]);
    await notifyBoth(tx, { effectId: started.id, kind: visibilityBy[action], isAtOnce: false });
    await tellOfReview(tx, { reviewId: task.itemId, formerEffectId: former?.id ?? null, isAtOnce: false });
    await appendAudit(tx, {
      actor: { kind: 'person', id: userId },
      action: 'effect.started',
      targetKind: 'review',
      targetId: task.itemId,
      after: { effectId: started.id, decisionId, action, policyReason },
      requestId,
    });
  }
}

/**
 * Takes back what a decision did to its review. Notices that have not left are withdrawn; about those that have, both
 * sides are told that it no longer holds. An effect that this one had replaced stands again.
 */
export async function undoEffect(
  tx: Tx,
  { userId, decisionId, requestId }: { userId: string; decisionId: string; requestId: string },
): Promise<void> {
  const effect = await tx.reviewEffect.findUnique({ where: { decisionId } });
  if (!effect) return undoKeeping(tx, { userId, decisionId, requestId });
  await lockReview(tx, effect.reviewId);
  const isStanding = await endStanding(tx, {
    effectId: effect.id,
    reason: 'undone',
    actor: { kind: 'person', id: userId },
    requestId,
  });
  if (!isStanding) {
    // What replaced it still stands; it must not come back with that one's undo.
    await tx.reviewEffect.updateMany({
      where: { id: effect.id, endReason: 'replaced' },
      data: { endReason: 'undone' },
    });
  }
  const withdrawn = await withdrawNotices(tx, effect.id);
  if (!withdrawn.wasAll && isStanding) await notifyBoth(tx, { effectId: effect.id, kind: 'withdrawn', isAtOnce: true });
}

/**
 * A task that was opened again may be decided the other way: to keep a review ends the effect that an earlier decision of
 * the same task has on it. Those of other queues stand.
 */
async function endByKeeping(
  tx: Tx,
  input: { userId: string; requestId: string; decisionId: string; taskId: string },
): Promise<void> {
  const { userId, requestId, decisionId, taskId } = input;
  const [standing] = await tx.$queryRaw<{ id: string; reviewId: string }[]>`
    SELECT e.id, e.review_id AS "reviewId" FROM tasks t JOIN review_effects e ON e.review_id = t.item_id
    WHERE t.id = ${taskId}::uuid AND e.task_id = t.id AND e.ended_at IS NULL`;
  if (!standing) return;
  const { id: effectId, reviewId } = standing;
  await lockReview(tx, reviewId);
  if ((await endEffect(tx, effectId, 'replaced')) === null) return;
  await tx.reviewEffect.update({ where: { id: effectId }, data: { endedByDecisionId: decisionId } });
  await show(tx, reviewId, 'visible');
  await tx.$executeRaw`UPDATE review_objections SET state = 'moot' WHERE effect_id = ${effectId}::uuid AND state = 'open'`;
  await tellOfReview(tx, { reviewId, formerEffectId: effectId, isAtOnce: false });
  const withdrawn = await withdrawNotices(tx, effectId);
  if (!withdrawn.wasAll) await notifyBoth(tx, { effectId, kind: 'withdrawn', isAtOnce: false });
  await appendAudit(tx, {
    actor: { kind: 'person', id: userId },
    action: 'effect.ended',
    targetKind: 'review',
    targetId: reviewId,
    before: { effectId },
    after: { reason: 'replaced', decisionId, visibility: 'visible' },
    requestId,
  });
}

/** Lets the effect stand again that a decision to keep the review had ended, as far as its time has not run out. */
async function undoKeeping(
  tx: Tx,
  { userId, decisionId, requestId }: { userId: string; decisionId: string; requestId: string },
): Promise<void> {
  const [ended] = await tx.$queryRaw<{ id: string; reviewId: string; action: EffectAction }[]>`
    SELECT e.id, e.review_id AS "reviewId", e.action FROM decisions d JOIN tasks t ON t.id = d.task_id
    JOIN review_effects e ON e.review_id = t.item_id AND e.ended_by_decision_id = d.id
    WHERE d.id = ${decisionId}::uuid AND (e.ends_at IS NULL OR e.ends_at > now())`;
  if (!ended) return;
  const { id: effectId, reviewId, action } = ended;
  await lockReview(tx, reviewId);
  if (await tx.reviewEffect.findFirst({ where: { reviewId, endedAt: null } })) return;
  await tx.reviewEffect.update({
    where: { id: effectId },
    data: { endedAt: null, endReason: null, endedByDecisionId: null },
  });
  await show(tx, reviewId, visibilityBy[action]);
  await tellOfReview(tx, { reviewId, formerEffectId: null, isAtOnce: true });
  const { wasAll } = await withdrawNotices(tx, effectId);
  const isEndTold = (await tx.reviewNotice.count({ where: { effectId, kind: 'withdrawn', withdrawnAt: null } })) > 0;
  if (wasAll || isEndTold) await notifyBoth(tx, { effectId, kind: visibilityBy[action], isAtOnce: !wasAll });
  await appendAudit(tx, {
    actor: { kind: 'person', id: userId },
    action: 'effect.started',
    targetKind: 'review',
    targetId: reviewId,
    after: { effectId, undoneDecisionId: decisionId, action },
    requestId,
  });
}

/** Ends every blind whose time has run out and puts its review back. Returns how many. Safe to overlap. */
export async function restoreDue(app: Pick<App, 'db'>): Promise<number> {
  const due = await app.db.prisma.$queryRaw<{ id: string; reviewId: string }[]>`
    SELECT id, review_id AS "reviewId" FROM review_effects
    WHERE ended_at IS NULL AND ends_at IS NOT NULL AND ends_at <= now() ORDER BY ends_at LIMIT 500`;
  let restored = 0;
  for (const { id, reviewId } of due) {
    restored += await app.db.prisma.$transaction(async (tx) => {
      await lockReview(tx, reviewId);
      if (!(await endStanding(tx, { effectId: id, reason: 'expired', actor: jobActor }))) return 0;
      await notifyBoth(tx, { effectId: id, kind: 'restored', isAtOnce: true });
      return 1;
    });
  }
  return restored;
}

/**
 * Ends an effect if it stands, in a transaction that holds its review; false when it had ended before. The review is shown
 * as before: wholly, or as an effect it had replaced says.
 */
export async function endStanding(
  tx: Tx,
  input: { effectId: string; reason: EndReason; actor: Actor; requestId?: string },
): Promise<boolean> {
  const { effectId, reason, actor, requestId } = input;
  const ended = await endEffect(tx, effectId, reason);
  if (ended === null) return false;
  const [former] = await tx.$queryRaw<{ id: string; action: EffectAction }[]>`
    UPDATE review_effects SET ended_at = NULL, end_reason = NULL, replaced_by_id = NULL
    WHERE replaced_by_id = ${effectId}::uuid AND end_reason = 'replaced' AND (ends_at IS NULL OR ends_at > now())
    RETURNING id, action`;
  const visibility = former ? visibilityBy[former.action] : 'visible';
  await show(tx, ended.reviewId, visibility);
  await tellOfReview(tx, { reviewId: ended.reviewId, formerEffectId: effectId, isAtOnce: true });
  // What nobody ruled on needs no ruling any more.
  await tx.$executeRaw`UPDATE review_objections SET state = 'moot' WHERE effect_id = ${effectId}::uuid AND state = 'open'`;
  await appendAudit(tx, {
    actor,
    action: 'effect.ended',
    targetKind: 'review',
    targetId: ended.reviewId,
    before: { effectId, action: ended.action },
    after: { reason, visibility },
    requestId: requestId ?? null,
  });
  return true;
}

async function endEffect(
  tx: Tx,
  effectId: string,
  reason: EndReason | 'replaced',
): Promise<{ reviewId: string; action: string } | null> {
  const [ended] = await tx.$queryRaw<{ reviewId: string; action: string }[]>`
    UPDATE review_effects SET ended_at = now(), end_reason = ${reason}
    WHERE id = ${effectId}::uuid AND ended_at IS NULL RETURNING review_id AS "reviewId", action`;
  return ended ?? null;
}

/** Holds a review until the transaction ends: whoever starts or ends an effect on it takes turns. */
export async function lockReview(tx: Tx, reviewId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM reviews WHERE id = ${reviewId}::uuid FOR UPDATE`;
}

async function show(tx: Tx, reviewId: string, visibility: Visibility): Promise<void> {
  await tx.$executeRaw`UPDATE reviews SET visibility = ${visibility} WHERE id = ${reviewId}::uuid`;
}
