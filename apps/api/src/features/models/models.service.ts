import type { ModelComparison, ModelMetrics, RunState, Verdict, VerdictReason } from '@jeoul/shared/models/contract';
import type { App } from '../../lib/app.ts';
import { appendAudit, type Actor } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';

type Deps = Pick<App, 'db'>;

/** Every slot with what is live in it, what is running and how many resolutions wait to be learned. */
export async function listSlots(app: Deps) {
  const { prisma } = app.db;
  const slots = await prisma.slot.findMany({ orderBy: { key: 'asc' } });
  return Promise.all(slots.map((slot) => describeSlot(app, slot.key)));
}

/** One slot; throws NOT_FOUND. */
export async function describeSlot(app: Deps, slotKey: string) {
  const { prisma } = app.db;
  const slot = await prisma.slot.findUnique({ where: { key: slotKey } });
  if (!slot) throw new JeoulError('NOT_FOUND', { slotKey });
  const [champion, promotion, run, lastSet, resolutions] = await Promise.all([
    slot.championId ? prisma.modelVersion.findUnique({ where: { id: slot.championId } }) : null,
    prisma.promotion.findFirst({ where: { slotKey }, orderBy: { championVersion: 'desc' } }),
    prisma.trainingRun.findFirst({ where: { slotKey }, orderBy: { createdAt: 'desc' } }),
    prisma.dataSet.findFirst({ where: { slotKey }, orderBy: { untilSeq: 'desc' } }),
    resolutionCounts(app, slotKey),
  ]);
  return {
    key: slot.key,
    nameKo: slot.nameKo,
    nameEn: slot.nameEn,
    championVersion: slot.championVersion,
    champion: champion && {
      id: champion.id,
      number: champion.number,
      metrics: champion.metrics as ModelMetrics,
      liveSince: promotion?.promotedAt.toISOString() ?? null,
    },
    canRollBack: promotion?.previousId != null,
    trainEvery: slot.trainEvery,
    promotionPolicy: slot.promotionPolicy as 'automatic' | 'person',
    resolutions: resolutions.all,
    resolutionsSinceDataSet: lastSet ? Math.max(0, resolutions.all - lastSet.trainCount - lastSet.testCount) : resolutions.all,
    run: run && describeRun(run),
  };
}

async function resolutionCounts(app: Deps, slotKey: string): Promise<{ all: number }> {
  const [row] = await app.db.prisma.$queryRaw<{ all: number }[]>`
    SELECT count(*)::int AS all FROM resolutions r JOIN queues q ON q.id = r.queue_id
    WHERE q.slot_key = ${slotKey} AND r.revoked_at IS NULL`;
  return row ?? { all: 0 };
}

type RunRow = NonNullable<Awaited<ReturnType<App['db']['prisma']['trainingRun']['findFirst']>>>;

function describeRun(run: RunRow) {
  return {
    id: run.id,
    state: run.state as RunState,
    stage: run.stage,
    fraction: run.fraction,
    attempts: run.attempts,
    losses: run.losses as { epoch: number; loss: number; validationLoss: number | null }[],
    error: run.error,
    isByPerson: run.triggeredById !== null,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}

/** The slot's newest runs, newest first. */
export async function listRuns(app: Deps, input: { slotKey: string; limit: number }) {
  const rows = await app.db.prisma.trainingRun.findMany({
    where: { slotKey: input.slotKey },
    orderBy: { createdAt: 'desc' },
    take: input.limit,
    include: { modelVersion: { select: { id: true, number: true, verdict: true } } },
  });
  return rows.map((row) => ({ ...describeRun(row), modelVersion: row.modelVersion }));
}

/** The slot's versions by number, newest first, without their artefacts; `before` pages on. */
export async function listVersions(app: Deps, input: { slotKey: string; limit: number; before: number | null }) {
  const rows = await app.db.prisma.modelVersion.findMany({
    where: { slotKey: input.slotKey, ...(input.before === null ? {} : { number: { lt: input.before } }) },
    orderBy: { number: 'desc' },
    take: input.limit,
    include: { dataSet: true },
  });
  return rows.map(({ dataSet, ...row }) => {
    const metrics = row.metrics as ModelMetrics;
    const comparison = row.comparison as (ModelComparison & { reason: VerdictReason }) | null;
    return {
      id: row.id,
      number: row.number,
      verdict: row.verdict as Verdict,
      reason: comparison?.reason ?? ('first-model' as const),
      createdAt: row.createdAt.toISOString(),
      trainSeconds: row.trainSeconds,
      sizeBytes: row.sizeBytes,
      artifactHash: row.artifactHash,
      metrics,
      comparison,
      dataSet: dataSet && {
        id: dataSet.id,
        contentHash: dataSet.contentHash,
        trainCount: dataSet.trainCount,
        testCount: dataSet.testCount,
        labelCounts: dataSet.labelCounts as Record<string, number>,
      },
    };
  });
}

/**
 * How the slot learned: for every version the resolutions it knew and its figures on its held-out part, and the figures of
 * whatever was live then. The x of the curve is resolutions, its y accuracy or macro F1.
 */
export async function learningCurve(app: Deps, slotKey: string) {
  const rows = await app.db.prisma.modelVersion.findMany({
    where: { slotKey },
    orderBy: { number: 'asc' },
    select: { number: true, verdict: true, metrics: true, comparison: true, createdAt: true, dataSet: { select: { trainCount: true, testCount: true } } },
  });
  return rows.map((row) => {
    const metrics = row.metrics as ModelMetrics;
    const comparison = row.comparison as ModelComparison | null;
    return {
      number: row.number,
      verdict: row.verdict as Verdict,
      createdAt: row.createdAt.toISOString(),
      resolutions: (row.dataSet?.trainCount ?? 0) + (row.dataSet?.testCount ?? 0),
      accuracy: metrics.accuracy,
      macroF1: metrics.macroF1,
      heldOutRows: metrics.rows,
      championAccuracy: comparison?.championMetrics.accuracy ?? null,
    };
  });
}

/** Every change of the slot's champion, newest first. */
export async function promotionHistory(app: Deps, input: { slotKey: string; limit: number }) {
  const rows = await app.db.prisma.promotion.findMany({
    where: { slotKey: input.slotKey },
    orderBy: { championVersion: 'desc' },
    take: input.limit,
    include: { modelVersion: { select: { number: true } } },
  });
  const people = await namesOf(app, rows.map((row) => row.decidedById));
  return rows.map((row) => ({
    championVersion: row.championVersion,
    modelVersionId: row.modelVersionId,
    modelNumber: row.modelVersion.number,
    kind: row.kind as 'promotion' | 'rollback',
    reason: row.reason,
    by: row.decidedById ? (people.get(row.decidedById) ?? null) : null,
    promotedAt: row.promotedAt.toISOString(),
  }));
}

async function namesOf(app: Deps, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  const users = await app.db.prisma.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}

/** The version that was live in a slot at a time, or null when none was. */
export async function liveAt(app: Deps, input: { slotKey: string; at: Date }) {
  const row = await app.db.prisma.promotion.findFirst({
    where: { slotKey: input.slotKey, promotedAt: { lte: input.at } },
    orderBy: { championVersion: 'desc' },
    include: { modelVersion: { select: { id: true, number: true, artifactHash: true } } },
  });
  return row && { ...row.modelVersion, since: row.promotedAt.toISOString() };
}

/** When a slot trains by itself and who promotes. Throws NOT_FOUND. */
export async function updateSlot(
  app: Deps,
  input: { actor: Actor; slotKey: string; trainEvery: number; promotionPolicy: 'automatic' | 'person' },
): Promise<void> {
  const { actor, slotKey, trainEvery, promotionPolicy } = input;
  await app.db.prisma.$transaction(async (tx) => {
    const before = await tx.slot.findUnique({ where: { key: slotKey }, select: { trainEvery: true, promotionPolicy: true } });
    if (!before) throw new JeoulError('NOT_FOUND', { slotKey });
    const after = { trainEvery, promotionPolicy };
    await tx.slot.update({ where: { key: slotKey }, data: after });
    await appendAudit(tx, { actor, action: 'slot.updated', targetKind: 'slot', targetId: slotKey, before, after });
  });
}
