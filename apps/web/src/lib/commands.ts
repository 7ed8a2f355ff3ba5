import type { LucideIcon } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Combo } from './hotkeys/combo.ts';
import { ExternalStore, useStore } from './external-store.ts';

/** Something the palette can do. */
export type Command = {
  /** Stable name, `feature.action`. */
  id: string;
  label: string;
  group: 'page' | 'navigate' | 'thing' | 'preference' | 'account';
  icon?: LucideIcon;
  /** Other words people look for it by, in either language. */
  keywords?: string;
  /** The key that does the same, printed beside it. */
  combo?: Combo;
  /** One of many: offered once something is typed that finds it. */
  isOnlyFound?: boolean;
  run: () => void;
};

type Entry = { readonly current: readonly Command[] };
const entries = new ExternalStore<readonly Entry[]>([]);

/** Offers these commands in the palette as long as the component is mounted. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    entries.update((all) => [latest, ...all]);
    return () => entries.update((all) => all.filter((entry) => entry !== latest));
  }, []);
  const listed = commands.map((command) => `${command.id}|${command.label}`).join('\n');
  useEffect(() => {
    // An open palette must hear of commands that arrived late.
    if (listed !== '') entries.update((all) => [...all]);
  }, [listed]);
}

/** Every command offered right now; read when the palette opens. */
export function useOfferedCommands(): readonly Command[] {
  return useStore(entries).flatMap((entry) => entry.current);
}
