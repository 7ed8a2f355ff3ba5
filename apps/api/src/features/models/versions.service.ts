import type { ModelComparison, ModelMetrics, Verdict, VerdictReason } from '@jeoul/shared/models/contract';
import type { App } from '../../lib/app.ts';
import { JeoulError } from '../../lib/errors.ts';
import { neighbours, resolutionsBetween, versionRows } from './models.queries.ts';
import { describeRun } from './run-view.ts';
import { versionEvents } from './version-events.service.ts';

type Deps = Pick<App, 'db'>;
type StoredComparison = ModelComparison & { reason: VerdictReason };

/** The slot's versions by number, newest first, with the few figures a list shows; `before` pages on. */
export async function listVersions(app: Deps, input: { slotKey: string; limit: number; before: number | null }) {
  const rows = await versionRows(app.db.prisma, input);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Everything that is known of one version, without its artefact. Throws NOT_FOUND. */
export async function describeVersion(app: Deps, input: { slotKey: string; number: number }) {
  const { prisma } = app.db;
  const { slotKey, number } = input;
  const version = await prisma.modelVersion.findUnique({
    where: { slotKey_number: { slotKey, number } },
    include: { dataSet: true, run: true, slot: true },
  });
  if (!version) throw new JeoulError('NOT_FOUND', { slotKey, number });
  const comparison = version.comparison as StoredComparison | null;
  const { dataSet, run, slot } = version;
  const [learned, beside, events, champion] = await Promise.all([
    dataSet && learnedSince(app, { dataSet, championId: comparison?.championId ?? null }),
    neighbours(prisma, input),
    versionEvents(app, version),
    slot.championId
      ? prisma.modelVersion.findUnique({ where: { id: slot.championId }, select: { id: true, number: true } })
      : null,
  ]);
  return {
    id: version.id,
    slotKey,
    number,
    isLive: slot.championId === version.id,
    /** What is live now, and the number that a promotion must name. */
    champion,
    championVersion: slot.championVersion,
    verdict: version.verdict as Verdict,
    reason: comparison?.reason ?? ('first-model' as const),
    createdAt: version.createdAt.toISOString(),
    trainSeconds: version.trainSeconds,
    sizeBytes: version.sizeBytes,
    artifactHash: version.artifactHash,
    codeVersion: version.codeVersion,
    metrics: version.metrics as ModelMetrics,
    comparison,
    run: run && { ...describeRun(run), seed: run.seed },
    dataSet: dataSet && {
      id: dataSet.id,
      contentHash: dataSet.contentHash,
      createdAt: dataSet.createdAt.toISOString(),
      trainCount: dataSet.trainCount,
      testCount: dataSet.testCount,
      heldOutShare: dataSet.heldOutShare,
      labelCounts: dataSet.labelCounts as Record<string, number>,
    },
    learned,
    older: beside.older,
    newer: beside.newer,
    events,
  };
}

/** What a data set holds beyond that of the champion its version was measured against; all of it when there was none. */
async function learnedSince(
  app: Deps,
  input: { dataSet: { queueId: string; untilSeq: bigint }; championId: string | null },
) {
  const champion = input.championId
    ? await app.db.prisma.modelVersion.findUnique({ where: { id: input.championId }, select: { dataSet: true } })
    : null;
  const { queueId, untilSeq } = input.dataSet;
  return resolutionsBetween(app.db.prisma, { queueId, after: champion?.dataSet?.untilSeq ?? 0n, until: untilSeq });
}
