import type { Database } from '@jeoul/db/client';
import type { TextModel } from '@jeoul/ml/text-classifier';
import type { Logger } from 'pino';
import type { LiveBus } from './live.ts';
import { readTextModel } from './text-models.ts';

export type Champion = { modelVersionId: string; number: number; model: TextModel };

const recheckMs = 5_000;

/**
 * The models that are live, deserialized, one a slot. A promotion anywhere drops the cached one at once (live bus);
 * a promotion whose event was lost is noticed within five seconds.
 */
export class ChampionCache {
  readonly #db: Database;
  readonly #log: Pick<Logger, 'error'>;
  readonly #bySlot = new Map<string, { checkedAt: number; champion: Promise<Champion | null> }>();
  readonly #stopListening: () => void;

  constructor({ db, live, log }: { db: Database; live: LiveBus; log: Pick<Logger, 'error'> }) {
    this.#db = db;
    this.#log = log;
    this.#stopListening = live.listen((event) => {
      if (event.type === 'promotion') this.forget(event.slotKey);
    });
  }

  forget(slotKey: string): void {
    this.#bySlot.delete(slotKey);
  }

  /** The slot's champion; null while none was promoted, and while the one that is can't be read: work goes on without proposals. */
  async get(slotKey: string): Promise<Champion | null> {
    const cached = this.#bySlot.get(slotKey);
    if (cached && Date.now() - cached.checkedAt < recheckMs) return cached.champion;
    const entry = { checkedAt: Date.now(), champion: this.#refresh(slotKey, cached?.champion) };
    this.#bySlot.set(slotKey, entry);
    // A failed load must not be remembered.
    entry.champion.catch(() => this.#bySlot.get(slotKey) === entry && this.forget(slotKey));
    return entry.champion;
  }

  async #refresh(slotKey: string, known: Promise<Champion | null> | undefined): Promise<Champion | null> {
    const slot = await this.#db.prisma.slot.findUnique({ where: { key: slotKey }, select: { championId: true } });
    if (!slot?.championId) return null;
    const current = await known;
    if (current?.modelVersionId === slot.championId) return current;
    const version = await this.#db.prisma.modelVersion.findUniqueOrThrow({
      where: { id: slot.championId },
      select: { id: true, number: true, artifact: { select: { bytes: true } } },
    });
    const model = version.artifact && readTextModel(version.artifact.bytes);
    if (model) return { modelVersionId: version.id, number: version.number, model };
    this.#log.error({ slotKey, modelVersionId: version.id }, 'the champion can not be read: train a new one');
    return null;
  }

  close(): void {
    this.#stopListening();
  }
}
