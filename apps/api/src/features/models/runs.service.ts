import type { RunError } from '@jeoul/shared/models/contract';
import { minResolutions } from '@jeoul/shared/models/rules';
import type { App } from '../../lib/app.ts';
import { appendAudit, jobActor, type Actor } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';
import { enqueueJob } from '../../lib/jobs/outbox.ts';
import { countResolutions } from './models.queries.ts';
import { lockSlot } from './promotion.service.ts';
import { publishRun } from './run-events.ts';

type Deps = Pick<App, 'db' | 'live'>;

/**
 * Starts a training run for a slot. Throws NOT_FOUND, ALREADY_RUNNING (one run a slot at a time) or TOO_FEW_RESOLUTIONS.
 */
export async function startRun(app: Deps, actor: Actor, slotKey: string): Promise<{ runId: string }> {
  const run = await app.db.prisma.$transaction(async (tx) => {
    await lockSlot(tx, slotKey);
    const active = await tx.trainingRun.findFirst({ where: { slotKey, state: { in: ['queued', 'running'] } } });
    if (active) throw new JeoulError('ALREADY_RUNNING', { runId: active.id });
    const given = await countResolutions(tx, { slotKey, after: 0n, cap: minResolutions });
    if (given < minResolutions) throw new JeoulError('TOO_FEW_RESOLUTIONS', { given, needed: minResolutions });
    const created = await tx.trainingRun.create({ data: { slotKey, triggeredById: actor.id } });
    await appendAudit(tx, {
      actor,
      action: 'run.queued',
      targetKind: 'training-run',
      targetId: created.id,
      after: { slotKey },
    });
    await enqueueJob(tx, 'training.run', { runId: created.id });
    return created;
  });
  await publishRun(app, run, { state: 'queued', fraction: 0 });
  return { runId: run.id };
}

/**
 * Starts a run when enough resolutions came in since the slot's last data set. Safe to call at any time and from several
 * processes: of two that see the same, one starts the run and the other finds it running.
 */
export async function considerTraining(app: Deps, slotKey: string): Promise<{ runId: string } | null> {
  const { prisma } = app.db;
  const slot = await prisma.slot.findUnique({ where: { key: slotKey } });
  if (!slot || slot.trainEvery === 0) return null;
  const last = await prisma.dataSet.findFirst({ where: { slotKey }, orderBy: { untilSeq: 'desc' } });
  const cap = Math.max(slot.trainEvery, last ? 1 : minResolutions);
  const fresh = await countResolutions(prisma, { slotKey, after: last?.untilSeq ?? 0n, cap });
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
  const ended = await app.db.prisma.$transaction(async (tx) => {
    const [run] = await tx.$queryRaw<{ id: string; slotKey: string; state: string }[]>`
      SELECT id, slot_key AS "slotKey", state FROM training_runs WHERE id = ${runId}::uuid FOR UPDATE`;
    if (!run) throw new JeoulError('NOT_FOUND', { runId });
    if (run.state !== 'queued' && run.state !== 'running') return null;
    const isQueued = run.state === 'queued';
    await tx.trainingRun.update({
      where: { id: runId },
      data: { isCancelRequested: true, ...(isQueued ? { state: 'cancelled', finishedAt: new Date() } : {}) },
    });
    await appendAudit(tx, { actor, action: 'run.cancel-requested', targetKind: 'training-run', targetId: runId });
    return isQueued ? run : null;
  });
  if (ended) await publishRun(app, ended, { state: 'cancelled', fraction: 0 });
}

/**
 * Ends a run whose job BullMQ gave up without the handler's knowledge (its process was killed too often), so that the
 * slot can train again. A run that ended already stays as it is.
 */
export async function abandonRun(app: Deps, input: { runId: string; error: RunError }): Promise<void> {
  const { runId: id, error } = input;
  const { count } = await app.db.prisma.trainingRun.updateMany({
    where: { id, state: { in: ['queued', 'running'] } },
    data: { state: 'failed', error, finishedAt: new Date() },
  });
  if (count === 0) return;
  const run = await app.db.prisma.trainingRun.findUniqueOrThrow({ where: { id } });
  await publishRun(app, run, { state: 'failed', fraction: run.fraction });
}
