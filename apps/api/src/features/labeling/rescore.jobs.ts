import { textKey } from '@jeoul/shared/catalog/text-key';
import type { ItemKind } from '@jeoul/shared/labeling/contract';
import pg from 'pg';
import type { App } from '../../lib/app.ts';
import { rescoreLock } from '../../lib/locks.ts';
import { reportedPlace } from '../../lib/reported-place.ts';
import type { PrioritiseInput } from '../../workers/priorities.ts';
import type { ScoreInput, ScoreOutput } from '../../workers/scoring.ts';

const readPage = 5_000;
const writePage = 1_000;

/** What of an item a model reads, and what hangs on it: a dish's own orders, for a review those of its store. */
const readers: Record<ItemKind, string> = {
  menu_item: 'i.name AS text, i.weekly_orders FROM tasks t JOIN menu_items i ON i.id = t.item_id',
  review: `i.text, s.weekly_orders FROM tasks t JOIN reviews i ON i.id = t.item_id JOIN stores s ON s.id = i.store_id`,
};

type Champion = { id: string; number: number; bytes: Uint8Array };
type Waiting = {
  /** False without a champion, and with one that can't be read. */
  isScored: boolean;
  ids: string[];
  textKeys: string[];
  impacts: number[];
  labels: (string | null)[];
  probabilities: number[];
  margins: number[];
};

/**
 * Scores every open task of a slot's queues by the champion and puts the queues in order anew. Scoring runs on a thread
 * and rows are written in small lots, so that operators at work do not wait. One rescore a slot at a time; when the
 * champion changes meanwhile, the promotion owes a rescore of its own, which runs after this one.
 */
export async function rescoreSlot(app: App, { slotKey }: { slotKey: string }): Promise<void> {
  const lock = new pg.Client({ connectionString: app.config.databaseUrl, application_name: 'jeoul-rescore' });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1, hashtext($2))', [rescoreLock, slotKey]);
    const queues = await app.db.prisma.queue.findMany({ where: { slotKey } });
    for (const queue of queues)
      await rescoreQueue(app, {
        slotKey,
        queueId: queue.id,
        queueKey: queue.key,
        // Only ever written from the contract's own list.
        itemKind: queue.itemKind as ItemKind,
        rule: queue.priorityRule,
      });
  } finally {
    await lock.end();
  }
}

async function rescoreQueue(
  app: App,
  input: { slotKey: string; queueId: string; queueKey: string; itemKind: ItemKind; rule: string },
): Promise<void> {
  const { slotKey, queueId, queueKey, itemKind, rule } = input;
  const slot = await app.db.prisma.slot.findUniqueOrThrow({ where: { key: slotKey } });
  const version = slot.championId
    ? await app.db.prisma.modelVersion.findUniqueOrThrow({
        where: { id: slot.championId },
        include: { artifact: true },
      })
    : null;
  const champion = version?.artifact ? { id: version.id, number: version.number, bytes: version.artifact.bytes } : null;
  const tell = (fraction: number, state: 'running' | 'succeeded') =>
    app.live.publish({
      type: 'job',
      id: `rescore:${queueKey}`,
      name: 'rescore',
      state,
      fraction,
      label: queueKey,
      subject: queueKey,
    });
  await tell(0, 'running');
  const waiting = await scoreWaiting(app, {
    queueId,
    itemKind,
    champion,
    onProgress: (done) => void tell(done, 'running'),
  });
  const resolvedTextKeys = rule === 'model-doubt' ? await decidedTextKeys(app, queueId) : [];
  const priorities = await app.compute.run<PrioritiseInput, Float32Array>('prioritise', {
    rule,
    isScored: waiting.isScored,
    heldOutShare: slot.heldOutShare,
    textKeys: waiting.textKeys,
    resolvedTextKeys,
    impacts: Float32Array.from(waiting.impacts),
    margins: Float32Array.from(waiting.margins),
  });
  await writeScores(app, {
    waiting,
    priorities,
    champion: waiting.isScored ? champion : null,
    onProgress: (done) => void tell(0.6 + 0.4 * done, 'running'),
  });
  await tell(1, 'succeeded');
  await app.live.publish({ type: 'queue', queueKey, waiting: waiting.ids.length });
}

async function scoreWaiting(
  app: App,
  input: { queueId: string; itemKind: ItemKind; champion: Champion | null; onProgress: (done: number) => void },
): Promise<Waiting> {
  const { queueId, itemKind, champion, onProgress } = input;
  const waiting: Waiting = {
    isScored: champion !== null,
    ids: [],
    textKeys: [],
    impacts: [],
    labels: [],
    probabilities: [],
    margins: [],
  };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await app.db.pool.query<{ id: string; text: string; weekly_orders: number }>({
      name: `rescore-read-${itemKind}`,
      text: `SELECT t.id, ${readers[itemKind]}
             WHERE t.queue_id = $1 AND t.state = 'open' AND t.id > $2 ORDER BY t.id LIMIT ${readPage}`,
      values: [queueId, after],
    });
    if (rows.length > 0) {
      const scores = champion
        ? await app.compute.run<ScoreInput, ScoreOutput | null>('score', {
            modelId: champion.id,
            bytes: champion.bytes,
            texts: rows.map((r) => r.text),
          })
        : null;
      if (scores === null) waiting.isScored = false;
      rows.forEach((row, n) => {
        waiting.ids.push(row.id);
        waiting.textKeys.push(textKey(row.text));
        waiting.impacts.push(row.weekly_orders);
        waiting.labels.push(scores?.labels[n] ?? null);
        waiting.probabilities.push(scores?.probabilities[n] ?? 0);
        waiting.margins.push(scores?.margins[n] ?? 0);
      });
      onProgress(0.6 * (1 - 1 / (1 + waiting.ids.length / 50_000)));
    }
    const last = rows.at(-1);
    if (!last || rows.length < readPage) return waiting;
    after = last.id;
  }
}

/** The texts people already decided: a second copy teaches the model little. */
async function decidedTextKeys(app: App, queueId: string): Promise<string[]> {
  const { rows } = await app.db.pool.query<{ text_key: string }>(
    'SELECT DISTINCT text_key FROM resolutions WHERE queue_id = $1 AND revoked_at IS NULL',
    [queueId],
  );
  return rows.map((row) => row.text_key);
}

async function writeScores(
  app: App,
  input: { waiting: Waiting; priorities: Float32Array; champion: Champion | null; onProgress: (done: number) => void },
): Promise<void> {
  const { waiting, priorities, champion, onProgress } = input;
  for (let from = 0; from < waiting.ids.length; from += writePage) {
    const to = from + writePage;
    // Locked in the order of their ids, like decisions lock them, so that the two never wait for each other in a circle.
    await app.db.pool.query({
      name: 'rescore-write',
      text: `WITH scores AS (
               SELECT * FROM unnest($2::uuid[], $3::text[], $4::real[], $5::real[], $6::real[]) AS s(id, label, probability, margin, priority)
             ), locked AS (
               SELECT t.id FROM tasks t WHERE t.id = ANY($2::uuid[]) AND t.state = 'open' ORDER BY t.id FOR UPDATE
             )
             UPDATE tasks t SET model_version_id = $1, top_label_key = s.label, margin = s.margin,
                    priority = CASE WHEN t.escalated_at IS NULL THEN ${reportedPlace('t.reports', 's.priority')} ELSE t.priority END,
                    top_probability = s.probability
             FROM scores s JOIN locked l ON l.id = s.id WHERE t.id = s.id`,
      values: [
        champion?.id ?? null,
        waiting.ids.slice(from, to),
        waiting.labels.slice(from, to),
        waiting.probabilities.slice(from, to),
        waiting.margins.slice(from, to),
        Array.from(priorities.subarray(from, to)),
      ],
    });
    onProgress(Math.min(1, to / waiting.ids.length));
  }
}
