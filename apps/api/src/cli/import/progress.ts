import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '../../features/catalog/import-run.ts';

const lineEveryMs = 2_000;

/** Shows how far an import is, on standard error: a bar where someone watches, a line every two seconds elsewhere. */
export function showProgress(): { update: (progress: ImportProgress) => void; stop: () => void } {
  return process.stderr.isTTY ? bar() : lines();
}

function bar() {
  const shown = new SingleBar(
    {
      format: '{bar} {percentage} % · {rows} rows · {eta_formatted} left',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  let isStarted = false;
  return {
    update({ bytesRead, bytesTotal, counts }: ImportProgress) {
      const rows = counts.rowsRead.toLocaleString('en');
      if (!isStarted) shown.start(bytesTotal, 0, { rows });
      isStarted = true;
      shown.update(Math.min(bytesRead, bytesTotal), { rows });
    },
    stop() {
      if (isStarted) shown.stop();
    },
  };
}

function lines() {
  let toldAt = performance.now();
  return {
    update({ bytesRead, bytesTotal, counts }: ImportProgress) {
      if (performance.now() - toldAt < lineEveryMs) return;
      toldAt = performance.now();
      const percent = Math.min(100, Math.floor((100 * bytesRead) / Math.max(1, bytesTotal)));
      console.error(`${percent} % · ${counts.rowsRead.toLocaleString('en')} rows`);
    },
    stop() {},
  };
}
