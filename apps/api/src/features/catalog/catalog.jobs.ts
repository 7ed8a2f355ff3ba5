import { rm } from 'node:fs/promises';
import type { JobContext, JobPayload } from '../../lib/jobs/definitions.ts';
import { jobActor } from '../../lib/audit.ts';
import { runImport } from './import-run.ts';
import { endImport, type ImportDeps } from './import.service.ts';

/**
 * Stores an uploaded file and removes it. Taken up again after a crash it goes on behind the last complete batch; after
 * the last attempt the import ends as failed.
 */
export async function runImportJob(
  app: ImportDeps,
  { importId, path }: JobPayload<'catalog.import'>,
  context: JobContext,
): Promise<void> {
  try {
    await runImport(app, { importId, path, signal: context.signal });
  } catch (error) {
    const isStopping = context.signal.aborted;
    if (isStopping || !context.isLastAttempt) throw error;
    app.log.error({ err: error, importId }, 'import given up');
    await endImport(app, jobActor, { importId, state: 'failed', error: { code: 'INTERNAL', params: {} } });
  }
  await rm(path, { force: true });
}
