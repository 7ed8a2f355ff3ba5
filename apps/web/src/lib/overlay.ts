import { ExternalStore, useStore } from './external-store.ts';

/** What lies over the whole page, of which there is at most one. */
export type Overlay = 'palette' | 'keys' | null;

const overlay = new ExternalStore<Overlay>(null);

export function showOverlay(next: Overlay): void {
  overlay.set(next);
}

export function useOverlay(): Overlay {
  return useStore(overlay);
}
