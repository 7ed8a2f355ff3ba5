import type { newQueue } from '@jeoul/shared/labeling/contract';
import { usualHeldOutShare } from '@jeoul/shared/models/rules';
import type { z } from 'zod';
import type { App } from '../../lib/app.ts';
import { appendAudit, type Actor } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';
import { enqueueJob } from '../../lib/jobs/outbox.ts';

/**
 * Makes a queue with its label set and, where missing, its slot; every item of its kind becomes a task.
 * Throws CONFLICT when the key is taken, INVALID_INPUT when a label's parent is missing or a key stands twice.
 */
export async function createQueue(
  app: Pick<App, 'db'>,
  actor: Actor,
  input: z.output<typeof newQueue>,
): Promise<{ queueId: string }> {
  const { labelSet } = input;
  const keys = new Set(labelSet.labels.map((label) => label.key));
  if (keys.size !== labelSet.labels.length)
    throw new JeoulError('INVALID_INPUT', { detail: 'a label key stands twice' });
  const orphan = labelSet.labels.find((label) => label.parentKey !== null && !keys.has(label.parentKey));
  if (orphan)
    throw new JeoulError('INVALID_INPUT', { detail: `label ${orphan.key}: parent ${orphan.parentKey} is missing` });

  return app.db.prisma.$transaction(
    async (tx) => {
      if (await tx.queue.findUnique({ where: { key: input.key } }))
        throw new JeoulError('CONFLICT', { queueKey: input.key });
      const newest = await tx.labelSet.findFirst({ where: { key: labelSet.key }, orderBy: { version: 'desc' } });
      const set = await tx.labelSet.create({
        data: {
          key: labelSet.key,
          version: (newest?.version ?? 0) + 1,
          kind: labelSet.kind,
          hasPolarity: labelSet.hasPolarity,
          nameKo: labelSet.nameKo,
          nameEn: labelSet.nameEn,
        },
      });
      await tx.label.createMany({
        data: labelSet.labels.map((label, position) => ({ ...label, labelSetId: set.id, position })),
      });
      await tx.slot.upsert({
        where: { key: input.slotKey },
        create: {
          key: input.slotKey,
          nameKo: input.nameKo,
          nameEn: input.nameEn,
          trainEvery: input.trainEvery,
          heldOutShare: usualHeldOutShare,
        },
        update: {},
      });
      const queue = await tx.queue.create({
        data: {
          key: input.key,
          slotKey: input.slotKey,
          labelSetId: set.id,
          itemKind: input.itemKind,
          nameKo: input.nameKo,
          nameEn: input.nameEn,
          leaseSeconds: input.leaseSeconds,
          slaMinutes: input.slaMinutes,
          priorityRule: input.priorityRule,
          reopenAfterReports: input.reopenAfterReports,
        },
      });
      if (input.itemKind === 'review')
        await tx.$executeRaw`INSERT INTO tasks (queue_id, item_id) SELECT ${queue.id}::uuid, id FROM reviews`;
      else
        await tx.$executeRaw`
          INSERT INTO tasks (queue_id, item_id, similar_key) SELECT ${queue.id}::uuid, id, similar_key(name) FROM menu_items`;
      await appendAudit(tx, {
        actor,
        action: 'queue.created',
        targetKind: 'queue',
        targetId: queue.id,
        after: {
          key: input.key,
          slotKey: input.slotKey,
          labelSet: labelSet.key,
          version: set.version,
          labels: keys.size,
        },
      });
      await enqueueJob(tx, 'labeling.rescore', { slotKey: input.slotKey });
      return { queueId: queue.id };
    },
    { timeout: 600_000 },
  );
}
