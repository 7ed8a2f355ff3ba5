import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { importOptions, type ImportKind } from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import iconv from 'iconv-lite';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { commandActor } from '../../lib/audit.ts';
import { LiveBus } from '../../lib/live.ts';
import { addQueue, testHouse, type TestHouse } from '../../testing/catalog.ts';
import { addReviewQueue } from '../../testing/reviews.ts';
import { runImport, type ImportRun } from './import-run.ts';
import { cancelImport, createImport, type ImportDeps, type ImportResult } from './import.service.ts';

let house: TestHouse;
let app: ImportDeps;
let folder = '';

beforeAll(async () => {
  house = await testHouse();
  const log = pino({ level: 'silent' });
  app = { db: house.db, log, live: new LiveBus({ pool: house.db.pool, url: house.url, log }) };
  folder = await mkdtemp(path.join(tmpdir(), 'jeoul-import-'));
  await addQueue(house);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await house[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await house.db.pool.query(
    'TRUNCATE stores, menu_items, reviews, tasks, imports, import_problems, job_outbox, audit_entries CASCADE',
  );
});

type Given = {
  kind?: ImportKind;
  name?: string;
  options?: z.input<typeof importOptions>;
  isDryRun?: boolean;
} & Partial<ImportRun>;

let files = 0;

async function begin(
  content: string | Buffer,
  { kind = 'menus', name = 'menus.csv', options = {}, isDryRun = false }: Given = {},
) {
  files += 1;
  const file = path.join(folder, `${files}-${name}`);
  await writeFile(file, content);
  const wanted = { kind, fileName: name, options: importOptions.parse(options), isDryRun };
  const { importId } = await createImport(app, commandActor, wanted);
  return { importId, path: file };
}

async function importText(
  content: string | Buffer,
  given: Given = {},
): Promise<
  ImportResult & { importId: string; problems: Pick<RowProblem, 'line' | 'column' | 'severity' | 'reason' | 'value'>[] }
> {
  const run = await begin(content, given);
  const result = await runImport(app, { ...run, ...given });
  const problems = await app.db.prisma.importProblem.findMany({
    where: { importId: run.importId },
    orderBy: { position: 'asc' },
    omit: { importId: true, position: true },
  });
  return { ...result, importId: run.importId, problems: problems as RowProblem[] };
}

const items = () => app.db.prisma.menuItem.findMany({ orderBy: { name: 'asc' }, include: { store: true } });
const counted = { rowsRead: 0, rowsCreated: 0, rowsUpdated: 0, rowsUnchanged: 0, rowsRejected: 0, rowsWarned: 0 };

const menus = `가게,메뉴,가격,지역
모퉁이치킨,반반치킨,"19,000원",강북구
모퉁이치킨,간장치킨,20000,강북구
새벽국수,잔치국수,시가,
`;

describe('menus', () => {
  it('the same file twice stores nothing twice', async () => {
    const first = await importText(menus);
    expect(first).toMatchObject({
      state: 'succeeded',
      counts: { ...counted, rowsRead: 3, rowsCreated: 3, rowsWarned: 1 },
    });
    const before = await items();
    const second = await importText(menus);
    expect(second.counts).toEqual({ ...counted, rowsRead: 3, rowsUnchanged: 3, rowsWarned: 1 });
    expect(await items()).toEqual(before);
    expect(await app.db.prisma.store.count()).toBe(2);
    expect(await app.db.prisma.task.count({ where: { state: 'open' } })).toBe(3);
  });

  it('a price written another way is the same item', async () => {
    await importText(menus);
    const { counts } = await importText(menus.replace('"19,000원"', '₩19000'));
    expect(counts).toMatchObject({ rowsCreated: 0, rowsUnchanged: 3 });
  });

  it('an item is stored with the keys it is found by, under a store made for it', async () => {
    await importText(menus);
    const [, chicken, noodles] = await items();
    expect(chicken).toMatchObject({
      name: '반반치킨',
      nameInitials: 'ㅂㅂㅊㅋ',
      textKey: '반반치킨',
      priceKrw: 19_000,
      store: { name: '모퉁이치킨', district: '강북구', externalId: 'name:모퉁이치킨|강북구' },
    });
    expect(noodles).toMatchObject({ name: '잔치국수', priceKrw: null, store: { district: null } });
  });

  it('a field that cannot be read is left out with a warning that names line, column and value', async () => {
    const { problems } = await importText(menus);
    expect(problems).toEqual([{ line: 4, column: '가격', severity: 'warning', reason: 'not_a_price', value: '시가' }]);
  });

  it('rows without a name or a store are refused, the others stored, through cells of several lines', async () => {
    const { counts, problems } = await importText('store,menu,options\n가,나,"x\ny"\n가,,\n,다,\n가,라,\n');
    expect(counts).toEqual({ ...counted, rowsRead: 4, rowsCreated: 2, rowsRejected: 2 });
    expect(problems).toEqual([
      { line: 4, column: 'menu', severity: 'rejected', reason: 'missing', value: null },
      { line: 5, column: 'store', severity: 'rejected', reason: 'store_missing', value: null },
    ]);
  });

  it.each([
    ['CP949', iconv.encode(menus, 'cp949')],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${menus}`)],
    ['UTF-16', iconv.encode(menus, 'utf16-le', { addBOM: true })],
    ['decomposed letters', Buffer.from(menus.normalize('NFD'))],
    ['mixed line ends', Buffer.from(menus.replace('\n', '\r\n').replace('강북구\n새벽', '강북구\r새벽'))],
    ['tabs', Buffer.from(menus.replace('"19,000원"', '19000원').replaceAll(',', '\t'))],
    ['gzip', gzipSync(menus)],
  ])('%s: the same items', async (_, bytes) => {
    await importText(menus);
    const { counts } = await importText(bytes);
    expect(counts).toMatchObject({ rowsRead: 3, rowsUnchanged: 3 });
  });

  it('NDJSON gives the same items as CSV', async () => {
    await importText(menus);
    const rows = [
      { 가게: '모퉁이치킨', 메뉴: '반반치킨', 가격: 19000, 지역: '강북구' },
      { 지역: '강북구', 가게: '모퉁이치킨', 메뉴: '간장치킨', 가격: '20,000' },
    ];
    const ndjson = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n{"가게": broken}\n["가게"]\n{"가게":"가","메뉴":"\\ud83d"}\n`;
    const { counts, problems } = await importText(ndjson, { name: 'menus.ndjson' });
    expect(counts).toMatchObject({ rowsRead: 5, rowsUnchanged: 2, rowsRejected: 3 });
    expect(problems.map(({ line, reason, column }) => ({ line, reason, column }))).toEqual([
      { line: 3, reason: 'not_json', column: null },
      { line: 4, reason: 'not_json', column: null },
      { line: 5, reason: 'unstorable_character', column: '메뉴' },
    ]);
  });

  it('an id that JSON numbers cannot hold is refused instead of being mistaken for another', async () => {
    const line = (id: string) => `{"id":${id},"store":"가","menu":"나"}\n`;
    const { counts, problems } = await importText(line('9007199254740993') + line('7'), { name: 'menus.ndjson' });
    expect(counts).toMatchObject({ rowsCreated: 1, rowsRejected: 1 });
    expect(problems[0]).toMatchObject({ line: 1, reason: 'out_of_range' });
  });

  it('under one id a changed name or price updates the item, and an empty cell leaves it', async () => {
    await importText('id,store,menu,price,options\n1,가,나,1000,곱빼기\n2,가,다,2000,\n');
    const { counts } = await importText('id,store,menu,price\n1,가,나,1500\n2,가,다,\n');
    expect(counts).toMatchObject({ rowsCreated: 0, rowsUpdated: 1, rowsUnchanged: 1 });
    expect(await items()).toMatchObject([
      { externalId: '1', name: '나', priceKrw: 1500, options: '곱빼기' },
      { externalId: '2', name: '다', priceKrw: 2000 },
    ]);
  });

  it('an open task whose item has another name forgets what the model said of the old one', async () => {
    await importText('id,store,menu\n1,가,물냉면\n2,가,우동\n');
    await app.db.prisma.task.updateMany({ data: { topLabelKey: 'noodle-cold', topProbability: 0.9 } });
    await importText('id,store,menu\n1,가,양념치킨\n2,가,우동\n');
    const [renamed, same] = await items();
    const labelOf = async (itemId = '') =>
      (await app.db.prisma.task.findFirstOrThrow({ where: { itemId } })).topLabelKey;
    expect([renamed?.externalId, await labelOf(renamed?.id)]).toEqual(['1', null]);
    expect(await labelOf(same?.id)).toBe('noodle-cold');
  });

  it('an open task is found among those like its item by the name the item has now', async () => {
    await importText('id,store,menu\n1,가,물냉면 (대)\n2,가,우동\n');
    await importText('id,store,menu\n1,가,양념 치킨 2마리\n2,가,우동\n');
    const tasks = await app.db.prisma.task.findMany({ orderBy: { similarKey: 'asc' } });
    expect(tasks.map(({ similarKey }) => similarKey)).toEqual(['양념치킨', '우동']);
  });

  it('an id that belongs to an item of another store is refused, unless the file names its source', async () => {
    await importText('id,store,menu\n1,가,나\n');
    const other = 'id,store,menu\n1,다른 가게,다른 메뉴\n';
    const mistaken = await importText(other);
    expect(mistaken.counts).toMatchObject({ rowsUpdated: 0, rowsRejected: 1 });
    expect(mistaken.problems).toEqual([
      { line: 2, column: null, severity: 'rejected', reason: 'id_of_other_store', value: '1' },
    ]);
    const { counts } = await importText(other, { options: { source: 'till' } });
    expect(counts).toMatchObject({ rowsCreated: 1 });
    expect((await items()).map((item) => item.externalId)).toEqual(['1', 'till:1']);
  });

  it('a formula escaped by our own export comes back as it was', async () => {
    await importText("store,menu\n가,'=세트 1\n");
    expect(await items()).toMatchObject([{ name: '=세트 1' }]);
  });

  it('a name whose folded form is too long for an index is refused, not the file', async () => {
    const { counts, problems } = await importText(`store,menu\n가,${'\uFDFA'.repeat(400)}\n가,나\n`);
    expect(counts).toMatchObject({ rowsCreated: 1, rowsRejected: 1 });
    expect(problems[0]).toMatchObject({ line: 2, column: 'menu', reason: 'too_long' });
  });
});

describe('reviews', () => {
  const reviews = `id,restaurant,menu,review,total,taste,date
1,모퉁이치킨,반반치킨/1,"바삭하고
맛있어요 👍",5,4.0,2021년 7월 7일
2,모퉁이치킨,,식어서 왔어요,1,,2일 전
3,모퉁이치킨,,,5,,
4,모퉁이치킨,,보통,4.5,,2021.07.08
`;

  it('are stored with ratings and Korean dates; what cannot be read is left out and named', async () => {
    const { counts, problems } = await importText(reviews, { kind: 'reviews' });
    expect(counts).toEqual({ ...counted, rowsRead: 4, rowsCreated: 3, rowsRejected: 1, rowsWarned: 2 });
    expect(problems).toEqual([
      { line: 4, column: 'date', severity: 'warning', reason: 'relative_date', value: '2일 전' },
      { line: 5, column: 'review', severity: 'rejected', reason: 'missing', value: null },
      { line: 6, column: 'total', severity: 'warning', reason: 'not_a_rating', value: '4.5' },
    ]);
    const [first] = await app.db.prisma.review.findMany({ orderBy: { externalId: 'asc' } });
    expect(first).toMatchObject({
      text: '바삭하고\n맛있어요 👍',
      rating: 5,
      tasteRating: 4,
      menuText: '반반치킨/1',
      writtenAt: new Date('2021-07-06T15:00:00Z'),
    });
    expect((await importText(reviews, { kind: 'reviews' })).counts).toMatchObject({ rowsCreated: 0, rowsUnchanged: 3 });
  });

  it('become tasks of every queue of reviews and of no other, once', async () => {
    const queueId = await addReviewQueue(house);
    await importText(reviews, { kind: 'reviews' });
    await importText(reviews, { kind: 'reviews' });
    const tasks = await app.db.prisma.task.findMany({ select: { queueId: true, itemId: true } });
    const stored = await app.db.prisma.review.findMany({ select: { id: true } });
    expect(tasks.map((task) => task.queueId)).toEqual(stored.map(() => queueId));
    expect(new Set(tasks.map((task) => task.itemId))).toEqual(new Set(stored.map(({ id }) => id)));
  });

  it('keep markup, marks that cannot be seen and 100 KB of text as they are', async () => {
    const texts = ['<script>alert(1)</script>', 'a\u200Bb\u202Ec\u0001d', '가'.repeat(35_000)];
    const csv = `store,review\n${texts.map((text) => `가,${text}`).join('\n')}\n`;
    const { counts } = await importText(csv, { kind: 'reviews' });
    expect(counts).toMatchObject({ rowsCreated: 3, rowsWarned: 0 });
    const stored = await app.db.prisma.review.findMany({ select: { text: true } });
    expect(new Set(stored.map(({ text }) => text))).toEqual(new Set(texts));
  });

  it('with NUL inside are refused, with broken characters stored and named', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`store,review\n가,x\0y\n가,${'좋아요 '.repeat(20)}`),
      Buffer.from([0xea, 0xb0]),
      Buffer.from('\n'),
    ]);
    const { counts, problems } = await importText(bytes, { kind: 'reviews' });
    expect(counts).toMatchObject({ rowsCreated: 1, rowsRejected: 1, rowsWarned: 1 });
    expect(problems).toMatchObject([
      { line: 2, column: 'review', reason: 'unstorable_character', value: 'x␀y' },
      { line: 3, column: 'review', reason: 'broken_character', severity: 'warning' },
    ]);
  });
});

/** More rows than fit into two batches. */
const many = `id,store,menu,price\n${Array.from({ length: 4_500 }, (_, n) => `${n},가게${n % 7},메뉴 ${n},${n % 50 === 0 ? '시가' : 1000 + n}`).join('\n')}\n`;

describe('an import', () => {
  it('as a dry run counts and names the same, and stores nothing', async () => {
    await importText('id,store,menu,price\n3,가게3,메뉴 3,1003\n4,가게4,메뉴 4,9999\n5,엉뚱한 가게,메뉴,1\n');
    const before = await items();
    const file = `${many}${many.slice(many.indexOf('\n') + 1)}`;
    const rehearsed = await importText(file, { isDryRun: true });
    expect(await items()).toEqual(before);
    expect(await app.db.prisma.task.count()).toBe(3);
    const stored = await importText(file);
    expect(rehearsed.counts).toEqual(stored.counts);
    expect(rehearsed.problems).toEqual(stored.problems);
    expect(stored.counts).toMatchObject({ rowsRead: 9_000, rowsCreated: 4_497, rowsUpdated: 1, rowsRejected: 2 });
  });

  it('broken off in the middle keeps whole batches, and is finished by a repeat with the right figures', async () => {
    const run = await begin(many);
    const stop = new AbortController();
    const broken = runImport(app, { ...run, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(broken).rejects.toThrow('aborted');
    expect(await app.db.prisma.menuItem.count()).toBe(2_000);
    const finished = await runImport(app, run);
    expect(finished).toMatchObject({
      state: 'succeeded',
      counts: { ...counted, rowsRead: 4_500, rowsCreated: 4_500, rowsWarned: 90 },
    });
    expect(await app.db.prisma.menuItem.count()).toBe(4_500);
    expect(await app.db.prisma.importProblem.count({ where: { importId: run.importId } })).toBe(90);
    expect(await runImport(app, run)).toEqual({ ...finished, ...(await runImport(app, run)) });
  });

  it('stops between batches when it is cancelled, and what it stored is rescored', async () => {
    const run = await begin(many);
    let cancelled: Promise<ImportResult> | undefined;
    const result = await runImport(app, {
      ...run,
      onProgress: () => {
        cancelled ??= cancelImport(app, commandActor, run.importId);
      },
    });
    expect(await cancelled).toMatchObject({ state: 'cancelled' });
    expect(result.state).toBe('cancelled');
    const stored = await app.db.prisma.menuItem.count();
    expect(stored).toBe(result.counts.rowsCreated);
    expect(stored).toBeLessThan(4_500);
    expect(await app.db.prisma.jobOutbox.count({ where: { name: 'labeling.rescore' } })).toBe(1);
  });

  it('run by two at once counts and stores every row once', async () => {
    const run = await begin(many);
    await Promise.all([runImport(app, run), runImport(app, run)]);
    const row = await app.db.prisma.import.findUniqueOrThrow({ where: { id: run.importId } });
    expect(row).toMatchObject({ state: 'succeeded', rowsRead: 4_500, rowsCreated: 4_500 });
    expect(await app.db.prisma.importProblem.count()).toBe(90);
  });

  it('of the same file twice at once stores nothing twice', async () => {
    const results = await Promise.all([importText(many), importText(many)]);
    expect(results.map((result) => result.state)).toEqual(['succeeded', 'succeeded']);
    expect(await app.db.prisma.menuItem.count()).toBe(4_500);
    expect(await app.db.prisma.task.count()).toBe(4_500);
  });

  it('gives every new item one open task and owes one rescoring, written down with its begin and end', async () => {
    const { importId } = await importText(menus);
    expect(await app.db.prisma.task.count({ where: { state: 'open' } })).toBe(3);
    expect(await app.db.prisma.jobOutbox.findMany({ select: { name: true, payload: true } })).toEqual([
      { name: 'labeling.rescore', payload: { slotKey: 'menu-category' } },
    ]);
    const audits = await app.db.prisma.auditEntry.findMany({ where: { targetId: importId }, orderBy: { id: 'asc' } });
    expect(audits.map((audit) => audit.action)).toEqual(['import.started', 'import.finished']);
    expect(audits[1]?.after).toMatchObject({ state: 'succeeded', rowsCreated: 3 });
  });

  it('of a file without a needed column fails naming it and what may be meant', async () => {
    const result = await importText('가게,매뉴,가격\n가,나,1000\n');
    expect(result).toMatchObject({
      state: 'failed',
      error: { code: 'COLUMN_MISSING', params: { column: 'name', suggestion: '매뉴' } },
    });
  });

  it('of a damaged gzip fails, keeping the batches before the damage', async () => {
    const wordy = many.replace('price', 'options').replace(/(\d+|시가)$/gm, '곱빼기 사리 추가 반찬 넉넉히 '.repeat(40));
    const whole = gzipSync(wordy, { level: 0 });
    const { state, error, counts } = await importText(whole.subarray(0, whole.length - 20_000), {
      name: 'menus.csv.gz',
    });
    expect({ state, error }).toMatchObject({
      state: 'failed',
      error: { code: 'FILE_UNREADABLE', params: { reason: 'gzip_damaged' } },
    });
    expect(counts.rowsCreated).toBeGreaterThan(0);
    expect(await app.db.prisma.menuItem.count()).toBe(counts.rowsCreated);
  });

  it('of a small file that unpacks to a huge one is refused', async () => {
    const bomb = gzipSync(`store,menu,options\n${`가,나,${'다'.repeat(5_000)}\n`.repeat(1_500)}`);
    expect(bomb.length).toBeLessThan(100_000);
    const result = await importText(bomb, { name: 'menus.csv.gz' });
    expect(result).toMatchObject({ state: 'failed', error: { code: 'FILE_TOO_LARGE' } });
  });

  it.each([
    ['larger than the limit', 'store,menu\n가,나\n', { maxBytes: 10 }, 'FILE_TOO_LARGE', undefined],
    ['that is empty', '', {}, 'FILE_UNREADABLE', 'empty'],
    ['that is a JSON array', '[{"store":"가"}]', {}, 'FILE_UNREADABLE', 'json_array'],
    ['that is a spreadsheet', 'PK\x03\x04', {}, 'FILE_UNREADABLE', 'spreadsheet'],
  ])('of a file %s fails and says so', async (_, content, limits, code, reason) => {
    const { state, error } = await importText(content, limits);
    expect({ state, code: error?.code, reason: error?.params['reason'] }).toEqual({ state: 'failed', code, reason });
  });
});
