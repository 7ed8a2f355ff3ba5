import type { App } from '../../lib/app.ts';
import { namesOf } from './people.ts';

type Version = {
  id: string;
  slotKey: string;
  number: number;
  createdAt: Date;
  run: { createdAt: Date; triggeredById: string | null } | null;
};

export type VersionEvent = {
  kind: 'requested' | 'trained' | 'promotion' | 'rollback' | 'replaced' | 'rejected';
  at: string;
  /** Null when it happened by itself, or the account is gone (`isByPerson` tells which). */
  by: string | null;
  isByPerson: boolean;
  reason: string | null;
  /** The version that took over, for `replaced`. */
  number: number | null;
};

/** What happened to a version, oldest first: asked for, trained, made champion, replaced, turned down. */
export async function versionEvents(app: Pick<App, 'db'>, version: Version): Promise<VersionEvent[]> {
  const { prisma } = app.db;
  const [promotions, rejections] = await Promise.all([
    prisma.promotion.findMany({
      where: { slotKey: version.slotKey, OR: [{ modelVersionId: version.id }, { previousId: version.id }] },
      orderBy: { championVersion: 'asc' },
      include: { modelVersion: { select: { number: true } } },
    }),
    prisma.auditEntry.findMany({
      where: { targetKind: 'model-version', targetId: version.id, action: 'model-version.rejected' },
      orderBy: { at: 'asc' },
    }),
  ]);
  const people = await namesOf(app, [
    version.run?.triggeredById ?? null,
    ...promotions.map((row) => row.decidedById),
    ...rejections.map((row) => row.actorId),
  ]);
  const event = (
    kind: VersionEvent['kind'],
    input: { at: Date; byId?: string | null; reason?: string | null; number?: number },
  ): VersionEvent => ({
    kind,
    at: input.at.toISOString(),
    by: input.byId ? (people.get(input.byId) ?? null) : null,
    isByPerson: Boolean(input.byId),
    reason: input.reason ?? null,
    number: input.number ?? null,
  });
  const { run } = version;
  return [
    ...(run ? [event('requested', { at: run.createdAt, byId: run.triggeredById })] : []),
    event('trained', { at: version.createdAt }),
    ...promotions.map((row) => {
      const taken = { at: row.promotedAt, byId: row.decidedById, reason: row.reason };
      const isThis = row.modelVersionId === version.id;
      const kind = row.kind === 'rollback' ? 'rollback' : 'promotion';
      return isThis ? event(kind, taken) : event('replaced', { ...taken, number: row.modelVersion.number });
    }),
    ...rejections.map((row) => event('rejected', { at: row.at, byId: row.actorId })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
