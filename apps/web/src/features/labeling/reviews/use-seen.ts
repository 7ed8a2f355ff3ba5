import { useCallback, useLayoutEffect, useRef } from 'react';

/** In less than this nobody has seen that something else stands there: what is pressed was meant for what stood there before. */
const seenAfterMs = 400;

/** Whether this has been on the page long enough to be decided on. Anything else in its place begins anew. */
export function useSeen(what: string): () => boolean {
  const since = useRef(-seenAfterMs);
  useLayoutEffect(() => {
    since.current = what === '' ? Number.POSITIVE_INFINITY : performance.now();
  }, [what]);
  return useCallback(() => performance.now() - since.current >= seenAfterMs, []);
}
