import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { type Hotkey, hotkeyRegistry } from './hotkey-registry.ts';

/** What the `?` sheet shows of a shortcut: when any of it changes, the sheet must hear. */
function signature(hotkeys: readonly Hotkey[]): string {
  return hotkeys
    .map((key) => `${key.id}|${key.combo}|${key.lastCombo ?? ''}|${key.label}|${key.isDisabled ?? false}`)
    .join('\n');
}

/**
 * Gives the page these shortcuts as long as the component is mounted. The list may be new at every render; the latest
 * functions are the ones called. Where two offer the same keys, the one mounted last wins.
 */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const latest = useRef(hotkeys);
  useLayoutEffect(() => {
    latest.current = hotkeys;
  });
  useEffect(() => hotkeyRegistry.add(latest), []);
  const listed = signature(hotkeys);
  useEffect(() => {
    if (listed !== '') hotkeyRegistry.changed();
  }, [listed]);
}

/** Every shortcut that works right now, for the `?` sheet. */
export function useActiveHotkeys(): readonly Hotkey[] {
  return useSyncExternalStore(hotkeyRegistry.watch, hotkeyRegistry.list);
}
