import type { LabelView } from '@jeoul/shared/labeling/contract';
import { answerable } from '@jeoul/shared/labeling/polar-labels';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { distance } from 'fastest-levenshtein';

/** The labels of a queue by every name a file may give them. */
export class LabelBook {
  readonly keys: ReadonlySet<string>;
  readonly #byKey: ReadonlyMap<string, LabelView>;
  readonly #byName = new Map<string, string | null>();
  readonly #stated: Readonly<Record<string, string>>;

  /** `stated` says which label a value of the file is, by key, over what its name says. */
  constructor(labels: readonly LabelView[], stated: Readonly<Record<string, string>> = {}) {
    this.#byKey = new Map(labels.map((label) => [label.key, label]));
    this.keys = new Set(answerable(labels).map((label) => label.key));
    this.#stated = stated;
    for (const { key, nameKo, nameEn } of labels) {
      for (const name of new Set([key, nameKo, nameEn].map(textKey))) {
        // A name that two labels share says nothing.
        this.#byName.set(name, this.#byName.has(name) ? null : key);
      }
    }
  }

  /** The key of the label that a choice names by key or by a name of its own; null for none, or for several. */
  keyOf(value: string): string | null {
    const stated = this.#stated[value];
    if (stated !== undefined) return stated;
    return this.keys.has(value) ? value : (this.#byName.get(textKey(value)) ?? null);
  }

  /** The key of the label at the end of a path, each part below the one before. */
  keyOfPath(path: readonly string[]): string | null {
    const last = path.at(-1);
    if (last === undefined) return null;
    const stated = this.#stated[path.join('/')];
    if (stated !== undefined) return stated;
    const found = this.keyOf(last);
    if (found !== null) return found;
    // Of several labels with that name, the one below the label the path names before it.
    const parent = this.keyOfPath(path.slice(0, -1));
    const below = [...this.#byKey.values()].filter(
      ({ parentKey, nameKo, nameEn }) =>
        parent !== null && parentKey === parent && [nameKo, nameEn].some((name) => textKey(name) === textKey(last)),
    );
    return below.length === 1 ? (below[0]?.key ?? null) : null;
  }

  /** From the root down to the label. */
  pathOf(key: string): string[] {
    const path = [key];
    let parent = this.#byKey.get(key)?.parentKey ?? null;
    while (parent !== null && !path.includes(parent)) {
      path.unshift(parent);
      parent = this.#byKey.get(parent)?.parentKey ?? null;
    }
    return path;
  }

  /** The label whose key or name is spelled most like a value that is none; null when none comes near. */
  suggestionFor(value: string): string | null {
    const wanted = textKey(value);
    let best: { key: string; apart: number } | null = null;
    for (const { key, nameKo, nameEn } of this.#byKey.values()) {
      for (const name of [key, nameKo, nameEn].map(textKey)) {
        const [shorter = '', longer = ''] = [wanted, name].toSorted((a, b) => a.length - b.length);
        const isPart = shorter.length > 1 && longer.includes(shorter);
        // Of the names within it, the one that makes up most of it.
        const apart = isPart ? 1 - shorter.length / longer.length : distance(wanted, name);
        const isNear = apart <= Math.min(3, Math.max(wanted.length, name.length) / 2);
        if (isNear && apart < (best?.apart ?? Number.POSITIVE_INFINITY)) best = { key, apart };
      }
    }
    return best?.key ?? null;
  }
}
