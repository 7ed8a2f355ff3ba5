import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../testing/catalog.ts';
import { runJeoul } from '../testing/command.ts';

let house: TestHouse;
let folder = '';

beforeAll(async () => {
  house = await testHouse();
  folder = await mkdtemp(path.join(tmpdir(), 'jeoul-cli-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await house[Symbol.asyncDispose]();
});

const jeoulImport = (...args: string[]) => runJeoul(['import', ...args], { folder, databaseUrl: house.url });

async function file(name: string, content: string): Promise<string> {
  const where = path.join(folder, name);
  await writeFile(where, content);
  return where;
}

test('good rows are stored, bad rows listed beside the file, and the exit code is 0', async () => {
  const menus = await file(
    'menus.csv',
    '가게,품목,가격\n모퉁이치킨,반반치킨,19000\n모퉁이치킨,간장치킨,=1+1\n모퉁이치킨,,1\n',
  );
  const { code, out, err } = await jeoulImport('menus', menus, '--map', 'name=품목');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('menus.csv: 3 rows read');
  expect(out).toContain('created 2 · updated 0 · unchanged 0 · rejected 1 · with warnings 1');
  expect((await readFile(path.join(folder, 'menus.problems.csv'), 'utf8')).split('\r\n')).toEqual([
    '\uFEFFline,column,severity,reason,explanation,value',
    expect.stringMatching(/^3,가격,warning,not_a_price,.*,'=1\+1$/),
    expect.stringMatching(/^4,품목,rejected,missing,.*,$/),
    '',
  ]);
  expect(await house.db.prisma.menuItem.count()).toBe(2);
});

test('a dry run stores nothing, and no file of problems is made when there are none', async () => {
  const menus = await file('dry.ndjson', '{"store":"가","menu":"나"}\n');
  const before = await house.db.prisma.menuItem.count();
  const { code, out } = await jeoulImport('menus', menus, '--dry-run');
  expect(code).toBe(0);
  expect(out).toContain('would be created 1');
  expect(existsSync(path.join(folder, 'dry.problems.csv'))).toBe(false);
  expect(await house.db.prisma.menuItem.count()).toBe(before);
});

test('a file that cannot be read is explained and exits with 2', async () => {
  const [misspelt, allBad] = await Promise.all([
    jeoulImport('menus', await file('misspelt.csv', '가게,매뉴\n가,나\n')),
    jeoulImport('menus', await file('bad.csv', '가게,메뉴\n가,\n나,\n')),
  ]);
  expect(misspelt).toMatchObject({ code: 2, err: expect.stringContaining("--map 'name=매뉴'") });
  expect(allBad.code).toBe(2);
});
