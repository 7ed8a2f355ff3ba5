import type { Database } from '@jeoul/db/client';
import type { ModelMetrics, Verdict } from '@jeoul/shared/models/contract';
import type { App } from '../../lib/app.ts';
import type { HeldOutRow } from '../../workers/evaluation.ts';
import type { MeasureInput, MeasureOutput } from '../../workers/training.ts';
import { readDataSet } from './data-set.service.ts';

/** Versions measured anew for one curve: the first, the last, and the rest evenly between. */
const mostMeasured = 40;
/** Rows they are measured on: an even sample of the held-out part when that is larger. */
const mostRows = 5_000;

/**
 * How the slot learned: for every version the resolutions it knew and its figures on its own held-out part, which grows
 * from version to version. `measuredCurve` puts them on the same rows.
 */
export async function learningCurve(app: Pick<App, 'db'>, slotKey: string) {
  const rows = await app.db.prisma.modelVersion.findMany({
    where: { slotKey },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      verdict: true,
      metrics: true,
      createdAt: true,
      dataSet: { select: { trainCount: true, testCount: true } },
    },
  });
  return rows.map((row) => {
    const { accuracy, macroF1, rows: heldOutRows } = row.metrics as ModelMetrics;
    return {
      id: row.id,
      number: row.number,
      verdict: row.verdict as Verdict,
      createdAt: row.createdAt.toISOString(),
      resolutions: (row.dataSet?.trainCount ?? 0) + (row.dataSet?.testCount ?? 0),
      accuracy,
      macroF1,
      heldOutRows,
    };
  });
}

/**
 * The versions measured on the same rows: the held-out part of the slot's newest data set, which none of them learned
 * from, since an item's part never changes. Takes as long as loading and asking every model; the answers are kept until
 * the next data set. A version that can't be measured is left out. Null while no data set has held-out rows.
 */
export async function measuredCurve(app: Pick<App, 'db' | 'compute' | 'log'>, slotKey: string) {
  const set = await app.db.prisma.dataSet.findFirst({ where: { slotKey }, orderBy: { untilSeq: 'desc' } });
  if (!set || set.testCount === 0) return null;
  const versions = await app.db.prisma.modelVersion.findMany({
    where: { slotKey },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  });
  const figures = figuresOn(app.db, set.id);
  const isMissing = spread(versions).some(({ id }) => !figures.has(id));
  const rows = isMissing ? await heldOutRows(app, set.id) : [];
  const points = [];
  for (const { id, number } of spread(versions)) {
    const measuring = figures.get(id) ?? measure(app, { id, rows });
    figures.set(id, measuring);
    try {
      const { accuracy, macroF1, rows: measured } = await measuring;
      points.push({ number, accuracy, macroF1, rows: measured });
    } catch (err) {
      // A model of a format no longer read, or a thread that ended: the curve goes on without it, for now.
      figures.delete(id);
      app.log.warn({ err, modelVersionId: id }, 'model version not measured');
    }
  }
  return { dataSetAt: set.createdAt.toISOString(), heldOutRows: Math.min(set.testCount, mostRows), points };
}

const kept = new WeakMap<Database, { dataSetId: string; figures: Map<string, Promise<MeasureOutput>> }[]>();
const slotsKept = 8;

/** The figures measured on a data set so far, by version; those of older data sets are let go. */
function figuresOn(db: Database, dataSetId: string): Map<string, Promise<MeasureOutput>> {
  const known = kept.get(db) ?? [];
  const found = known.find((entry) => entry.dataSetId === dataSetId) ?? { dataSetId, figures: new Map() };
  kept.set(db, [found, ...known.filter((entry) => entry !== found)].slice(0, slotsKept));
  return found.figures;
}

async function heldOutRows(app: Pick<App, 'db'>, dataSetId: string): Promise<HeldOutRow[]> {
  const { rows } = await readDataSet(app, dataSetId);
  const heldOut = rows.filter((row) => row.isHeldOut).map(({ text, labelKey }) => ({ text, labelKey }));
  return evenly(heldOut, mostRows);
}

async function measure(app: Pick<App, 'db' | 'compute'>, input: { id: string; rows: HeldOutRow[] }) {
  const { bytes } = await app.db.prisma.modelArtifact.findUniqueOrThrow({ where: { modelVersionId: input.id } });
  return app.compute.run<MeasureInput, MeasureOutput>('measure', { bytes, rows: input.rows });
}

function spread<T>(versions: readonly T[]): T[] {
  return evenly(versions, mostMeasured);
}

/** At most `most` of them, evenly spaced, the first and the last among them. */
function evenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  const step = (all.length - 1) / (most - 1);
  const places = new Set(Array.from({ length: most }, (_, n) => Math.round(n * step)));
  return all.filter((_, at) => places.has(at));
}
