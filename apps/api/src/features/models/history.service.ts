import type { App } from '../../lib/app.ts';
import { namesOf } from './people.ts';

type Deps = Pick<App, 'db'>;

/** Every change of the slot's champion (of all slots' without a key), newest first. `reason` is a verdict's code when nobody decided it (`by` null). */
export async function promotionHistory(app: Deps, input: { slotKey?: string | undefined; limit: number }) {
  const rows = await app.db.prisma.promotion.findMany({
    where: input.slotKey === undefined ? {} : { slotKey: input.slotKey },
    orderBy: [{ promotedAt: 'desc' }, { championVersion: 'desc' }],
    take: input.limit,
    include: { modelVersion: { select: { number: true } } },
  });
  const people = await namesOf(
    app,
    rows.map((row) => row.decidedById),
  );
  const previous = await app.db.prisma.modelVersion.findMany({
    where: { id: { in: rows.flatMap((row) => row.previousId ?? []) } },
    select: { id: true, number: true },
  });
  const numbers = new Map(previous.map((version) => [version.id, version.number]));
  return rows.map((row) => ({
    id: row.id,
    slotKey: row.slotKey,
    championVersion: row.championVersion,
    modelVersionId: row.modelVersionId,
    modelNumber: row.modelVersion.number,
    previousNumber: row.previousId ? (numbers.get(row.previousId) ?? null) : null,
    kind: row.kind as 'promotion' | 'rollback',
    reason: row.reason,
    isByPerson: row.decidedById !== null,
    by: row.decidedById ? (people.get(row.decidedById) ?? null) : null,
    promotedAt: row.promotedAt.toISOString(),
  }));
}

/** The version that was live in a slot at a time, from when and until when; null when none was. */
export async function liveAt(app: Deps, input: { slotKey: string; at: Date }) {
  const { slotKey, at } = input;
  const row = await app.db.prisma.promotion.findFirst({
    where: { slotKey, promotedAt: { lte: at } },
    orderBy: { championVersion: 'desc' },
    include: { modelVersion: { select: { id: true, number: true, artifactHash: true } } },
  });
  if (!row) return null;
  const next = await app.db.prisma.promotion.findUnique({
    where: { slotKey_championVersion: { slotKey, championVersion: row.championVersion + 1 } },
  });
  return {
    ...row.modelVersion,
    kind: row.kind as 'promotion' | 'rollback',
    since: row.promotedAt.toISOString(),
    until: next?.promotedAt.toISOString() ?? null,
  };
}
