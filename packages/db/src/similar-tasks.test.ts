import pg from 'pg';
import { expect, test } from 'vitest';
import { readMigrations } from './migrate.ts';
import { DEFAULT_MIGRATIONS } from './prisma-command.ts';
import { createTestDatabase } from './test-database.ts';

test('open tasks from before are found by the names of their dishes; resolved ones and reviews stay as they are', async () => {
  await using database = await createTestDatabase({ empty: true });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const migrations = readMigrations(DEFAULT_MIGRATIONS);
  const at = migrations.findIndex(({ name }) => name.endsWith('_similar_tasks'));
  for (const { sql } of migrations.slice(0, at)) await client.query(sql);
  await client.query(`
    INSERT INTO label_sets (key, version, kind, name_ko, name_en) VALUES ('s', 1, 'single', 's', 's');
    INSERT INTO queues (key, slot_key, label_set_id, item_kind, name_ko, name_en)
      SELECT items, items, id, items, 'q', 'q' FROM label_sets, unnest(ARRAY['menu_item', 'review']) AS items;
    INSERT INTO stores (external_id, name, name_jamo, name_initials) VALUES ('s', 's', '', '');
    INSERT INTO menu_items (store_id, external_id, name, name_jamo, name_initials, text_key)
      SELECT id, dish, dish, '', '', dish FROM stores, unnest(ARRAY['아구찜 (대)', '아구 찜 2인분', '우동']) AS dish;
    INSERT INTO reviews (store_id, external_id, text) SELECT id, 'r', '우동' FROM stores;
    INSERT INTO tasks (queue_id, item_id, state)
      SELECT q.id, i.id, CASE WHEN i.name = '우동' THEN 'resolved' ELSE 'open' END
      FROM queues q, menu_items i WHERE q.item_kind = 'menu_item';
    INSERT INTO tasks (queue_id, item_id) SELECT q.id, v.id FROM queues q, reviews v WHERE q.item_kind = 'review'`);
  await client.query(migrations[at]?.sql ?? '');
  const { rows } = await client.query<{ key: string | null; tasks: string }>(
    'SELECT similar_key AS key, count(*) AS tasks FROM tasks GROUP BY 1 ORDER BY 1',
  );
  expect(rows).toEqual([
    { key: '아구찜', tasks: '2' },
    { key: null, tasks: '2' },
  ]);
  await client.end();
});
