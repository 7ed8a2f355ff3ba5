import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type Database } from '@jeoul/db/client';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@jeoul/db/embedded-postgres';
import { applyMigrations } from '@jeoul/db/migrate';
import { createUser } from '../../../features/access/access.service.ts';
import { commandActor } from '../../../lib/audit.ts';
import type { RoleName } from '../../../lib/config.ts';
import { freePort } from '../../../lib/free-port.ts';
import { paths } from '../../../lib/paths.ts';
import { signIn, type BenchClient } from '../client.ts';
import { startRoles, type RoleProcess } from './role-process.ts';

export type BenchOperator = { id: string; client: BenchClient };

/**
 * An installation taken apart: a durable Postgres of its own, and the roles as processes that can be killed. What puts
 * load on it runs in the process of the benchmark, so that client and server share cores but no event loop.
 */
export class BenchHouse {
  readonly url: string;
  readonly #dataDir: string;
  readonly #port: number;
  readonly #authSecret = randomBytes(36).toString('base64url');
  #postgres: EmbeddedPostgres;
  #db: Database;
  readonly #processes = new Set<RoleProcess>();

  private constructor(input: { dataDir: string; port: number; postgres: EmbeddedPostgres }) {
    this.#dataDir = input.dataDir;
    this.#port = input.port;
    this.#postgres = input.postgres;
    this.#db = openDatabase({ url: input.postgres.url, maxConnections: 4 });
    this.url = `http://localhost:${input.port}`;
  }

  static async open(): Promise<BenchHouse> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'jeoul-bench-'));
    const postgres = await startEmbeddedPostgres({ dataDir, onLog: () => undefined });
    await applyMigrations({ url: postgres.url, migrationsDir: paths.migrations });
    return new BenchHouse({ dataDir, port: await freePort(), postgres });
  }

  /** The benchmark's own way to the database: for setting up before and counting after, never while it measures. */
  get db(): Database {
    return this.#db;
  }

  get databaseUrl(): string {
    return this.#postgres.url;
  }

  async start(...roles: RoleName[]): Promise<RoleProcess> {
    const started = await startRoles({
      databaseUrl: this.#postgres.url,
      authSecret: this.#authSecret,
      port: this.#port,
      roles,
    });
    this.#processes.add(started);
    return started;
  }

  /** Stops Postgres, in order or by `kill -9`, and starts it again on the same port. */
  async restartPostgres({ isKilled }: { isKilled: boolean }): Promise<void> {
    const { port } = this.#postgres;
    await this.#db.close();
    if (isKilled) {
      const [pid] = readFileSync(path.join(this.#dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
    }
    await this.#postgres.stop();
    this.#postgres = await startEmbeddedPostgres({ dataDir: this.#dataDir, port, onLog: () => undefined });
    this.#db = openDatabase({ url: this.#postgres.url, maxConnections: 4 });
  }

  /** Makes accounts of operators. */
  async addOperators(count: number): Promise<{ id: string; email: string; password: string }[]> {
    const accounts = [];
    for (let n = 0; n < count; n += 1) {
      const account = { email: `operator-${n}@localhost.test`, password: randomBytes(18).toString('base64url') };
      const { id } = await createUser(this, commandActor, { ...account, name: `Operator ${n}`, role: 'operator' });
      accounts.push({ id, ...account });
    }
    return accounts;
  }

  /** Signs them in over HTTP; the limit on attempts, which takes them for one attacker, is lifted between. */
  async signIn(accounts: { id: string; email: string; password: string }[]): Promise<BenchOperator[]> {
    const operators: BenchOperator[] = [];
    for (const account of accounts) {
      operators.push({ id: account.id, client: await signIn(this.url, account) });
      await this.#db.prisma.rateLimit.deleteMany();
    }
    return operators;
  }

  async close(): Promise<void> {
    for (const process of this.#processes) await process.stop();
    await this.#db.close();
    await this.#postgres.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}
