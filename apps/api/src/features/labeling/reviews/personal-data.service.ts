import type { ReviewText } from '@jeoul/shared/labeling/contract';
import { findPersonalData } from '@jeoul/shared/labeling/personal-data';
import type { App } from '../../../lib/app.ts';
import { appendAudit } from '../../../lib/audit.ts';
import { JeoulError } from '../../../lib/errors.ts';

/**
 * A review's text with the personal data in it, for whoever works at its task: who holds its lease or has decided it.
 * Asking is written down before the answer is given; the audit says how many pieces of which kind were shown, not what.
 * Throws NOT_FOUND for a task that isn't a review's, FORBIDDEN for one that is nothing of theirs.
 */
export async function revealPersonalData(
  app: Pick<App, 'db'>,
  input: { userId: string; requestId: string; taskId: string },
): Promise<ReviewText> {
  const { userId, requestId, taskId } = input;
  return app.db.prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ reviewId: string; text: string; isTheirs: boolean }[]>`
      SELECT v.id AS "reviewId", v.text,
        (t.lease_holder_id = ${userId}::uuid AND t.lease_expires_at > now()) IS TRUE
          OR EXISTS (SELECT 1 FROM decisions d WHERE d.task_id = t.id AND d.user_id = ${userId}::uuid) AS "isTheirs"
      FROM tasks t JOIN queues q ON q.id = t.queue_id JOIN reviews v ON v.id = t.item_id
      WHERE t.id = ${taskId}::uuid AND q.item_kind = 'review'`;
    if (!row) throw new JeoulError('NOT_FOUND', { taskId });
    if (!row.isTheirs) throw new JeoulError('FORBIDDEN', { taskId });
    const found = findPersonalData(row.text);
    await appendAudit(tx, {
      actor: { kind: 'person', id: userId },
      action: 'personal-data.revealed',
      targetKind: 'review',
      targetId: row.reviewId,
      after: { taskId, kinds: found.map(({ kind }) => kind) },
      requestId,
    });
    return { text: row.text };
  });
}
