// Brings a checkout to the state in which it can run: packages installed, Prisma's client generated, everything built.
// Node's own modules only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { packageManager, engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const stampFolder = path.join(root, 'node_modules');
const skipped = new Set(['node_modules', 'dist', '.git', '.turbo', '.jeoul', 'generated', 'test', 'docs']);

/** Ends the process with a sentence when Node is too old to go on. */
export function requireNode() {
  const needed = engines.node.replace('>=', '').split('.').map(Number);
  const running = process.versions.node.split('.').map(Number);
  const isOld = running[0] < needed[0] || (running[0] === needed[0] && running[1] < needed[1]);
  if (!isOld) return;
  console.error(`Jeoul needs Node ${engines.node}; this is ${process.version}.`);
  process.exit(1);
}

/**
 * Runs pnpm of the pinned version, fetched by npm when it is not there, and returns its exit code. What it prints goes to
 * standard error: standard output belongs to the command that needed the set-up.
 */
export function pnpm(args, env = {}) {
  const { status } = spawnSync('npx', ['--yes', packageManager, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...env },
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

/** Installs and builds what changed since the last time; says what it does. */
export function prepare() {
  step('install', 'Installing packages (the first time this takes a minute) …', manifests(), () =>
    pnpm(['install', '--frozen-lockfile', '--loglevel=error'], { CI: 'true' }),
  );
  step('build', 'Building the console …', sources(), () => pnpm(['run', 'build', '--output-logs=errors-only']));
}

function step(name, message, files, run) {
  const stampFile = path.join(stampFolder, `.jeoul-${name}`);
  const stamp = fingerprint(files);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error(message);
  const status = run();
  if (status !== 0) {
    console.error(`\nThat failed (exit code ${status}); what it printed above says why.`);
    process.exit(1);
  }
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stampFile, stamp);
}

function manifests() {
  const folders = ['.', ...workspaces()];
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...folders.map((folder) => path.join(folder, 'package.json'))];
}

function workspaces() {
  return ['apps', 'packages'].flatMap((group) =>
    readdirSync(path.join(root, group)).map((name) => path.join(group, name)),
  );
}

function sources() {
  return [...manifests(), 'tsconfig.base.json', 'turbo.json', ...workspaces().flatMap((folder) => [...walk(folder)])];
}

function* walk(folder) {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(file);
    else if (!entry.name.endsWith('.test.ts')) yield file;
  }
}

/** The content of small trees is read whole: a checkout or a copy changes times, not what must be built. */
function fingerprint(files) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const file of [...files].sort()) {
    const full = path.join(root, file);
    if (existsSync(full) && statSync(full).isFile()) hash.update(file).update(readFileSync(full));
  }
  return hash.digest('hex');
}
