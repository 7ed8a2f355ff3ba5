import { maxImportBytes, type ImportCounts, type ImportOptions } from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import type pg from 'pg';
import { jobActor, type Actor } from '../../lib/audit.ts';
import { readAhead } from '../../lib/batches.ts';
import { JeoulError } from '../../lib/errors.ts';
import { beginRehearsal, rehearseBatch, storeBatch } from './import-batch.ts';
import { ImportBook, ImportStopped, type BookEntry } from './import-book.ts';
import { openImportFile } from './import-file.ts';
import { checkedBatches, mappingOf, type CheckedBatch } from './import-rows.ts';
import {
  endImport,
  noteMapping,
  readImport,
  takeUpImport,
  tellPages,
  type ImportDeps,
  type ImportResult,
} from './import.service.ts';
import { fileSource } from './import-source.ts';
import { withItemTable, type ItemTable } from './item-tables.ts';
import type { MenuRecord } from './menu-rows.ts';
import type { ReviewRecord } from './review-rows.ts';
import { inTransaction, inUndoneTransaction } from './transactions.ts';

export type ImportProgress = { bytesRead: number; bytesTotal: number; counts: ImportCounts };

export type ImportRun = {
  importId: string;
  path: string;
  /** Who is noted as having ended it. */
  actor?: Actor;
  maxBytes?: number;
  /** Aborting stops after the batch at work; the import stays as it is, to be taken up again or cancelled. */
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
  /** Told every problem, also those past what is kept, once their batch is stored. */
  onProblems?: (problems: RowProblem[]) => Promise<void>;
};

const tellEveryMs = 500;

/**
 * Reads a file and stores its rows, batch by batch, each in a transaction with its figures and problems: whatever
 * happens, complete batches stand, and a repeat goes on behind them. What is wrong with the file as a whole ends the
 * import as failed; what is wrong with the database or this process is thrown, for the caller to try again.
 */
export async function runImport(app: ImportDeps, run: ImportRun): Promise<ImportResult> {
  const { importId, actor = jobActor } = run;
  const begun = await takeUpImport(app, importId);
  if (begun === null) return readImport(app.db.prisma, importId);
  const { kind, fileName, isDryRun } = begun;
  try {
    const source = await fileSource(run.path, { fileName, maxBytes: run.maxBytes ?? maxImportBytes });
    const file = await openImportFile(source, begun.options);
    const options: ImportOptions = { ...begun.options, mapping: await mappingOf(file, kind, begun.options) };
    await noteMapping(app, importId, options);
    const book = new ImportBook(importId, begun);
    const tell = progressTeller(app, run, { fileName, bytesTotal: source.sizeBytes });
    await withItemTable(kind, async (table) => {
      const batches = readAhead(checkedBatches(file, { table, kind, options, skipRows: book.counts.rowsRead }));
      if (isDryRun) await rehearse(app, { table, batches, book, run, tell });
      else await store(app, { table, batches, book, run, tell });
    });
    return await endImport(app, actor, { importId, state: 'succeeded' });
  } catch (error) {
    if (error instanceof ImportStopped) return readImport(app.db.prisma, importId);
    if (!(error instanceof JeoulError)) throw error;
    return endImport(app, actor, { importId, state: 'failed', error: { code: error.code, params: error.params } });
  }
}

type Work<R extends MenuRecord | ReviewRecord> = {
  table: ItemTable<R>;
  batches: AsyncIterable<CheckedBatch<R>>;
  book: ImportBook;
  run: ImportRun;
  tell: (progress: { bytesRead: number; counts: ImportCounts }) => void;
};

async function store<R extends MenuRecord | ReviewRecord>(app: ImportDeps, work: Work<R>): Promise<void> {
  const { table, batches, book } = work;
  for await (const batch of batches) {
    work.run.signal?.throwIfAborted();
    const entry = await inTransaction(app.db.pool, async (client) =>
      book.enter(client, batch, await storeBatch(client, table, batch.records)),
    );
    await settle(work, entry, batch.bytesRead);
  }
}

/** Everything but the storing. One transaction holds what would be stored; figures and problems are kept as they come. */
async function rehearse<R extends MenuRecord | ReviewRecord>(app: ImportDeps, work: Work<R>): Promise<void> {
  const { table, batches, book } = work;
  await inUndoneTransaction(app.db.pool, async (rehearsal: pg.PoolClient) => {
    await beginRehearsal(rehearsal);
    for await (const batch of batches) {
      work.run.signal?.throwIfAborted();
      const outcome = await rehearseBatch(rehearsal, table, batch.records);
      const entry = await inTransaction(app.db.pool, (client) => book.enter(client, batch, outcome));
      await settle(work, entry, batch.bytesRead);
    }
  });
}

async function settle<R extends MenuRecord | ReviewRecord>(
  work: Work<R>,
  entry: BookEntry,
  bytesRead: number,
): Promise<void> {
  work.book.settle(entry);
  if (entry.problems.length > 0) await work.run.onProblems?.(entry.problems);
  work.tell({ bytesRead, counts: entry.counts });
}

/** Tells the caller of every batch, and the open pages twice a second. */
function progressTeller(
  app: ImportDeps,
  run: ImportRun,
  { fileName, bytesTotal }: { fileName: string; bytesTotal: number },
): Work<MenuRecord>['tell'] {
  let toldAt = 0;
  return ({ bytesRead, counts }) => {
    run.onProgress?.({ bytesRead, bytesTotal, counts });
    if (Date.now() - toldAt < tellEveryMs) return;
    toldAt = Date.now();
    void tellPages(app, run.importId, {
      state: 'running',
      fileName,
      fraction: Math.min(1, bytesRead / Math.max(1, bytesTotal)),
    });
  };
}
