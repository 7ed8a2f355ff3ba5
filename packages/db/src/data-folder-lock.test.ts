import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './data-folder-lock.ts';
import { DataFolderError, DataFolderInUseError } from './postgres/errors.ts';
import { PACKAGE_FOLDER } from './prisma-command.ts';

let folder: string;
const processes: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'jeoul-lock-'));
});

afterEach(() => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts another process that takes the lock and keeps it, and returns what became of that. */
async function lockElsewhere(): Promise<{ child: ChildProcess; outcome: string }> {
  const script = `
    import { lockDataFolder } from './src/data-folder-lock.ts';
    try {
      lockDataFolder(process.argv[1]);
      console.log('locked');
    } catch (error) {
      console.log(error.name);
    }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script, folder], {
    cwd: PACKAGE_FOLDER,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  const [outcome] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, outcome: String(outcome) };
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

test('a folder is locked once, and free again after release', () => {
  const lock = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(DataFolderInUseError);
  lock.release();
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
  lockDataFolder(folder).release();
});

test('a folder that another process holds is refused, naming that process', async () => {
  const { child } = await lockElsewhere();
  expect(() => lockDataFolder(folder)).toThrow(`The data folder ${folder} is in use by process ${child.pid}.`);
});

test('the lock of a killed process is taken over', async () => {
  const { child, outcome } = await lockElsewhere();
  expect(outcome).toBe('locked');
  await kill(child);
  expect(existsSync(path.join(folder, 'jeoul.lock'))).toBe(true);
  expect(() => lockDataFolder(folder).release()).not.toThrow();
});

test('a lock whose pid belongs to a later process is taken over', () => {
  const left = { pid: process.pid, start: 'an earlier boot:1', token: 'earlier' };
  writeFileSync(path.join(folder, 'jeoul.lock'), JSON.stringify(left));
  expect(() => lockDataFolder(folder).release()).not.toThrow();
});

test('a lock that can not be read is taken over', () => {
  writeFileSync(path.join(folder, 'jeoul.lock'), '{"pid":');
  expect(() => lockDataFolder(folder).release()).not.toThrow();
});

test('a data folder that can not be made says what to do', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(() => lockDataFolder(path.join(file, 'data'))).toThrow(DataFolderError);
  expect(() => lockDataFolder(path.join(file, 'data'))).toThrow(/choose another data folder/);
});

test("release leaves another's lock alone", () => {
  const lock = lockDataFolder(folder);
  const other = JSON.stringify({ pid: 1, start: 'x', token: 'another' });
  writeFileSync(path.join(folder, 'jeoul.lock'), other);
  lock.release();
  expect(existsSync(path.join(folder, 'jeoul.lock'))).toBe(true);
});

test('of several processes that find a dead lock, one takes it', async () => {
  const { child } = await lockElsewhere();
  await kill(child);
  const outcomes = await Promise.all([lockElsewhere(), lockElsewhere(), lockElsewhere()]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
    'DataFolderInUseError',
    'DataFolderInUseError',
    'locked',
  ]);
});
