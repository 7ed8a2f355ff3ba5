import type { FastifyInstance } from 'fastify';
import { registerCatalogHttp } from './features/catalog/catalog.http.ts';
import { registerIngestHttp } from './features/catalog/ingest/ingest.http.ts';
import { registerListsHttp } from './features/labeling/lists/lists.http.ts';
import type { App } from './lib/app.ts';

/** What does not fit tRPC: uploads, downloads, probes. */
export async function registerHttpRoutes(server: FastifyInstance, app: App): Promise<void> {
  server.get('/healthz', async () => {
    await app.db.pool.query('SELECT 1');
    return { status: 'ok' };
  });
  await registerCatalogHttp(server, app);
  await registerIngestHttp(server, app);
  await registerListsHttp(server, app);
}
