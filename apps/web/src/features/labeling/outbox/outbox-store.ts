import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxEntry } from './outbox-entry.ts';

type Schema = DBSchema & {
  entries: { key: string; value: OutboxEntry; indexes: { byUser: string } };
};

const name = 'jeoul-decisions';
const version = 1;

/** What of the outbox is written down: entries to put and ids to remove, together or not at all. */
export type OutboxChange = { put: readonly OutboxEntry[]; remove: readonly string[] };

/** The outbox as this browser keeps it, through reloads and restarts. */
export class OutboxStore {
  #database: Promise<IDBPDatabase<Schema>> | null = null;

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#database ??= openDB<Schema>(name, version, {
      upgrade(database) {
        database.createObjectStore('entries', { keyPath: 'id' }).createIndex('byUser', 'userId');
      },
      // A newer page wants another version: make room, and open again when needed.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        this.#database = null;
      },
      terminated: () => {
        this.#database = null;
      },
    });
    this.#database.catch(() => {
      this.#database = null;
    });
    return this.#database;
  }

  /** One person's entries in the order they are sent. */
  async read(userId: string): Promise<OutboxEntry[]> {
    const database = await this.#open();
    const entries = await database.getAllFromIndex('entries', 'byUser', userId);
    return entries.sort((a, b) => a.order - b.order);
  }

  /** Resolves when the change is on disk, not merely handed over. */
  async write(change: OutboxChange): Promise<void> {
    const database = await this.#open();
    const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...change.put.map((entry) => transaction.store.put(entry)),
      ...change.remove.map((id) => transaction.store.delete(id)),
      transaction.done,
    ]);
  }
}
