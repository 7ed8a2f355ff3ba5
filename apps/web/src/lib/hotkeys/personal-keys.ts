import { ExternalStore } from '../external-store.ts';
import type { Combo } from './combo.ts';
import type { Hotkey } from './hotkey-registry.ts';

export type PersonalKeys = Readonly<Record<string, Combo>>;

/** The keys this person chose, by the name of the shortcut; what is not in it keeps the key it came with. */
export const personalKeys = new ExternalStore<PersonalKeys>({});

/** The keys of a shortcut as this person has them. */
export function comboOf({ id, combo }: Pick<Hotkey, 'id' | 'combo'>): Combo {
  return personalKeys.get()[id] ?? combo;
}

/** What no shortcut may be put on: the way out of everything, and the way from one thing to the next. */
const kept = new Set(['Escape', 'Tab', 'Shift+Tab']);

/** Whether a person may choose another key for it. Rows of digits keep theirs: they are printed on what they choose. */
export function isRemappable({ combo, lastCombo }: Pick<Hotkey, 'combo' | 'lastCombo'>): boolean {
  return lastCombo === undefined && !kept.has(combo);
}

/**
 * The keys with `combo` put on one shortcut. Another of the page that has it gets the one given up in exchange, so that
 * no key does two things; null where that other one keeps its key, and where `combo` is kept for itself.
 */
export function withKey(
  keys: PersonalKeys,
  { hotkey, combo, others }: { hotkey: Hotkey; combo: Combo; others: readonly Hotkey[] },
): PersonalKeys | null {
  if (kept.has(combo)) return null;
  const own = (one: Hotkey) => keys[one.id] ?? one.combo;
  const holders = others.filter((one) => one.id !== hotkey.id && own(one) === combo);
  if (holders.some((one) => one.isHidden || !isRemappable(one))) return null;
  const given = own(hotkey);
  return [{ ...hotkey, combo }, ...holders.map((one) => ({ ...one, combo: given }))].reduce<PersonalKeys>(
    (all, { id, combo: next }) => {
      const first = [hotkey, ...holders].find((one) => one.id === id)?.combo;
      const { [id]: _former, ...rest } = all;
      return next === first ? rest : { ...rest, [id]: next };
    },
    keys,
  );
}
