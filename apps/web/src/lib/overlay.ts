import { ExternalStore, useStore } from './external-store.ts';

/** What lies over the whole page, of which there is at most one. */
export type Overlay = 'palette' | 'keys' | null;

const overlay = new ExternalStore<Overlay>(null);

/** What was typed into the palette before it was there to be typed into. */
const typedAhead = new ExternalStore('');

export function showOverlay(next: Overlay): void {
  typedAhead.set('');
  overlay.set(next);
}

export function isOverlayShown(): boolean {
  return overlay.get() !== null;
}

/** Keeps what is typed until the palette has arrived, which takes it up by `typedSoFar`. */
export function typeAhead(text: string): void {
  typedAhead.set(text);
}

export function typedSoFar(): string {
  return typedAhead.get();
}

export function useOverlay(): Overlay {
  return useStore(overlay);
}
