// `npm test`: set-up, static checks, then every test. Ends with "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pnpm, prepare, requireNode } from './prepare.mjs';

requireNode();
prepare();

const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules/.bin');
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** Runs a program of ours; true when it exits with 0. */
function run(program, args) {
  return (
    spawnSync(path.join(bin, program), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
  );
}

function check(name, passes) {
  const began = Date.now();
  console.log(`\n▸ ${name}`);
  const hasPassed = passes();
  totals[hasPassed ? 'passed' : 'failed'] += 1;
  if (!hasPassed) failures.push(name);
  console.log(`${hasPassed ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

/** Runs one vitest project and adds its counts. A run that can't be counted is a failure. */
function vitest(project) {
  const began = Date.now();
  console.log(`\n▸ ${project} tests`);
  const folder = mkdtempSync(path.join(tmpdir(), 'jeoul-test-'));
  const report = path.join(folder, 'report.json');
  const hasExitedWell = run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) {
    totals.failed += 1;
    failures.push(`${project} tests: no report`);
  } else {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += counts.numPassedTests;
    totals.failed += counts.numFailedTests;
    totals.skipped += counts.numPendingTests + counts.numTodoTests;
    const isUncounted = !hasExitedWell && counts.numFailedTests === 0;
    if (isUncounted) totals.failed += 1;
    if (!hasExitedWell) failures.push(`${project} tests`);
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`${hasExitedWell ? '✓' : '✗'} ${project} tests (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

const only = process.argv[2];
if (!only || only === 'static') {
  check('format', () => run('biome', ['format', '.']));
  check('lint', () => run('oxlint', ['--type-aware', '--deny-warnings']));
  check('types', () => pnpm(['run', 'types', '--output-logs=errors-only']) === 0);
  check('boundaries', () =>
    run('depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'packages']),
  );
  check('dead code', () => run('knip', ['--no-progress']));
  check('workspace', () => run('sherif', []));
  check(
    'bundle size',
    () =>
      spawnSync(process.execPath, ['apps/web/scripts/bundle-size.mjs'], { cwd: root, stdio: 'inherit', env }).status ===
      0,
  );
}
if (!only || only === 'code') vitest('code');
if (!only || only === 'browser') vitest('browser');

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
