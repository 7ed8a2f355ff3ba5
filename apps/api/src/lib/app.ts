import { openDatabase, type Database } from '@jeoul/db/client';
import type { Logger } from 'pino';
import { createAuth, type Auth } from './auth.ts';
import { ChampionCache } from './champions.ts';
import { Compute } from './compute.ts';
import type { Config } from './config.ts';
import { openJobsBackend, type JobsBackend } from './jobs/backend.ts';
import { JobDispatcher } from './jobs/dispatcher.ts';
import { LiveBus } from './live.ts';

/** What every feature stands on, opened once a process. */
export type App = {
  config: Config;
  log: Logger;
  db: Database;
  auth: Auth;
  live: LiveBus;
  jobsBackend: JobsBackend;
  dispatcher: JobDispatcher;
  champions: ChampionCache;
  compute: Compute;
  close(): Promise<void>;
};

/** Connects to the database (already migrated), the jobs' backend and the live bus. */
export async function openApp({ config, log }: { config: Config; log: Logger }): Promise<App> {
  const db = openDatabase({ url: config.databaseUrl, maxConnections: 20 });
  const live = new LiveBus({ pool: db.pool, url: config.databaseUrl, log });
  const jobsBackend = await openJobsBackend(config);
  const dispatcher = new JobDispatcher({ db, url: config.databaseUrl, backend: jobsBackend, log });
  await Promise.all([live.start(), dispatcher.start()]);
  const champions = new ChampionCache({ db, live, log });
  const compute = new Compute();
  return {
    config,
    log,
    db,
    auth: createAuth({ prisma: db.prisma, secret: config.authSecret, publicUrl: config.publicUrl }),
    live,
    jobsBackend,
    dispatcher,
    champions,
    compute,
    async close() {
      champions.close();
      await compute.close();
      await dispatcher.close();
      await jobsBackend.close();
      await live.close();
      await db.close();
    },
  };
}
