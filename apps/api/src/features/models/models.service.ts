import type {
  ModelComparison,
  ModelMetrics,
  PromotionPolicy,
  SlotSettings,
  Verdict,
} from '@jeoul/shared/models/contract';
import { minResolutions } from '@jeoul/shared/models/rules';
import type { App } from '../../lib/app.ts';
import { appendAudit, type Actor } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';
import { countResolutions, waitingVersion } from './models.queries.ts';
import { namesOf } from './people.ts';
import { describeRun } from './run-view.ts';

type Deps = Pick<App, 'db'>;

/** Every slot with what is live in it, what is running and how many resolutions wait to be learned. */
export async function listSlots(app: Deps) {
  const slots = await app.db.prisma.slot.findMany({ orderBy: { key: 'asc' }, select: { key: true } });
  return Promise.all(slots.map((slot) => describeSlot(app, slot.key)));
}

/** One slot; throws NOT_FOUND. `run` is its newest, whatever became of it. */
export async function describeSlot(app: Deps, slotKey: string) {
  const { prisma } = app.db;
  const slot = await prisma.slot.findUnique({ where: { key: slotKey } });
  if (!slot) throw new JeoulError('NOT_FOUND', { slotKey });
  const { championVersion } = slot;
  const [champion, promotion, run, lastSet, queue, waiting, newest] = await Promise.all([
    slot.championId
      ? prisma.modelVersion.findUnique({
          where: { id: slot.championId },
          include: { dataSet: { select: { untilSeq: true } } },
        })
      : null,
    prisma.promotion.findUnique({ where: { slotKey_championVersion: { slotKey, championVersion } } }),
    prisma.trainingRun.findFirst({
      where: { slotKey },
      orderBy: { createdAt: 'desc' },
      include: { modelVersion: { select: { number: true } } },
    }),
    prisma.dataSet.findFirst({ where: { slotKey }, orderBy: { untilSeq: 'desc' } }),
    prisma.queue.findFirst({ where: { slotKey }, orderBy: { createdAt: 'asc' }, select: { key: true } }),
    waitingVersion(prisma, slotKey),
    prisma.modelVersion.findFirst({
      where: { slotKey },
      orderBy: { number: 'desc' },
      select: { number: true, verdict: true, dataSet: { select: { untilSeq: true } } },
    }),
  ]);
  const since = (dataSet: { untilSeq: bigint } | null | undefined) =>
    countResolutions(prisma, { slotKey, after: dataSet?.untilSeq ?? 0n });
  const [previous, sinceDataSet, sinceChampion, sinceNewest] = await Promise.all([
    promotion?.previousId
      ? prisma.modelVersion.findUnique({ where: { id: promotion.previousId }, select: { id: true, number: true } })
      : null,
    since(lastSet),
    since(champion?.dataSet),
    since(newest?.dataSet),
  ]);
  return {
    key: slot.key,
    nameKo: slot.nameKo,
    nameEn: slot.nameEn,
    /** The queue whose resolutions it learns from, and whose labels it gives. */
    queueKey: queue?.key ?? null,
    championVersion,
    champion: champion && {
      id: champion.id,
      number: champion.number,
      metrics: figuresOf(champion.metrics as ModelMetrics),
      comparison: summaryOf(champion.comparison as ModelComparison | null),
      liveSince: promotion?.promotedAt.toISOString() ?? null,
      /** Resolutions given since its data set was frozen: what it has not learned. */
      unlearned: sinceChampion,
    },
    /** The newest version, whatever became of it, and the resolutions that even it has not learned. */
    newest: newest && { number: newest.number, verdict: newest.verdict as Verdict, unlearned: sinceNewest },
    /** How the champion came to be live: the newest entry of the slot's history. */
    promotion: promotion && {
      kind: promotion.kind as 'promotion' | 'rollback',
      reason: promotion.reason,
      isByPerson: promotion.decidedById !== null,
      by: promotion.decidedById
        ? ((await namesOf(app, [promotion.decidedById])).get(promotion.decidedById) ?? null)
        : null,
    },
    /** What a rollback would put back. */
    previous,
    canRollBack: previous !== null,
    waiting,
    trainEvery: slot.trainEvery,
    promotionPolicy: slot.promotionPolicy as PromotionPolicy,
    /** What the newest data set holds, and what came since; its run may have made no version. */
    resolutions: (lastSet ? lastSet.trainCount + lastSet.testCount : 0) + sinceDataSet,
    resolutionsSinceDataSet: sinceDataSet,
    /** How many of them start the next run by itself; 0 is never. */
    nextRunAfter: slot.trainEvery === 0 ? 0 : Math.max(slot.trainEvery, lastSet ? 1 : minResolutions),
    run: run && { ...describeRun(run), madeNumber: run.modelVersion?.number ?? null },
  };
}

export type ModelFigures = Pick<ModelMetrics, 'accuracy' | 'macroF1' | 'ece' | 'rows'>;

function figuresOf({ accuracy, macroF1, ece, rows }: ModelMetrics): ModelFigures {
  return { accuracy, macroF1, ece, rows };
}

function summaryOf(comparison: ModelComparison | null) {
  if (comparison === null) return null;
  const { championNumber, difference, low, high, pNoDifference } = comparison;
  return { championNumber, difference, low, high, pNoDifference };
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

/** When a slot trains by itself and who promotes. Throws NOT_FOUND. */
export async function updateSlot(app: Deps, input: { actor: Actor; slotKey: string } & SlotSettings): Promise<void> {
  const { actor, slotKey, trainEvery, promotionPolicy } = input;
  await app.db.prisma.$transaction(async (tx) => {
    const before = await tx.slot.findUnique({
      where: { key: slotKey },
      select: { trainEvery: true, promotionPolicy: true },
    });
    if (!before) throw new JeoulError('NOT_FOUND', { slotKey });
    const after = { trainEvery, promotionPolicy };
    await tx.slot.update({ where: { key: slotKey }, data: after });
    await appendAudit(tx, { actor, action: 'slot.updated', targetKind: 'slot', targetId: slotKey, before, after });
  });
}
