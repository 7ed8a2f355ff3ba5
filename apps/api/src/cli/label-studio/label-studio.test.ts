import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMenuItems, addQueue, testHouse, type TestHouse } from '../../testing/catalog.ts';
import { runJeoul } from '../../testing/command.ts';

let house: TestHouse;
let folder = '';

beforeAll(async () => {
  house = await testHouse();
  folder = await mkdtemp(path.join(tmpdir(), 'jeoul-cli-'));
  await addMenuItems(house, 4);
  await addQueue(house);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await house[Symbol.asyncDispose]();
});

const jeoul = (...args: string[]) => runJeoul(args, { folder, databaseUrl: house.url });

test('a queue is written to a file with its labeling config, or to standard output', async () => {
  const queue = ['--queue', 'menu-category'];
  const { code, err } = await jeoul(
    'export',
    'label-studio',
    ...queue,
    '--out',
    'tasks.json',
    '--config',
    'config.xml',
  );
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('4 tasks with 0 annotations in tasks.json') });
  const written = await readFile(path.join(folder, 'tasks.json'), 'utf8');
  expect(JSON.parse(written)).toHaveLength(4);
  expect(existsSync(path.join(folder, 'tasks.json.part'))).toBe(false);
  const config = await readFile(path.join(folder, 'config.xml'), 'utf8');
  expect(config).toContain(
    '<Choice value="치킨" alias="chicken">\n      <Choice value="후라이드" alias="chicken-fried"/>',
  );
  expect(await jeoul('export', 'label-studio', ...queue)).toMatchObject({ code: 0, out: written });
});

test('an import tells what became of a file and lists its problems beside it', async () => {
  const file = path.join(folder, 'delivered.json');
  await copyFile(path.join(import.meta.dirname, 'fixtures', 'delivered-menus.json'), file);
  const rehearsed = await jeoul('import', 'label-studio', file, '--queue', 'menu-category', '--dry-run');
  expect(rehearsed).toMatchObject({ code: 0, err: '' });
  expect(rehearsed.out).toContain('would be stored: 4 items · 8 decisions · 1 skips · 2 resolutions');
  const { code, out, err } = await jeoul('import', 'label-studio', file, '--queue', 'menu-category');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('7 tasks read, 3 rejected');
  expect(out).toContain("if it is chicken-fried: --label '치킨/후라이드치킨=chicken-fried'");
  expect(out).toContain("--user '8=EMAIL' says who it is");
  const problems = (await readFile(path.join(folder, 'delivered.problems.csv'), 'utf8')).split('\r\n');
  expect(problems[0]).toBe('\uFEFFtask,annotation,severity,reason,value,suggestion');
  expect(problems).toContain('1,,warning,tie,noodle-cold / noodle-udon,');
});

test('a queue or a file that is not there is said to be missing', async () => {
  const [exported, imported] = await Promise.all([
    jeoul('export', 'label-studio', '--queue', 'nowhere'),
    jeoul('import', 'label-studio', 'missing.json', '--queue', 'menu-category'),
  ]);
  expect(exported).toMatchObject({ code: 1, err: expect.stringContaining('There is no queue "nowhere".') });
  expect(imported).toMatchObject({ code: 2, err: expect.stringContaining('There is no such file.') });
});
