import type { LabelSetKind } from '@jeoul/shared/labeling/contract';
import { polarKeysOf } from '@jeoul/shared/labeling/polarity';
import type { PromotionPolicy, RunError, VerdictReason } from '@jeoul/shared/models/contract';
import type { Tx } from '@jeoul/db/client';
import { minResolutions, promotionVerdict } from '@jeoul/shared/models/rules';
import { createHash } from 'node:crypto';
import type { App } from '../../lib/app.ts';
import { appendAudit, jobActor } from '../../lib/audit.ts';
import { codeVersion } from '../../lib/code-version.ts';
import type { JobContext } from '../../lib/jobs/definitions.ts';
import type { TrainAndEvaluateInput, TrainAndEvaluateOutput, TrainingProgress } from '../../workers/training.ts';
import { freezeDataSet, readDataSet } from './data-set.service.ts';
import { LossCurve } from './loss-curve.ts';
import { announce, lockSlot, setChampion } from './promotion.service.ts';
import { publishRun } from './run-events.ts';

type Run = { id: string; slotKey: string; dataSetId: string | null; seed: number };

const progressEveryMs = 300;

/** A run that can't succeed however often it is tried; its message is what the page words. */
class HopelessRunError extends Error {
  override readonly message: RunError = 'too-few-resolutions';
}

/** A run that a person cancelled before its version was stored. */
class CancelledRunError extends Error {}

/**
 * One training run, from freezing its data set to the verdict. Repeating it after a crash picks the run up with the
 * data set it froze; the version it makes is unique to the run, so there are never two.
 */
export async function runTraining(app: App, { runId }: { runId: string }, context: JobContext): Promise<void> {
  const { prisma } = app.db;
  const run = await prisma.trainingRun.findUnique({ where: { id: runId }, include: { modelVersion: true } });
  if (!run || run.modelVersion || run.state === 'succeeded' || run.state === 'cancelled') return;
  const { count } = await prisma.trainingRun.updateMany({
    where: { id: runId, state: { in: ['queued', 'running'] } },
    data: {
      state: 'running',
      stage: 'freeze',
      fraction: 0,
      losses: [],
      attempts: { increment: 1 },
      startedAt: new Date(),
      error: null,
    },
  });
  // Ended between the two: cancelled, or done by a worker that was thought dead.
  if (count === 0) return;
  const stop = new AbortController();
  const watch = setInterval(() => void stopWhenCancelled(app, runId, stop), 500);
  const signal = AbortSignal.any([stop.signal, context.signal]);
  try {
    await train(app, run, signal);
  } catch (error) {
    const isCancelled = stop.signal.aborted || error instanceof CancelledRunError;
    if (!isCancelled && context.signal.aborted) {
      await giveBack(app, run);
      throw error;
    }
    await finishBadly(app, { run, error, isCancelled, isLast: context.isLastAttempt });
    if (!isCancelled && !(error instanceof HopelessRunError)) throw error;
  } finally {
    clearInterval(watch);
  }
}

/** This process is stopping: the run waits for the next one that works, and nothing about it failed. */
async function giveBack(app: App, run: Run): Promise<void> {
  await app.db.prisma.trainingRun.updateMany({ where: { id: run.id, state: 'running' }, data: { state: 'queued' } });
}

async function stopWhenCancelled(app: App, runId: string, stop: AbortController): Promise<void> {
  const run = await app.db.prisma.trainingRun
    .findUnique({ where: { id: runId }, select: { isCancelRequested: true } })
    .catch(() => null);
  if (run?.isCancelRequested) stop.abort();
}

async function train(app: App, run: Run, signal: AbortSignal): Promise<void> {
  const { prisma } = app.db;
  const dataSetId = run.dataSetId ?? (await freezeFor(app, run));
  const dataSet = await readDataSet(app, dataSetId);
  const labelSet = await prisma.labelSet.findUniqueOrThrow({
    where: { id: dataSet.labelSetId },
    include: { labels: { orderBy: { position: 'asc' } } },
  });
  const base = await prisma.slot.findUniqueOrThrow({ where: { key: run.slotKey } });
  const champion = base.championId
    ? await prisma.modelVersion.findUniqueOrThrow({ where: { id: base.championId }, include: { artifact: true } })
    : null;
  const losses = new LossCurve();
  const result = await app.compute.run<TrainAndEvaluateInput, TrainAndEvaluateOutput, TrainingProgress>(
    'trainAndEvaluate',
    {
      // Only ever written from the contract's own list.
      kind: labelSet.kind as LabelSetKind,
      labels: labelSet.hasPolarity
        ? polarKeysOf(labelSet.labels).map((key) => ({ key, parentKey: null }))
        : labelSet.labels.map(({ key, parentKey }) => ({ key, parentKey })),
      rows: dataSet.rows.map(({ text, labelKey, labelKeys, wasCorrection, isHeldOut }) => ({
        text,
        labelKey,
        labelKeys,
        wasCorrection,
        isHeldOut,
      })),
      seed: run.seed,
      champion: champion?.artifact
        ? { id: champion.id, number: champion.number, bytes: champion.artifact.bytes }
        : null,
    },
    { signal, onProgress: progressReporter(app, { run, losses }) },
  );
  signal.throwIfAborted();
  await conclude(app, { run, dataSetId, baseVersion: base.championVersion, losses, result });
}

async function freezeFor(app: App, run: Run): Promise<string> {
  const frozen = await freezeDataSet(app, run.slotKey);
  if (!frozen || frozen.rows < minResolutions || frozen.labels < 2) {
    throw new HopelessRunError();
  }
  await app.db.prisma.trainingRun.update({ where: { id: run.id }, data: { dataSetId: frozen.id } });
  return frozen.id;
}

/** Collects the loss curve; writes it and the progress to the run and tells the pages, a few times a second. */
function progressReporter(
  app: App,
  { run, losses }: { run: Run; losses: LossCurve },
): (progress: TrainingProgress) => void {
  let reportedAt = 0;
  let reportedStage = '';
  return (progress) => {
    if (progress.stage === 'fit') losses.add(progress);
    const { stage, fraction } = progress;
    if (stage === reportedStage && Date.now() - reportedAt < progressEveryMs) return;
    reportedAt = Date.now();
    reportedStage = stage;
    void app.db.prisma.trainingRun
      .updateMany({ where: { id: run.id, state: 'running' }, data: { stage, fraction, losses: losses.points() } })
      .catch((err: unknown) => app.log.warn({ err, runId: run.id }, 'progress not stored'));
    void publishRun(app, run, { state: 'running', fraction });
  };
}

/** Version, verdict and, when it passes, promotion: one transaction, refused a second champion by the slot's version. */
async function conclude(
  app: App,
  input: { run: Run; dataSetId: string; baseVersion: number; losses: LossCurve; result: TrainAndEvaluateOutput },
): Promise<void> {
  const { run, dataSetId, baseVersion, losses, result } = input;
  const { slotKey } = run;
  const made = await app.db.prisma.$transaction(async (tx) => {
    const slot = await lockSlot(tx, slotKey);
    if (!(await isOpen(tx, run.id))) return null;
    const policy = await tx.slot.findUniqueOrThrow({ where: { key: slotKey }, select: { promotionPolicy: true } });
    const standing = await tx.promotion.findUnique({
      where: { slotKey_championVersion: { slotKey, championVersion: slot.championVersion } },
      include: { modelVersion: { select: { dataSetId: true } } },
    });
    const verdict = promotionVerdict({
      comparison: result.comparison,
      policy: policy.promotionPolicy as PromotionPolicy,
      hasMoreData: dataSetId !== standing?.modelVersion.dataSetId,
      isRolledBack: standing?.kind === 'rollback',
    });
    const hasMoved = slot.championVersion !== baseVersion;
    const isPromoted = verdict.isPromoted && !hasMoved;
    const reason: VerdictReason = verdict.isPromoted && hasMoved ? 'champion-moved' : verdict.reason;
    const last = await tx.modelVersion.findFirst({
      where: { slotKey },
      orderBy: { number: 'desc' },
      select: { number: true },
    });
    const version = await tx.modelVersion.create({
      data: {
        slotKey,
        number: (last?.number ?? 0) + 1,
        runId: run.id,
        dataSetId,
        artifactHash: createHash('sha256').update(result.bytes).digest('hex'),
        sizeBytes: result.bytes.byteLength,
        codeVersion,
        trainSeconds: result.trainSeconds,
        metrics: result.metrics,
        ...(result.comparison ? { comparison: { ...result.comparison, reason } } : {}),
        verdict: isPromoted ? 'promoted' : reason === 'worse' || reason === 'no-more-data' ? 'kept' : 'waiting',
      },
    });
    await tx.modelArtifact.create({ data: { modelVersionId: version.id, bytes: result.bytes } });
    await tx.trainingRun.update({
      where: { id: run.id },
      data: { state: 'succeeded', stage: 'done', fraction: 1, losses: losses.points(), finishedAt: new Date() },
    });
    await appendAudit(tx, {
      actor: jobActor,
      action: 'model-version.created',
      targetKind: 'model-version',
      targetId: version.id,
      after: { slotKey, number: version.number, dataSetId, accuracy: result.metrics.accuracy, reason },
    });
    if (isPromoted) {
      await setChampion(tx, { slotKey, slot, modelVersionId: version.id, kind: 'promotion', reason, actor: jobActor });
    }
    return { number: version.number, isPromoted };
  });
  if (made === null) return;
  if (made.isPromoted) await announce(app, slotKey, made.number);
  await publishRun(app, run, { state: 'succeeded', fraction: 1 });
}

/**
 * Whether the run, held from here on, still wants its version: another worker may have stored it when this one was
 * thought dead. Throws CancelledRunError when a person stopped it meanwhile.
 */
async function isOpen(tx: Tx, runId: string): Promise<boolean> {
  const [run] = await tx.$queryRaw<{ state: string; isCancelRequested: boolean }[]>`
    SELECT state, is_cancel_requested AS "isCancelRequested" FROM training_runs WHERE id = ${runId}::uuid FOR UPDATE`;
  if (run?.state !== 'running' && run?.state !== 'queued') return false;
  if (run.isCancelRequested) throw new CancelledRunError('cancelled');
  return true;
}

async function finishBadly(
  app: App,
  input: { run: Run; error: unknown; isCancelled: boolean; isLast: boolean },
): Promise<void> {
  const { run, error, isCancelled, isLast } = input;
  const isFinal = isCancelled || isLast || error instanceof HopelessRunError;
  const state = isCancelled ? 'cancelled' : isFinal ? 'failed' : 'queued';
  const message = error instanceof Error ? error.message : String(error);
  if (!isCancelled) app.log.error({ err: error, runId: run.id }, 'training run failed');
  const { count } = await app.db.prisma.trainingRun.updateMany({
    where: { id: run.id, state: { in: ['queued', 'running'] } },
    data: { state, error: isCancelled ? null : message, ...(isFinal ? { finishedAt: new Date() } : {}) },
  });
  if (count > 0) await publishRun(app, run, { state, fraction: 0 });
}
