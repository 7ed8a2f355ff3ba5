import { type Combo, isMac, matchesCombo } from './combo.ts';
import { mayFire } from './may-fire.ts';
import { comboOf, personalKeys } from './personal-keys.ts';

export type Hotkey = {
  /** Stable name, `feature.action`; what a person's own key is stored under. */
  id: string;
  combo: Combo;
  /** Listed as the first of a range of like keys, this the last: `1`–`9`. */
  lastCombo?: Combo;
  /** What it does, in the words of the page, for the `?` sheet. */
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Off for now: not fired, not listed. */
  isDisabled?: boolean;
  /** `everywhere` for what the frame offers, `page` (the default) for the rest. */
  scope?: 'everywhere' | 'page';
  /** May fire while a text field has the focus (⌘K). */
  worksInText?: boolean;
  /** May fire from within a dialog or menu. */
  worksInDialog?: boolean;
  /** Fires again while held down (`j`, `k`). */
  repeats?: boolean;
  /** Fires but is not listed, as a second key for the same thing. */
  isHidden?: boolean;
};

type Entry = { readonly current: readonly Hotkey[] };

/** Every shortcut of the page, those of the last component mounted first, behind one listener on the window. */
class HotkeyRegistry {
  private entries: readonly Entry[] = [];
  private readonly watchers = new Set<() => void>();
  private listed: readonly Hotkey[] = [];

  constructor() {
    personalKeys.watch(() => this.changed());
  }

  add(entry: Entry): () => void {
    if (this.entries.length === 0) window.addEventListener('keydown', this.onKeyDown);
    this.entries = [entry, ...this.entries];
    this.changed();
    return () => {
      this.entries = this.entries.filter((other) => other !== entry);
      if (this.entries.length === 0) window.removeEventListener('keydown', this.onKeyDown);
      this.changed();
    };
  }

  /** Tells the sheet and the key bar that labels or keys are others now. */
  changed(): void {
    this.listed = this.entries.flatMap((entry) => entry.current).filter((key) => !key.isDisabled && !key.isHidden);
    for (const watcher of this.watchers) watcher();
  }

  readonly list = (): readonly Hotkey[] => this.listed;

  /** Every shortcut mounted, those that are off or not listed too. */
  readonly all = (): readonly Hotkey[] => this.entries.flatMap((entry) => entry.current);

  /** What to print where the page says `combo`: the key this person has for the shortcut that came with it. */
  printed(combo: Combo): Combo {
    const all = this.all().filter((hotkey) => hotkey.combo === combo);
    const hotkey = all.find(({ isDisabled }) => !isDisabled) ?? all[0];
    return hotkey ? comboOf(hotkey) : combo;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const mac = isMac();
    for (const entry of this.entries) {
      for (const hotkey of entry.current) {
        if (hotkey.isDisabled || !matchesCombo(event, comboOf(hotkey), mac) || !mayFire(event, hotkey)) continue;
        event.preventDefault();
        hotkey.run(event);
        return;
      }
    }
  };
}

export const hotkeyRegistry = new HotkeyRegistry();
