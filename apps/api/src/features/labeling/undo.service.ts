import type { ItemKind } from '@jeoul/shared/labeling/contract';
import type { App } from '../../lib/app.ts';
import { appendAudit } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';
import { resolutionsLock } from '../../lib/locks.ts';
import { tellOfLabels, tellOfSaid } from './label-webhooks.ts';
import { undoEffect } from './reviews/effects.service.ts';

type Undoable = {
  userId: string;
  undoneAt: Date | null;
  labelKey: string | null;
  taskId: string;
  itemId: string;
  state: string;
  leaseHolderId: string | null;
  isLeased: boolean;
  resolutionId: string | null;
  revokedAt: Date | null;
  previousLabelKey: string | null;
  previousLabelSource: string | null;
  leaseSeconds: number;
  itemKind: ItemKind;
  queueId: string;
  hasPolarity: boolean;
  isEscalation: boolean;
};

/**
 * Takes one's own decision back: its resolution is revoked (a data set frozen before keeps it), the item gets its former
 * label again, an effect on a review ends, and the task is leased to the same person anew. Undoing twice is the same as once. Throws NOT_FOUND for a
 * decision that is not theirs, UNDO_TOO_LATE when someone else has taken up or decided the task since.
 */
export async function undoDecision(
  app: Pick<App, 'db'>,
  input: { userId: string; decisionId: string; requestId: string },
): Promise<{ taskId: string }> {
  const { userId, decisionId, requestId } = input;
  return app.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${resolutionsLock}::bigint)`;
    const [row] = await tx.$queryRaw<Undoable[]>`
      SELECT d.user_id AS "userId", d.undone_at AS "undoneAt", d.label_key AS "labelKey",
             t.id AS "taskId", t.item_id AS "itemId", t.state, t.lease_holder_id AS "leaseHolderId",
             (t.lease_expires_at > now()) IS TRUE AS "isLeased", q.lease_seconds AS "leaseSeconds",
             q.item_kind AS "itemKind", q.id AS "queueId", ls.has_polarity AS "hasPolarity", (d.answer->>'action' = 'escalate') IS TRUE AS "isEscalation",
             r.id AS "resolutionId", r.revoked_at AS "revokedAt",
             r.previous_label_key AS "previousLabelKey", r.previous_label_source AS "previousLabelSource"
      FROM decisions d JOIN tasks t ON t.id = d.task_id JOIN queues q ON q.id = t.queue_id
      JOIN label_sets ls ON ls.id = q.label_set_id
      LEFT JOIN resolutions r ON r.decision_id = d.id
      WHERE d.id = ${decisionId}::uuid FOR UPDATE OF d, t`;
    if (!row || row.userId !== userId) throw new JeoulError('NOT_FOUND', { decisionId });
    if (row.undoneAt !== null) return { taskId: row.taskId };
    const isTakenUp = row.state === 'open' && row.isLeased && row.leaseHolderId !== userId;
    const isDecidedAnew = row.state === 'resolved' && row.resolutionId === null;
    // Revoked without having been undone: the task was opened again for a new text or for reports.
    if (isTakenUp || isDecidedAnew || row.revokedAt !== null) throw new JeoulError('UNDO_TOO_LATE', { decisionId });

    await tx.decision.update({ where: { id: decisionId }, data: { undoneAt: new Date() } });
    if (row.resolutionId !== null) {
      await tx.$executeRaw`
        UPDATE resolutions SET revoked_at = now(), revoked_seq = nextval(pg_get_serial_sequence('resolutions', 'seq'))
        WHERE id = ${row.resolutionId}::uuid`;
      if (row.hasPolarity) {
        const change = { reviewId: row.itemId, queueId: row.queueId, decisionId, labels: null };
        await tellOfSaid(tx, { changes: [change], isAtOnce: true });
      } else if (row.itemKind === 'review') await undoEffect(tx, { userId, decisionId, requestId });
      else {
        await tx.$executeRaw`
        UPDATE menu_items SET label_key = ${row.previousLabelKey}, label_source = ${row.previousLabelSource}, updated_at = now()
        WHERE id = ${row.itemId}::uuid`;
        const change = { itemId: row.itemId, labelKey: row.previousLabelKey, priorLabelKey: row.labelKey };
        await tellOfLabels(tx, { changes: [change], isAtOnce: true });
      }
    } else if (!row.isEscalation) {
      await tx.taskSkip.deleteMany({ where: { taskId: row.taskId, userId } });
    }
    await tx.$executeRaw`
      UPDATE tasks SET state = 'open', resolved_at = NULL, deferred_until = NULL, fence = fence + 1,
        similar_key = (SELECT similar_key(i.name) FROM menu_items i WHERE i.id = item_id),
        escalated_at = CASE WHEN ${row.isEscalation}::boolean THEN NULL ELSE escalated_at END,
        lease_holder_id = ${userId}::uuid, lease_expires_at = now() + make_interval(secs => ${row.leaseSeconds}::int)
      WHERE id = ${row.taskId}::uuid`;
    await appendAudit(tx, {
      actor: { kind: 'person', id: userId },
      action: 'decision.undone',
      targetKind: 'task',
      targetId: row.taskId,
      before: { decisionId, labelKey: row.labelKey },
      after: { labelKey: row.previousLabelKey },
      requestId,
    });
    return { taskId: row.taskId };
  });
}
