import type { Database } from '@jeoul/db/client';
import { deserializeTextModel, type TextModel } from '@jeoul/ml/text-classifier';
import type { LiveBus } from './live.ts';

export type Champion = { modelVersionId: string; number: number; model: TextModel };

const recheckMs = 5_000;

/**
 * The models that are live, deserialized, one a slot. A promotion anywhere drops the cached one at once (live bus);
 * a promotion whose event was lost is noticed within five seconds.
 */
export class ChampionCache {
  readonly #db: Database;
  readonly #bySlot = new Map<string, { checkedAt: number; champion: Promise<Champion | null> }>();
  readonly #stopListening: () => void;

  constructor({ db, live }: { db: Database; live: LiveBus }) {
    this.#db = db;
    this.#stopListening = live.listen((event) => {
      if (event.type === 'promotion') this.forget(event.slotKey);
    });
  }

  forget(slotKey: string): void {
    this.#bySlot.delete(slotKey);
  }

  /** The slot's champion, or null while none was promoted. */
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
    if (!version.artifact) throw new Error(`model version ${version.id} has no artifact`);
    return { modelVersionId: version.id, number: version.number, model: deserializeTextModel(version.artifact.bytes) };
  }

  close(): void {
    this.#stopListening();
  }
}
