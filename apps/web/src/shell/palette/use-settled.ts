import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Command } from '../../lib/commands.ts';

/** Nobody has seen in less that the rows are others now. */
const seenAfterMs = 300;

/**
 * Whether the rows have stood still long enough to be chosen from. What was typed changes them as expected; entries that
 * arrive late do not, and an Enter on its way then was meant for another row.
 */
export function useSettled(query: string, found: readonly Command[]): () => boolean {
  const rows = found.map(({ id }) => id).join('\n');
  const last = useRef({ query, rows, movedAt: -seenAfterMs });
  useLayoutEffect(() => {
    const { current: before } = last;
    const isMoved = before.query === query && before.rows !== rows;
    last.current = { query, rows, movedAt: isMoved ? performance.now() : before.movedAt };
  }, [query, rows]);
  return useCallback(() => performance.now() - last.current.movedAt >= seenAfterMs, []);
}
