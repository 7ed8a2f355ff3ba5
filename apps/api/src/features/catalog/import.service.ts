import type { Tx } from '@jeoul/db/client';
import {
  importOptions,
  noRows,
  type ImportCounts,
  type ImportKind,
  type ImportOptions,
} from '@jeoul/shared/catalog/import-contract';
import type { ErrorCode, ErrorParams } from '@jeoul/shared/platform/error-codes';
import type { App } from '../../lib/app.ts';
import { appendAudit, type Actor } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';
import { enqueueJob } from '../../lib/jobs/outbox.ts';

export type ImportDeps = Pick<App, 'db' | 'live' | 'log'>;
export type ImportState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
export type ImportFailure = { code: ErrorCode; params: ErrorParams };
export type ImportResult = { state: ImportState; counts: ImportCounts; error: ImportFailure | null };

export const itemKindOf: Record<ImportKind, 'menu_item' | 'review'> = { menus: 'menu_item', reviews: 'review' };

export type NewImport = { kind: ImportKind; fileName: string; options: ImportOptions; isDryRun: boolean };

/**
 * Notes an import. With `queuedFile` (where an upload lies) a worker will do it; without, the caller does, by `runImport`.
 */
export async function createImport(
  app: ImportDeps,
  actor: Actor,
  { kind, fileName, options, isDryRun, queuedFile }: NewImport & { queuedFile?: string },
): Promise<{ importId: string }> {
  return app.db.prisma.$transaction(async (tx) => {
    const state: ImportState = queuedFile === undefined ? 'running' : 'queued';
    const created = await tx.import.create({
      data: { kind, fileName, state, isDryRun, mapping: options, startedById: actor.id },
      select: { id: true },
    });
    await appendAudit(tx, {
      actor,
      action: 'import.started',
      targetKind: 'import',
      targetId: created.id,
      after: { kind, fileName, isDryRun, options },
    });
    if (queuedFile !== undefined) await enqueueJob(tx, 'catalog.import', { importId: created.id, path: queuedFile });
    return { importId: created.id };
  });
}

export type ImportRow = {
  kind: ImportKind;
  fileName: string;
  state: ImportState;
  isDryRun: boolean;
  options: ImportOptions;
  counts: ImportCounts;
  error: ImportFailure | null;
};

type StoredRow = ImportCounts & {
  kind: string;
  fileName: string;
  state: string;
  isDryRun: boolean;
  mapping: unknown;
  error: unknown;
};

/** A row of the table with its columns' real types: nothing but this file and import.queries.ts writes them. */
export function toImportRow(row: StoredRow): ImportRow {
  const { rowsRead, rowsCreated, rowsUpdated, rowsUnchanged, rowsRejected, rowsWarned } = row;
  return {
    kind: row.kind as ImportKind,
    fileName: row.fileName,
    state: row.state as ImportState,
    isDryRun: row.isDryRun,
    options: importOptions.parse(row.mapping),
    counts: { rowsRead, rowsCreated, rowsUpdated, rowsUnchanged, rowsRejected, rowsWarned },
    error: row.error as ImportFailure | null,
  };
}

/** An import as it stands. Throws NOT_FOUND. */
export async function readImport(db: Pick<Tx, 'import'>, importId: string): Promise<ImportRow> {
  const row = await db.import.findUnique({ where: { id: importId } });
  if (row === null) throw new JeoulError('NOT_FOUND', { importId });
  return toImportRow(row);
}

/**
 * Takes an import on, or up again after its worker was lost: what it stored is kept and counted, a dry run starts over.
 * Null when there is nothing left to do.
 */
export async function takeUpImport(
  app: ImportDeps,
  importId: string,
): Promise<(ImportRow & { problemsKept: number }) | null> {
  return app.db.prisma.$transaction(async (tx) => {
    const active = { id: importId, state: { in: ['queued', 'running'] } };
    const { count } = await tx.import.updateMany({ where: active, data: { state: 'running' } });
    if (count === 0) return null;
    const begun = await readImport(tx, importId);
    if (!begun.isDryRun) return { ...begun, problemsKept: await tx.importProblem.count({ where: { importId } }) };
    await tx.importProblem.deleteMany({ where: { importId } });
    await tx.import.update({ where: { id: importId }, data: noRows });
    return { ...begun, counts: noRows, problemsKept: 0 };
  });
}

/** Keeps the mapping an import really goes by, guessed parts included. */
export async function noteMapping(app: ImportDeps, importId: string, options: ImportOptions): Promise<void> {
  await app.db.prisma.import.update({ where: { id: importId }, data: { mapping: options } });
}

/** Ends an import that runs, in whichever way it ended; what it stored is rescored. Returns how it stands. */
export async function endImport(
  app: ImportDeps,
  actor: Actor,
  {
    importId,
    state,
    error = null,
  }: { importId: string; state: 'succeeded' | 'failed' | 'cancelled'; error?: ImportFailure | null },
): Promise<ImportResult> {
  const ended = await app.db.prisma.$transaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: { in: ['queued', 'running'] } },
      data: { state, finishedAt: new Date(), ...(error === null ? {} : { error }) },
    });
    const row = await readImport(tx, importId);
    if (count === 0) return row;
    await appendAudit(tx, {
      actor,
      action: state === 'cancelled' ? 'import.cancelled' : 'import.finished',
      targetKind: 'import',
      targetId: importId,
      after: { state, ...row.counts, error },
    });
    const isStored = !row.isDryRun && row.counts.rowsCreated + row.counts.rowsUpdated > 0;
    if (isStored) await oweRescoring(tx, row.kind);
    return row;
  });
  await tellPages(app, importId, { ...ended, fraction: 1 });
  return { state: ended.state, counts: ended.counts, error: ended.error };
}

async function oweRescoring(tx: Tx, kind: ImportKind): Promise<void> {
  const queues = await tx.queue.findMany({
    where: { itemKind: itemKindOf[kind] },
    distinct: ['slotKey'],
    select: { slotKey: true },
  });
  for (const { slotKey } of queues) await enqueueJob(tx, 'labeling.rescore', { slotKey });
}

/** Tells every open page how far an import is. */
export async function tellPages(
  app: ImportDeps,
  importId: string,
  { state, fileName, fraction }: { state: ImportState; fileName: string; fraction: number },
): Promise<void> {
  await app.live.publish({
    type: 'job',
    id: importId,
    name: 'import',
    state,
    fraction,
    label: fileName,
    subject: null,
  });
}

/** Stops an import after the batch at work; what was stored stays. Throws NOT_FOUND; an import that ended stays as it is. */
export async function cancelImport(app: ImportDeps, actor: Actor, importId: string): Promise<ImportResult> {
  return endImport(app, actor, { importId, state: 'cancelled' });
}
