import { Readable } from 'node:stream';
import { isPermitted } from '@jeoul/shared/access/permissions';
import { decisionListInput, exportFormats, maxListPage, taskListInput } from '@jeoul/shared/labeling/lists';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { App } from '../../../lib/app.ts';
import { JeoulError } from '../../../lib/errors.ts';
import { parsed } from '../../../lib/parsed.ts';
import { headersOf, sessionUserOf } from '../../../lib/session.ts';
import { exportList } from './export.service.ts';
import { listDecisions, listTasks } from './lists.service.ts';

const address = z.object({
  list: z.enum(['tasks', 'decisions']),
  exportId: z.uuid(),
  format: z.enum(exportFormats),
});
const asked = z.object({ filter: z.string().max(4_000) });

/** The lists of tasks and decisions as files: the filter of the page, all of its rows. */
export async function registerListsHttp(server: FastifyInstance, app: App): Promise<void> {
  server.get('/api/lists/:list/:exportId.:format', async (request, reply) => {
    const user = await sessionUserOf(app, headersOf(request));
    if (user === null) throw new JeoulError('UNAUTHENTICATED');
    if (!isPermitted(user.role, 'task:read')) throw new JeoulError('FORBIDDEN', { permission: 'task:read' });
    const { list, exportId, format } = parsed(address, request.params);
    const filter = readJson(parsed(asked, request.query).filter);
    const limit = maxListPage;
    const readPage =
      list === 'tasks'
        ? (cursor: string | null) => listTasks(app, { ...parsed(taskListInput, filter), cursor, limit })
        : (cursor: string | null) => listDecisions(app, { ...parsed(decisionListInput, filter), cursor, limit });
    const lines = exportList(app, { exportId, list, format, filter, userId: user.id, requestId: request.id }, readPage);
    // The first page is read before anything is sent, so that a wrong filter is still an error.
    const first = await lines.next();
    async function* all() {
      if (!first.done) yield first.value;
      yield* lines;
    }
    return reply
      .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8')
      .header('content-disposition', `attachment; filename="${list}-${exportId.slice(0, 8)}.${format}"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(all()));
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JeoulError('INVALID_INPUT', { detail: 'filter' });
  }
}
