import { minResolutions } from '@jeoul/shared/models/rules';
import type { App } from '../../lib/app.ts';
import { appendAudit, jobActor, type Actor } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';
import { enqueueJob } from '../../lib/jobs/outbox.ts';

type Deps = Pick<App, 'db'>;

/**
 * Starts a training run for a slot. Throws NOT_FOUND, ALREADY_RUNNING (one run a slot at a time) or TOO_FEW_RESOLUTIONS.
 */
export async function startRun(app: Deps, actor: Actor, slotKey: string): Promise<{ runId: string }> {
  return app.db.prisma.$transaction(async (tx) => {
    const [slot] = await tx.$queryRaw<{ key: string }[]>`SELECT key FROM slots WHERE key = ${slotKey} FOR UPDATE`;
    if (!slot) throw new JeoulError('NOT_FOUND', { slotKey });
    const active = await tx.trainingRun.findFirst({ where: { slotKey, state: { in: ['queued', 'running'] } } });
    if (active) throw new JeoulError('ALREADY_RUNNING', { runId: active.id });
    const given = await countResolutions(app, { slotKey, after: 0n, cap: minResolutions });
    if (given < minResolutions) throw new JeoulError('TOO_FEW_RESOLUTIONS', { given, needed: minResolutions });
    const run = await tx.trainingRun.create({ data: { slotKey, triggeredById: actor.id } });
    await appendAudit(tx, {
      actor,
      action: 'run.queued',
      targetKind: 'training-run',
      targetId: run.id,
      after: { slotKey },
    });
    await enqueueJob(tx, 'training.run', { runId: run.id });
    return { runId: run.id };
  });
}

/** Standing resolutions of a slot's queues given after a number, counted no further than `cap`. */
async function countResolutions(app: Deps, input: { slotKey: string; after: bigint; cap: number }): Promise<number> {
  const [row] = await app.db.prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM resolutions r JOIN queues q ON q.id = r.queue_id
      WHERE q.slot_key = ${input.slotKey} AND r.seq > ${input.after} AND r.revoked_at IS NULL LIMIT ${input.cap}
    ) counted`;
  return row?.count ?? 0;
}

/**
 * Starts a run when enough resolutions came in since the slot's last data set. Safe to call at any time and from several
 * processes: of two that see the same, one starts the run and the other finds it running.
 */
export async function considerTraining(app: Deps, slotKey: string): Promise<{ runId: string } | null> {
  const slot = await app.db.prisma.slot.findUnique({ where: { key: slotKey } });
  if (!slot || slot.trainEvery === 0) return null;
  const last = await app.db.prisma.dataSet.findFirst({ where: { slotKey }, orderBy: { untilSeq: 'desc' } });
  const cap = Math.max(slot.trainEvery, last ? 1 : minResolutions);
  const fresh = await countResolutions(app, { slotKey, after: last?.untilSeq ?? 0n, cap });
  if (fresh < cap) return null;
  try {
    return await startRun(app, jobActor, slotKey);
  } catch (error) {
    const isExpected = error instanceof JeoulError && ['ALREADY_RUNNING', 'TOO_FEW_RESOLUTIONS'].includes(error.code);
    if (isExpected) return null;
    throw error;
  }
}

/** Asks a run to stop; a queued one ends at once, a running one when its thread is ended. Throws NOT_FOUND. */
export async function cancelRun(app: Deps, actor: Actor, runId: string): Promise<void> {
  await app.db.prisma.$transaction(async (tx) => {
    const run = await tx.trainingRun.findUnique({ where: { id: runId } });
    if (!run) throw new JeoulError('NOT_FOUND', { runId });
    if (run.state !== 'queued' && run.state !== 'running') return;
    const isQueued = run.state === 'queued';
    await tx.trainingRun.update({
      where: { id: runId },
      data: { isCancelRequested: true, ...(isQueued ? { state: 'cancelled', finishedAt: new Date() } : {}) },
    });
    await appendAudit(tx, { actor, action: 'run.cancel-requested', targetKind: 'training-run', targetId: runId });
  });
}
