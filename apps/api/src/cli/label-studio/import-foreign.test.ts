import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskProblem } from '../../features/labeling/interchange/import-tally.ts';
import { importFromLabelStudio } from '../../features/labeling/interchange/import.service.ts';
import { importAccount } from '../../features/labeling/interchange/people.ts';
import { commandActor } from '../../lib/audit.ts';
import { addOperator, addQueue, smallQueue, testHouse, type TestHouse } from '../../testing/catalog.ts';
import { withItemIntake } from './item-intake.ts';

const fixture = path.join(import.meta.dirname, 'fixtures', 'delivered-menus.json');
let house: TestHouse;
let folder = '';

beforeAll(async () => {
  house = await testHouse();
  folder = await mkdtemp(path.join(tmpdir(), 'jeoul-label-studio-'));
  await addQueue(house);
  await addOperator(house, 'soyeon');
  await addOperator(house, 'mina');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await house[Symbol.asyncDispose]();
});

type Changes = {
  isDryRun?: boolean;
  labels?: Record<string, string>;
  users?: Record<string, string>;
  storeName?: string;
};

async function read(file: string, { isDryRun = false, labels = {}, users = {}, storeName }: Changes = {}) {
  const problems: TaskProblem[] = [];
  const intake = { kind: 'menus', pool: house.db.pool, mapping: {}, storeName: storeName ?? null } as const;
  const outcome = await withItemIntake(intake, (items) =>
    importFromLabelStudio(house, commandActor, {
      queueKey: smallQueue.key,
      path: file,
      fileName: path.basename(file),
      project: null,
      isDryRun,
      users,
      labels,
      answerFields: ['category'],
      items,
      onProblems: async (found) => {
        problems.push(...found);
      },
    }),
  );
  return { ...outcome, problems };
}

async function counted() {
  const { prisma } = house.db;
  const [items, decisions, resolutions, users, audit] = await Promise.all([
    prisma.menuItem.count(),
    prisma.decision.count(),
    prisma.resolution.count(),
    prisma.user.count(),
    prisma.auditEntry.count(),
  ]);
  return { items, decisions, resolutions, users, audit };
}

async function written(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const labelOf = async (name: string) => (await house.db.prisma.menuItem.findFirstOrThrow({ where: { name } })).labelKey;
const users = { 7: 'mina@example.test', 'soyeon@shop.example': 'soyeon@example.test' };

test('a dry run says what the import then does, and stores nothing', async () => {
  const before = await counted();
  const rehearsed = await read(fixture, { users, isDryRun: true });
  expect(await counted()).toEqual(before);
  const done = await read(fixture, { users });
  expect(done.figures).toEqual(rehearsed.figures);
  expect(done.unknownLabels).toEqual(rehearsed.unknownLabels);
  expect(done.problems).toEqual(rehearsed.problems);
  expect(done.figures).toEqual({
    tasks: 7,
    tasksRejected: 3,
    itemsCreated: 4,
    decisionsStored: 8,
    skipsStored: 1,
    decisionsKnown: 0,
    decisionsLeftOut: 0,
    decisionsRejected: 1,
    resolutions: 2,
    ties: 1,
    actionsNotDone: 0,
    predictionsIgnored: 1,
    resultsIgnored: 0,
  });
});

test('the majority resolves a task, ground truth outweighs it, and a tie stays open and is reported', async () => {
  expect(await labelOf('크리스피 후라이드\u200f')).toBe('chicken-fried');
  expect(await labelOf('유부우동')).toBe('noodle-udon');
  expect(await labelOf('비빔냉우동')).toBeNull();
  const { problems } = await read(fixture, { users, isDryRun: true });
  expect(problems.filter(({ reason }) => reason === 'tie')).toEqual([]);
  const sources = await house.db.prisma.resolution.findMany({ select: { source: true } });
  expect(sources).toEqual([{ source: 'import' }, { source: 'import' }]);
});

test('decisions are by whom they are mapped to, the others by an account that can not sign in', async () => {
  const { prisma } = house.db;
  const decisions = await prisma.decision.findMany({ include: { user: true }, orderBy: { decidedAt: 'asc' } });
  const first = decisions[0];
  expect(first).toMatchObject({ durationMs: 3500, decidedAt: new Date('2026-02-03T01:02:03.123Z') });
  expect(first?.user.email).toBe('soyeon@example.test');
  expect(decisions.filter(({ user }) => user.email === 'mina@example.test')).toHaveLength(3);
  const account = await prisma.user.findUniqueOrThrow({
    where: { email: importAccount.email },
    include: { accounts: true },
  });
  expect(account.disabledAt).not.toBeNull();
  expect(account.accounts).toEqual([]);
  const made = await prisma.auditEntry.findMany({ where: { action: 'user.created', targetId: account.id } });
  expect(made).toHaveLength(1);
  const imported = await prisma.auditEntry.findFirstOrThrow({ where: { action: 'queue.imported' } });
  expect(imported.after).toMatchObject({ format: 'label-studio', decisionsStored: 8, resolutions: 2 });
});

test('the same file again stores nothing', async () => {
  const { audit: _before, ...before } = await counted();
  const { figures } = await read(fixture, { users });
  expect(figures).toMatchObject({
    itemsCreated: 0,
    decisionsStored: 0,
    skipsStored: 0,
    resolutions: 0,
    decisionsKnown: 9,
  });
  const { audit: _after, ...after } = await counted();
  expect(after).toEqual(before);
});

test('an unknown label is listed with what it may mean, and is taken once that is said', async () => {
  const { unknownLabels, problems } = await read(fixture, { users });
  expect(unknownLabels).toEqual([{ value: '치킨/후라이드치킨', count: 1, suggestion: 'chicken-fried' }]);
  expect(problems).toContainEqual({
    index: 3,
    annotation: '80',
    severity: 'rejected',
    reason: 'unknown_label',
    value: '치킨/후라이드치킨',
    suggestion: 'chicken-fried',
  });
  await read(fixture, { users, labels: { '치킨/후라이드치킨': 'chicken-fried' } });
  expect(await labelOf('치킨 한 마리')).toBe('chicken-fried');
});

test('tasks that can not be stored are listed with their place and the reason', async () => {
  const { problems } = await read(fixture, { users });
  const refused = problems.filter(({ annotation, severity }) => annotation === null && severity === 'rejected');
  expect(refused.map(({ index, reason }) => [index, reason])).toEqual([
    [6, 'not_a_task'],
    [4, 'missing'],
    [5, 'unstorable_character'],
  ]);
});

test('somebody who is mapped to an account that is not there stops the import before anything is stored', async () => {
  await expect(read(fixture, { users: { 7: 'nobody@example.test' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('one task a line is read as well, and tasks without a store go to the one that is named', async () => {
  const tasks = [1, 2].map((id) => ({
    id,
    data: { name: `양념치킨 ${id}` },
    annotations: [{ id, result: [{ type: 'choices', from_name: 'x', value: { choices: ['Seasoned'] } }] }],
  }));
  const file = await written('tasks.ndjson', `\uFEFF${tasks.map((task) => JSON.stringify(task)).join('\n')}\n`);
  await expect(read(file)).rejects.toMatchObject({ code: 'COLUMN_MISSING' });
  const { figures } = await read(file, { storeName: '시험가게' });
  expect(figures).toMatchObject({ tasks: 2, itemsCreated: 2, resolutions: 2 });
  expect(await labelOf('양념치킨 2')).toBe('chicken-seasoned');
});

test('records of JSON-MIN that follow each other are one task again', async () => {
  const own = { annotator: 7, created_at: '2026-03-01T00:00:00Z', updated_at: '2026-03-01T00:00:00Z', lead_time: 1 };
  const data = { id: 90, name: '물냉면 곱빼기', store: '면사랑' };
  const path = { taxonomy: [['면', '냉면']] };
  const records = [
    { ...data, category: [path], annotation_id: 501, ...own },
    { ...data, category: 'noodle-cold', annotation_id: 502, ...own, annotator: 8 },
    { id: 91, name: '어묵우동', store: '면사랑', category: '우동', annotation_id: 503, ...own },
  ];
  const { figures, problems } = await read(await written('min.json', JSON.stringify(records)), { users });
  expect(problems).toEqual([]);
  expect(figures).toMatchObject({ tasks: 2, itemsCreated: 2, decisionsStored: 3, resolutions: 2 });
  expect(await labelOf('물냉면 곱빼기')).toBe('noodle-cold');
  expect(await labelOf('어묵우동')).toBe('noodle-udon');
});

test('of a file that breaks off, complete batches stay and the place is told', async () => {
  const tasks = Array.from({ length: 450 }, (_, id) => ({
    id: 1000 + id,
    data: { name: `국수 ${id}`, store: '면사랑' },
  }));
  const whole = JSON.stringify(tasks);
  const file = await written('cut.json', whole.slice(0, whole.length - 40));
  const before = await counted();
  await expect(read(file)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', params: { reason: 'not_json' } });
  expect((await counted()).items - before.items).toBe(400);
  expect((await read(await written('whole.json', whole))).figures.itemsCreated).toBe(50);
});

test('what is no JSON, no UTF-8 or no file is refused', async () => {
  const latin = path.join(folder, 'latin.json');
  await writeFile(latin, Buffer.from([0x5b, 0x22, 0xb0, 0xa1, 0x22, 0x5d]));
  for (const [file, reason] of [
    [await written('no.json', '<html>'), 'not_json'],
    [await written('empty.json', '  \n'), 'empty'],
    [latin, 'not_utf8'],
    [path.join(folder, 'missing.json'), 'not_found'],
  ] as const) {
    await expect(read(file)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', params: { reason } });
  }
});

test('the fixture is a file of Label Studio, not one of ours', async () => {
  expect(await readFile(fixture, 'utf8')).not.toContain('jeoul');
});
