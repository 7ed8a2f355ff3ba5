import type { Database } from '@jeoul/db/client';
import { koreanSearchKeys } from '@jeoul/shared/korean/search';
import { newQueue } from '@jeoul/shared/labeling/contract';
import { createQueue } from '../../../features/labeling/queue-setup.service.ts';
import { commandActor } from '../../../lib/audit.ts';
import { codeVersion } from '../../../lib/code-version.ts';
import { benchQueueKey, menuQueue } from '../menu-queue.ts';
import type { MenuName, readMenuNames } from './menu-names.ts';

/** For every open task so many were decided before. */
const resolvedShare = 0.2;
const itemsPerStore = 50;
const daysBack = 30;

type BigQueue = { openTasks: number; operatorIds: readonly string[] } & Awaited<ReturnType<typeof readMenuNames>>;

/**
 * Fills an empty installation with a queue of `openTasks` waiting tasks and a fifth as many decided ones, made inside
 * Postgres from the names given, each sold in many stores, and with the model that scored them as champion.
 */
export async function fillBigQueue(db: Database, input: BigQueue): Promise<void> {
  const { labels, names, model, openTasks, operatorIds } = input;
  const { queueId } = await createQueue({ db }, commandActor, newQueue.parse(menuQueue(labels)));
  // What is filled in below is scored and in order already.
  await db.prisma.jobOutbox.deleteMany();
  const modelVersionId = await storeChampion(db, model);
  const client = await db.pool.connect();
  try {
    // Foreign keys hold by how the rows are made; checking each of a million takes longer than making them.
    await client.query("SET session_replication_role = 'replica'");
    const tables = ['stores', 'menu_items', 'tasks', 'decisions', 'resolutions'];
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
       FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid
       WHERE i.indrelid = ANY($1::regclass[]) AND NOT i.indisprimary AND c.oid IS NULL`,
      [tables],
    );
    for (const index of indexes) await client.query(`DROP INDEX ${index.name}`);
    await putNames(client.query.bind(client), names);
    const resolved = Math.round(openTasks * resolvedShare);
    const items = openTasks + resolved;
    await client.query(storesSql, [Math.ceil(items / itemsPerStore), ...storeNames()]);
    await client.query(itemsSql, [items, names.length, itemsPerStore]);
    await client.query(tasksSql, [queueId, modelVersionId, resolved, names.length, daysBack]);
    await client.query(decisionsSql, [queueId, operatorIds, daysBack]);
    await client.query(resolutionsSql, [queueId]);
    await client.query('DROP TABLE bench_names');
    for (const index of indexes) await client.query(index.definition);
    for (const table of tables) await client.query(`VACUUM ANALYZE ${table}`);
    await client.query('CHECKPOINT');
  } finally {
    client.release(true);
  }
}

async function storeChampion(db: Database, model: BigQueue['model']): Promise<string> {
  const version = await db.prisma.modelVersion.create({
    data: {
      slotKey: benchQueueKey,
      number: 1,
      artifactHash: model.hash,
      sizeBytes: model.bytes.byteLength,
      codeVersion,
      trainSeconds: 0,
      metrics: model.metrics,
      verdict: 'promoted',
      artifact: { create: { bytes: model.bytes } },
    },
  });
  await db.prisma.slot.update({
    where: { key: benchQueueKey },
    data: { championId: version.id, championVersion: 1 },
  });
  return version.id;
}

async function putNames(
  query: (sql: string, values?: unknown[]) => Promise<unknown>,
  names: readonly MenuName[],
): Promise<void> {
  await query(`CREATE UNLOGGED TABLE bench_names (n int PRIMARY KEY, name text, jamo text, initials text, text_key text,
    price int, top_label text, top_probability real, margin real)`);
  await query(
    `INSERT INTO bench_names SELECT (ordinality - 1)::int, name, jamo, initials, key, price, label, probability, margin
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::real[], $8::real[])
       WITH ORDINALITY AS u(name, jamo, initials, key, price, label, probability, margin)`,
    [
      names.map((row) => row.name),
      names.map((row) => row.jamo),
      names.map((row) => row.initials),
      names.map((row) => row.textKey),
      names.map((row) => row.price),
      names.map((row) => row.topLabelKey),
      names.map((row) => row.topProbability),
      names.map((row) => row.margin),
    ],
  );
  await query('ALTER TABLE bench_names ADD COLUMN similar_key text');
  await query('UPDATE bench_names SET similar_key = similar_key(name)');
  await query('ANALYZE bench_names');
}

/** Words that stores are named after, and how these are found. */
function storeNames(): [names: string[], jamo: string[], initials: string[]] {
  const names = ['모퉁이식당', '한강분식', '북촌면옥', '달빛치킨', '새벽국밥', '골목커피', '언덕피자'];
  const keys = names.map((name) => koreanSearchKeys(name));
  return [names, keys.map(({ jamo }) => jamo), keys.map(({ initials }) => initials)];
}

const storesSql = `
  INSERT INTO stores (external_id, name, name_jamo, name_initials, district, weekly_orders)
  SELECT 'bench-' || n, ($2::text[])[w] || ' ' || n, ($3::text[])[w] || n, ($4::text[])[w] || n,
         districts[1 + n % array_length(districts, 1)], (random() * 900)::int
  FROM (SELECT n, 1 + n % array_length($2::text[], 1) AS w FROM generate_series(0, $1::int - 1) AS n) AS numbered,
       (SELECT ARRAY['강남구','강동구','강북구','강서구','관악구','광진구','구로구','금천구','노원구','도봉구','동대문구',
                     '동작구','마포구','서대문구','서초구','성동구','성북구','송파구','양천구','영등포구','용산구','은평구',
                     '종로구','중구','중랑구'] AS districts) AS words`;

// A prime step through the names, so that neighbours in the table are not neighbours in the file.
const itemsSql = `
  INSERT INTO menu_items (store_id, external_id, name, name_jamo, name_initials, text_key, price_krw, weekly_orders)
  SELECT s.id, 'bench-' || g.n, b.name, b.jamo, b.initials, b.text_key, b.price, (random() * random() * 400)::int
  FROM generate_series(0, $1::int - 1) AS g(n)
  JOIN bench_names b ON b.n = (g.n::bigint * 7919 % $2::int)::int
  JOIN stores s ON s.external_id = 'bench-' || (g.n / $3::int)`;

const tasksSql = `
  INSERT INTO tasks (queue_id, item_id, state, priority, model_version_id, top_label_key, top_probability, margin,
                     similar_key, created_at, resolved_at)
  SELECT $1::uuid, i.id, CASE WHEN v.n < $3::int THEN 'resolved' ELSE 'open' END, random(), $2::uuid,
         b.top_label, b.top_probability, b.margin, b.similar_key, v.created_at,
         CASE WHEN v.n < $3::int THEN v.created_at + random() * (now() - v.created_at) END
  FROM (
    SELECT id, substr(external_id, 7)::int AS n, now() - random() * make_interval(days => $5::int) AS created_at
    FROM menu_items
  ) v
  JOIN menu_items i ON i.id = v.id
  JOIN bench_names b ON b.n = (v.n::bigint * 7919 % $4::int)::int`;

// Nine of ten accept what the model said; the others choose what it said of another item.
const decisionsSql = `
  INSERT INTO decisions (id, task_id, queue_id, user_id, label_key, model_version_id, predicted_label_key,
                         predicted_probability, duration_ms, decided_at)
  SELECT uuidv7(t.resolved_at - now()), t.id, $1::uuid, ($2::uuid[])[1 + floor(random() * array_length($2::uuid[], 1))::int],
         CASE WHEN random() < 0.9 THEN t.top_label_key ELSE lag(t.top_label_key, 1, t.top_label_key) OVER () END,
         t.model_version_id, t.top_label_key, t.top_probability, (500 + random() * 4000)::int, t.resolved_at
  FROM tasks t WHERE t.state = 'resolved' AND $3::int > 0`;

const resolutionsSql = `
  WITH made AS (
    INSERT INTO resolutions (task_id, queue_id, item_id, decision_id, label_key, text, text_key, source, was_correction,
                             resolved_at)
    SELECT d.task_id, $1::uuid, t.item_id, d.id, d.label_key, i.name, i.text_key, 'people',
           d.label_key IS DISTINCT FROM d.predicted_label_key, d.decided_at
    FROM decisions d JOIN tasks t ON t.id = d.task_id JOIN menu_items i ON i.id = t.item_id
    RETURNING item_id, label_key, resolved_at
  )
  UPDATE menu_items i SET label_key = m.label_key, label_source = 'person', labelled_at = m.resolved_at
  FROM made m WHERE m.item_id = i.id`;
