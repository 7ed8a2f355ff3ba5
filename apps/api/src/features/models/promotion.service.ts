import type { Tx } from '@jeoul/db/client';
import type { App } from '../../lib/app.ts';
import { appendAudit, type Actor } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';
import { enqueueJob } from '../../lib/jobs/outbox.ts';

type SlotRow = { championId: string | null; championVersion: number };

/** The slot's row, held until the transaction ends: of two promotions at once the second sees the first. */
export async function lockSlot(tx: Tx, slotKey: string): Promise<SlotRow> {
  const [slot] = await tx.$queryRaw<SlotRow[]>`
    SELECT champion_id AS "championId", champion_version AS "championVersion" FROM slots WHERE key = ${slotKey} FOR UPDATE`;
  if (!slot) throw new JeoulError('NOT_FOUND', { slotKey });
  return slot;
}

/**
 * Postgres' clock now, while the slot is held. A transaction's own time is when it began: two promotions of which the
 * later one waited for the lock would stand in the wrong order in time.
 */
async function clockTime(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`;
  return row?.at ?? new Date();
}

/** Makes a version the champion inside the caller's transaction, which holds the slot (`lockSlot`), and owes the rescore. */
export async function setChampion(
  tx: Tx,
  input: {
    slotKey: string;
    slot: SlotRow;
    modelVersionId: string;
    kind: 'promotion' | 'rollback';
    reason: string;
    actor: Actor;
  },
): Promise<void> {
  const { slotKey, slot, modelVersionId, kind, reason, actor } = input;
  const championVersion = slot.championVersion + 1;
  await tx.slot.update({ where: { key: slotKey }, data: { championId: modelVersionId, championVersion } });
  await tx.promotion.create({
    data: {
      slotKey,
      championVersion,
      modelVersionId,
      previousId: slot.championId,
      kind,
      reason,
      decidedById: actor.id,
      promotedAt: await clockTime(tx),
    },
  });
  await tx.modelVersion.update({ where: { id: modelVersionId }, data: { verdict: 'promoted' } });
  await appendAudit(tx, {
    actor,
    action: `champion.${kind}`,
    targetKind: 'slot',
    targetId: slotKey,
    before: { modelVersionId: slot.championId },
    after: { modelVersionId, championVersion, reason },
  });
  await enqueueJob(tx, 'labeling.rescore', { slotKey });
}

/**
 * Promotes a version by a person's decision. `championVersion` is the one they saw: when another took over meanwhile
 * the call is refused with STALE_VERSION and nothing changes.
 */
export async function promote(
  app: Pick<App, 'db' | 'live' | 'champions'>,
  input: { actor: Actor; modelVersionId: string; championVersion: number; reason: string },
): Promise<void> {
  const version = await app.db.prisma.modelVersion.findUnique({ where: { id: input.modelVersionId } });
  if (!version) throw new JeoulError('NOT_FOUND', { modelVersionId: input.modelVersionId });
  const { slotKey } = version;
  await app.db.prisma.$transaction(async (tx) => {
    const slot = await lockSlot(tx, slotKey);
    refuseStale(slot, input.championVersion);
    if (slot.championId === version.id) return;
    await setChampion(tx, {
      slotKey,
      slot,
      modelVersionId: version.id,
      kind: 'promotion',
      reason: input.reason,
      actor: input.actor,
    });
  });
  await announce(app, slotKey, version.number);
}

/** Puts the champion before this one back. Throws STALE_VERSION, and NOT_FOUND when there was none. */
export async function rollBack(
  app: Pick<App, 'db' | 'live' | 'champions'>,
  input: { actor: Actor; slotKey: string; championVersion: number; reason: string },
): Promise<void> {
  const { slotKey } = input;
  const number = await app.db.prisma.$transaction(async (tx) => {
    const slot = await lockSlot(tx, slotKey);
    refuseStale(slot, input.championVersion);
    const current = await tx.promotion.findUnique({
      where: { slotKey_championVersion: { slotKey, championVersion: slot.championVersion } },
    });
    if (!current?.previousId) throw new JeoulError('NOT_FOUND', { slotKey });
    const previous = await tx.modelVersion.findUniqueOrThrow({ where: { id: current.previousId } });
    await setChampion(tx, {
      slotKey,
      slot,
      modelVersionId: previous.id,
      kind: 'rollback',
      reason: input.reason,
      actor: input.actor,
    });
    return previous.number;
  });
  await announce(app, slotKey, number);
}

function refuseStale(slot: SlotRow, seen: number): void {
  if (slot.championVersion !== seen) throw new JeoulError('STALE_VERSION', { seen, live: slot.championVersion });
}

/** Tells every process and page that a slot's champion changed. */
export async function announce(
  app: Pick<App, 'live' | 'champions'>,
  slotKey: string,
  modelNumber: number,
): Promise<void> {
  app.champions.forget(slotKey);
  await app.live.publish({ type: 'promotion', slotKey, modelNumber });
}

/** Marks a version that is not live as turned down. Throws NOT_FOUND, and CONFLICT for one that was promoted since. */
export async function rejectVersion(
  app: Pick<App, 'db'>,
  input: { actor: Actor; modelVersionId: string },
): Promise<void> {
  const { actor, modelVersionId: id } = input;
  await app.db.prisma.$transaction(async (tx) => {
    const { count } = await tx.modelVersion.updateMany({
      where: { id, verdict: { in: ['waiting', 'kept'] } },
      data: { verdict: 'rejected' },
    });
    if (count === 0) {
      const version = await tx.modelVersion.findUnique({ where: { id }, select: { verdict: true } });
      if (!version) throw new JeoulError('NOT_FOUND', { modelVersionId: id });
      if (version.verdict === 'rejected') return;
      throw new JeoulError('CONFLICT', { modelVersionId: id });
    }
    await appendAudit(tx, { actor, action: 'model-version.rejected', targetKind: 'model-version', targetId: id });
  });
}
