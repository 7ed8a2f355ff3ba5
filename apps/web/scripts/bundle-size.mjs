// Fails when the first load is heavier than the bar. Run after the build.
//
// What counts: every script that must be there before a signed-in person sees their first page, that is the entry, the
// page it opens on, one language, and all they import, gzipped as the server sends it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const barBytes = 400 * 1000;
const dist = path.resolve(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));

const firstLoad = ['index.html', 'src/locales/ko.ts', 'src/features/home/home-page.tsx'];

/** The scripts of these modules and of everything they import without being asked again. */
function scriptsOf(names) {
  const files = new Map();
  const visit = (name) => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`${name} is not in the build's manifest`);
    if (files.has(chunk.file)) return;
    files.set(chunk.file, gzipSync(readFileSync(path.join(dist, chunk.file))).length);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const name of names) visit(name);
  return files;
}

const files = scriptsOf(firstLoad);
const total = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
for (const [file, bytes] of [...files].sort((a, b) => b[1] - a[1])) console.log(kilobytes(bytes).padStart(10), file);
console.log(`${kilobytes(total)} of ${kilobytes(barBytes)} in ${files.size} scripts`);
if (total >= barBytes) {
  console.error('The first load is over the bar: load what the first page does not need when it is asked for.');
  process.exitCode = 1;
}
