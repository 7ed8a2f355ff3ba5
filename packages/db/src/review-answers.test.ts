import pg from 'pg';
import { expect, test } from 'vitest';
import { readMigrations } from './migrate.ts';
import { DEFAULT_MIGRATIONS } from './prisma-command.ts';
import { createTestDatabase } from './test-database.ts';

test('what was answered before answers could have several labels is kept, in the shape of all answers', async () => {
  await using database = await createTestDatabase({ empty: true });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const migrations = readMigrations(DEFAULT_MIGRATIONS);
  const at = migrations.findIndex(({ name }) => name.endsWith('_review_answers'));
  for (const { sql } of migrations.slice(0, at)) await client.query(sql);
  await client.query(`
    INSERT INTO users (id, email, name, role) VALUES (uuidv7(), 'a@example.test', 'a', 'operator');
    INSERT INTO label_sets (key, version, kind, name_ko, name_en) VALUES ('s', 1, 'single', 's', 's');
    INSERT INTO queues (key, slot_key, label_set_id, item_kind, name_ko, name_en)
      SELECT 'q', 'q', id, 'menu_item', 'q', 'q' FROM label_sets;
    INSERT INTO tasks (queue_id, item_id) SELECT id, uuidv7() FROM queues;
    INSERT INTO decisions (id, task_id, queue_id, user_id, label_key, skip_reason, duration_ms)
      SELECT uuidv7(), t.id, t.queue_id, u.id, given.label, given.skip, 1 FROM tasks t, users u,
        (VALUES ('udon', NULL), (NULL, 'later')) AS given(label, skip);
    INSERT INTO resolutions (task_id, queue_id, item_id, label_key, text, text_key, source)
      SELECT id, queue_id, item_id, 'udon', '우동', '우동', 'people' FROM tasks`);
  await client.query(migrations[at]?.sql ?? '');
  const udon = { label_keys: ['udon'], answer: { labels: [{ labelKey: 'udon' }] } };
  const decisions = await client.query('SELECT label_keys, answer FROM decisions ORDER BY label_key NULLS LAST');
  expect(decisions.rows).toEqual([udon, { label_keys: [], answer: null }]);
  const resolutions = await client.query('SELECT label_keys, answer FROM resolutions');
  expect(resolutions.rows).toEqual([udon]);
  await client.end();
});
