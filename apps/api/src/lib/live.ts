import { EventEmitter, on } from 'node:events';
import { liveEvent, type LiveEvent } from '@jeoul/shared/platform/live-events';
import pg from 'pg';
import type { Logger } from 'pino';

const channel = 'jeoul_live';

/**
 * Tells every open page, whichever process it is connected to, what just happened, over Postgres NOTIFY.
 * Nothing depends on an event arriving: pages read the state again when they (re)connect.
 */
export class LiveBus {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #pool: pg.Pool;
  readonly #url: string;
  readonly #log: Logger;
  #listener: pg.Client | null = null;
  #published: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor({ pool, url, log }: { pool: pg.Pool; url: string; log: Logger }) {
    this.#pool = pool;
    this.#url = url;
    this.#log = log;
  }

  /** Starts listening; a lost connection is opened again until `close`. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'jeoul-live', keepAlive: true });
    client.on('notification', ({ payload }) => this.#receive(payload));
    client.on('error', () => void this.#restart());
    client.on('end', () => void this.#restart());
    this.#listener = client;
    await client.connect();
    await client.query(`LISTEN ${channel}`);
  }

  async #restart(): Promise<void> {
    if (this.#isClosed || this.#listener === null) return;
    this.#listener = null;
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (this.#isClosed) return;
    await this.start().catch((error: unknown) => {
      this.#log.warn({ err: error }, 'live connection is down, trying again');
      void this.#restart();
    });
  }

  #receive(payload: string | undefined): void {
    if (payload === undefined) return;
    const parsed = liveEvent.safeParse(JSON.parse(payload));
    if (parsed.success) this.#emitter.emit('event', parsed.data);
  }

  /**
   * Publishes to every process, events of one process in their order: a "running" that came after its "succeeded" would
   * stand on the page for ever. Failing to is logged, never thrown: it must not undo the work it tells of.
   */
  publish(event: LiveEvent): Promise<void> {
    this.#published = this.#published.then(async () => {
      try {
        await this.#pool.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(event)]);
      } catch (error) {
        this.#log.warn({ err: error }, 'live event not published');
      }
    });
    return this.#published;
  }

  /** Calls back for every event until the returned function is called. */
  listen(callback: (event: LiveEvent) => void): () => void {
    this.#emitter.on('event', callback);
    return () => this.#emitter.off('event', callback);
  }

  /** The events from now on, until the signal aborts. */
  async *events(signal: AbortSignal | undefined): AsyncGenerator<LiveEvent> {
    try {
      for await (const [event] of on(this.#emitter, 'event', { signal })) yield event as LiveEvent;
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#listener?.end();
  }
}
