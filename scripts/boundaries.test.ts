import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
let folder = '';

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the project's own rules over a small tree; returns what they say. */
function cruise(files: Record<string, string>): { status: number | null; output: string } {
  folder = mkdtempSync(path.join(tmpdir(), 'jeoul-boundaries-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const { status, stdout, stderr } = spawnSync(
    path.join(root, 'node_modules/.bin/depcruise'),
    ['--config', path.join(root, '.dependency-cruiser.cjs'), 'apps', 'packages'],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

const fine = {
  'packages/shared/src/a.ts': 'export const a = 1;\n',
  'apps/api/src/features/one/one.ts':
    "import { a } from '../../../../../packages/shared/src/a.ts';\nexport const one = a;\n",
};

test('a tree that keeps the directions passes', () => {
  expect(cruise(fine)).toMatchObject({ status: 0 });
});

test.each([
  [
    'api-features-never-import-each-other',
    'apps/api/src/features/two/two.ts',
    "import { one } from '../one/one.ts';\nexport const two = one;\n",
  ],
  [
    'packages-never-import-apps',
    'packages/shared/src/b.ts',
    "import { one } from '../../../apps/api/src/features/one/one.ts';\nexport const b = one;\n",
  ],
  [
    'pure-packages-do-no-io',
    'packages/ml/src/c.ts',
    "import { readFileSync } from 'node:fs';\nexport const c = readFileSync;\n",
  ],
  [
    'api-lib-imports-no-feature',
    'apps/api/src/lib/d.ts',
    "import { one } from '../features/one/one.ts';\nexport const d = one;\n",
  ],
  [
    'web-knows-the-api-by-type-alone',
    'apps/web/src/e.ts',
    "import { one } from '../../api/src/features/one/one.ts';\nexport const e = one;\n",
  ],
])('%s is caught', (rule, file, text) => {
  const { status, output } = cruise({ ...fine, [file]: text });
  expect(output).toContain(rule);
  expect(status).not.toBe(0);
});
