import { afterAll, beforeAll, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../testing/catalog.ts';
import { appendAudit, commandActor } from './audit.ts';
import { sealAudit, verifyAudit } from './audit-chain.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await testHouse();
  for (let n = 0; n < 30; n += 1) {
    await house.db.prisma.$transaction((tx) =>
      appendAudit(tx, {
        actor: commandActor,
        action: 'test.done',
        targetKind: 'thing',
        targetId: `${n}`,
        after: { n, text: '값 "=1"' },
      }),
    );
  }
  while ((await sealAudit(house.db)) > 0);
});
afterAll(async () => house[Symbol.asyncDispose]());

/** Tampers, looks, and puts everything back. */
async function tampered(sql: string) {
  await house.db.pool.query('CREATE TABLE kept AS SELECT * FROM audit_entries');
  await house.db.pool.query('CREATE TABLE kept_head AS SELECT * FROM audit_head');
  await house.db.pool.query(sql);
  const report = await verifyAudit(house.db, noted);
  await house.db.pool.query('TRUNCATE audit_entries, audit_head');
  await house.db.pool.query('INSERT INTO audit_entries SELECT * FROM kept');
  await house.db.pool.query('INSERT INTO audit_head SELECT * FROM kept_head');
  await house.db.pool.query('DROP TABLE kept, kept_head');
  return report;
}

let noted: { seq: bigint; hash: string } | undefined;

test('an untouched chain is intact', async () => {
  const report = await verifyAudit(house.db);
  expect(report).toMatchObject({ isIntact: true, rows: 30, unsealed: 0, problem: null });
  noted = { seq: BigInt(report.head.seq), hash: report.head.hash };
});

test.each([
  ['a changed value', `UPDATE audit_entries SET after = '{"n": 99}' WHERE seq = 7`, { seq: '7', kind: 'changed' }],
  [
    'a changed time',
    `UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE seq = 9`,
    { seq: '9', kind: 'changed' },
  ],
  ['a removed row', 'DELETE FROM audit_entries WHERE seq = 12', { seq: '12', kind: 'missing' }],
  [
    'two rows that changed places',
    'UPDATE audit_entries SET seq = CASE seq WHEN 3 THEN -4 ELSE -3 END WHERE seq IN (3, 4); UPDATE audit_entries SET seq = -seq WHERE seq < 0',
    { seq: '3', kind: 'reordered' },
  ],
  ['a cut tail', 'DELETE FROM audit_entries WHERE seq > 25', { seq: '26', kind: 'tail-cut' }],
  [
    'a cut tail whose head was set back',
    `DELETE FROM audit_entries WHERE seq > 25;
     UPDATE audit_head SET seq = 25, hash = (SELECT hash FROM audit_entries WHERE seq = 25)`,
    { seq: '26', kind: 'tail-cut' },
  ],
])('%s is found', async (_what, sql, problem) => {
  expect(await tampered(sql)).toMatchObject({ isIntact: false, problem });
  expect(await verifyAudit(house.db)).toMatchObject({ isIntact: true });
});

test('sealers that overlap give every row one place', async () => {
  for (let n = 0; n < 20; n += 1) {
    await house.db.prisma.$transaction((tx) =>
      appendAudit(tx, { actor: commandActor, action: 'test.more', targetKind: 'thing', targetId: `${n}` }),
    );
  }
  await Promise.all([sealAudit(house.db), sealAudit(house.db), sealAudit(house.db)]);
  while ((await sealAudit(house.db)) > 0);
  expect(await verifyAudit(house.db)).toMatchObject({ isIntact: true, rows: 50, unsealed: 0 });
});
