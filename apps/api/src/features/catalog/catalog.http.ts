import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { isPermitted } from '@jeoul/shared/access/permissions';
import { importRef, maxImportBytes, uploadQuery, type ImportOptions } from '@jeoul/shared/catalog/import-contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { App } from '../../lib/app.ts';
import { JeoulError } from '../../lib/errors.ts';
import { parsed } from '../../lib/parsed.ts';
import { headersOf, sessionUserOf } from '../../lib/session.ts';
import type { SessionUser } from '../../lib/trpc.ts';
import { openImportFile } from './import-file.ts';
import { allProblems } from './import-list.queries.ts';
import { mappingOf } from './import-rows.ts';
import { createImport } from './import.service.ts';
import { fileSource } from './import-source.ts';
import { problemFileHead, problemLines } from './problem-file.ts';
import { dropUpload, keepUpload } from './upload-folder.ts';

/** Uploads of files to import, and downloads of what was wrong with them. */
export async function registerCatalogHttp(
  server: FastifyInstance,
  app: App,
  { maxBytes = maxImportBytes }: { maxBytes?: number } = {},
): Promise<void> {
  await server.register(multipart, { limits: { fileSize: maxBytes, files: 1, fields: 0 } });

  server.post('/api/imports', async (request, reply) => {
    const user = await importerOf(app, request);
    const wish = parsed(uploadQuery, request.query);
    const upload = request.isMultipart() ? await request.file() : undefined;
    if (upload === undefined) throw new JeoulError('INVALID_INPUT', { detail: 'a file is missing' });
    const fileName = upload.filename.normalize('NFC').slice(-300);
    const path = await keepUpload(upload.file);
    try {
      if (upload.file.truncated)
        throw new JeoulError('FILE_TOO_LARGE', { fileName, limitMb: Math.floor(maxBytes / 1024 ** 2) });
      return await reply.code(202).send(await queueImport(app, user, { ...wish, fileName, path }));
    } catch (error) {
      await dropUpload(path);
      throw error;
    }
  });

  server.get('/api/imports/:id/problems.csv', async (request, reply) => {
    const { locale } = await importerOf(app, request);
    const { id } = parsed(importRef, request.params);
    const pages = allProblems(app, id);
    // Asked for before anything is sent, so that an unknown import is still an error.
    const first = await pages.next();
    async function* lines() {
      yield problemFileHead;
      if (!first.done) yield problemLines(first.value, locale);
      for await (const problems of pages) yield problemLines(problems, locale);
    }
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="import-${id}.problems.csv"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(lines()));
  });
}

/** Looks at the file before it is queued, so that one that can't be imported is refused while its sender is there. */
async function queueImport(
  app: App,
  user: SessionUser,
  {
    kind,
    dryRun: isDryRun,
    mapping,
    fileName,
    path,
    ...reading
  }: z.output<typeof uploadQuery> & { fileName: string; path: string },
): Promise<{ importId: string }> {
  const options: ImportOptions = { ...reading, mapping: mapping ?? {}, isMappingComplete: mapping !== undefined };
  const file = await openImportFile(await fileSource(path, { fileName, maxBytes: maxImportBytes }), options);
  await mappingOf(file, kind, options);
  return createImport(app, { kind: 'person', id: user.id }, { kind, fileName, options, isDryRun, queuedFile: path });
}

/** Who asks; throws UNAUTHENTICATED or FORBIDDEN. */
async function importerOf(app: App, request: FastifyRequest): Promise<SessionUser> {
  const user = await sessionUserOf(app, headersOf(request));
  if (user === null) throw new JeoulError('UNAUTHENTICATED');
  if (!isPermitted(user.role, 'catalog:import')) throw new JeoulError('FORBIDDEN', { permission: 'catalog:import' });
  return user;
}
