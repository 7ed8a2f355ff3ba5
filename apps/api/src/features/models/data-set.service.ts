import { createHash } from 'node:crypto';
import { isHeldOut } from '@jeoul/shared/models/rules';
import type { Tx } from '@jeoul/db/client';
import type { App } from '../../lib/app.ts';
import { resolutionsLock } from '../../lib/locks.ts';

export type DataSetRow = {
  resolutionId: string;
  text: string;
  /** The answer key, and the labels it stands for. */
  labelKey: string;
  labelKeys: string[];
  /** The model then live had proposed something else. */
  wasCorrection: boolean;
  isHeldOut: boolean;
};
export type FrozenDataSet = { id: string; labelSetId: string; rows: DataSetRow[] };

type Source = { id: string; queueId: string; labelSetId: string; untilSeq: bigint; heldOutShare: number };

/** Small enough that requests waiting for this process notice nothing. */
const page = 2_000;

/**
 * Freezes a slot's resolutions into a data set: those given so far and not revoked. The rows are not copied: resolutions
 * are never edited, and both giving and revoking one takes a number, so "up to this number" names the same rows for ever.
 * Freezing waits for decisions in flight, whose numbers could be lower than one already seen. The same content frozen
 * twice is one data set. Returns null while the slot's queue has none.
 */
export async function freezeDataSet(
  app: Pick<App, 'db'>,
  slotKey: string,
): Promise<{ id: string; rows: number; labels: number } | null> {
  return app.db.prisma.$transaction(
    async (tx) => {
      const queue = await tx.queue.findFirst({
        where: { slotKey },
        orderBy: { createdAt: 'asc' },
        include: { labelSet: true },
      });
      const slot = await tx.slot.findUniqueOrThrow({ where: { key: slotKey } });
      if (!queue) return null;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${resolutionsLock}::bigint)`;
      const [newest] = await tx.$queryRaw<{ until: bigint | null }[]>`
        SELECT greatest(max(seq), max(revoked_seq)) AS until FROM resolutions WHERE queue_id = ${queue.id}::uuid`;
      if (newest?.until == null) return null;
      const source: Source = {
        id: '',
        queueId: queue.id,
        labelSetId: queue.labelSetId,
        untilSeq: newest.until,
        heldOutShare: slot.heldOutShare,
      };
      const content = await describeContent(tx, source);
      const set = await tx.dataSet.upsert({
        where: { slotKey_contentHash: { slotKey, contentHash: content.hash } },
        create: {
          slotKey,
          queueId: queue.id,
          labelSetId: queue.labelSetId,
          untilSeq: newest.until,
          contentHash: content.hash,
          heldOutShare: slot.heldOutShare,
          trainCount: content.train,
          testCount: content.test,
          labelCounts: Object.fromEntries(content.labelCounts),
        },
        update: { untilSeq: newest.until },
      });
      return { id: set.id, rows: content.train + content.test, labels: content.labelCounts.size };
    },
    { timeout: 120_000 },
  );
}

async function describeContent(tx: Tx, source: Source) {
  const hash = createHash('sha256');
  const labelCounts = new Map<string, number>();
  const counts = { train: 0, test: 0 };
  for await (const row of rowsOf(tx, source)) {
    hash.update(`${row.resolutionId}\t${row.labelKey}\t${row.isHeldOut ? 1 : 0}\n`);
    const counted = row.labelKeys.length > 0 ? row.labelKeys : [row.labelKey];
    for (const labelKey of counted) labelCounts.set(labelKey, (labelCounts.get(labelKey) ?? 0) + 1);
    counts[row.isHeldOut ? 'test' : 'train'] += 1;
  }
  return { hash: hash.digest('hex'), labelCounts, ...counts };
}

async function* rowsOf(tx: Pick<Tx, '$queryRaw'>, source: Source): AsyncGenerator<DataSetRow> {
  let after = -1n;
  for (;;) {
    const rows = await tx.$queryRaw<
      {
        seq: bigint;
        id: string;
        text: string;
        labelKey: string;
        labelKeys: string[];
        wasCorrection: boolean;
        keyHash: string;
      }[]
    >`
      SELECT seq, id, text, label_key AS "labelKey", label_keys AS "labelKeys", was_correction AS "wasCorrection", encode(sha256(convert_to(text_key, 'UTF8')), 'hex') AS "keyHash"
      FROM resolutions
      WHERE queue_id = ${source.queueId}::uuid AND seq > ${after} AND seq <= ${source.untilSeq}
        AND (revoked_seq IS NULL OR revoked_seq > ${source.untilSeq})
      ORDER BY seq LIMIT ${page}`;
    for (const row of rows) {
      yield {
        resolutionId: row.id,
        text: row.text,
        labelKey: row.labelKey,
        labelKeys: row.labelKeys,
        wasCorrection: row.wasCorrection,
        isHeldOut: isHeldOut(row.keyHash, source.heldOutShare),
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = last.seq;
  }
}

/** The rows of a data set, in the order of their resolutions; the same for ever. */
export async function readDataSet(app: Pick<App, 'db'>, dataSetId: string): Promise<FrozenDataSet> {
  const set = await app.db.prisma.dataSet.findUniqueOrThrow({ where: { id: dataSetId } });
  const rows: DataSetRow[] = [];
  for await (const row of rowsOf(app.db.prisma, set)) rows.push(row);
  return { id: set.id, labelSetId: set.labelSetId, rows };
}
