import type { PieceLists } from './piece-lists.ts';

/**
 * Which lists have a piece: `lists[starts[piece]..starts[piece + 1])`, short lists before long ones, so that lists of
 * the sizes that matter stand together. `count` lists are in it.
 */
export type PiecePostings = { starts: Int32Array; lists: Int32Array; count: number };

/** Time and room grow with the pieces of all lists and with `buckets`, of which every piece is one. */
export function postingsOf(lists: PieceLists, buckets: number): PiecePostings {
  const starts = new Int32Array(buckets + 1);
  const { pieces, starts: from, length } = lists;
  for (let at = 0; at < length; at++) {
    const next = (pieces[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const places = starts.slice();
  const postings = new Int32Array(length);
  for (const list of bySize(lists)) {
    for (let at = from[list] ?? 0; at < (from[list + 1] ?? 0); at++) {
      const piece = pieces[at] ?? 0;
      const place = places[piece] ?? 0;
      postings[place] = list;
      places[piece] = place + 1;
    }
  }
  return { starts, lists: postings, count: lists.count };
}

/** How many lists have the piece. */
export function commonness({ starts }: PiecePostings, piece: number): number {
  return (starts[piece + 1] ?? 0) - (starts[piece] ?? 0);
}

/** Where in `postings.lists` the lists of at least `size` pieces begin, among those that have `piece`. */
export function firstOfSize(postings: PiecePostings, lists: PieceLists, piece: number, size: number): number {
  let low = postings.starts[piece] ?? 0;
  let high = postings.starts[piece + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lists.sizeOf(postings.lists[middle] ?? 0) < size) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All lists, the shortest first, those of one size in their order (counting sort: Knuth, TAOCP vol. 3, 5.2). */
function bySize(lists: PieceLists): Int32Array {
  let longest = 0;
  for (let list = 0; list < lists.count; list++) longest = Math.max(longest, lists.sizeOf(list));
  const places = new Int32Array(longest + 2);
  for (let list = 0; list < lists.count; list++) {
    const next = lists.sizeOf(list) + 1;
    places[next] = (places[next] ?? 0) + 1;
  }
  for (let size = 0; size <= longest; size++) places[size + 1] = (places[size + 1] ?? 0) + (places[size] ?? 0);
  const order = new Int32Array(lists.count);
  for (let list = 0; list < lists.count; list++) {
    const size = lists.sizeOf(list);
    const place = places[size] ?? 0;
    order[place] = list;
    places[size] = place + 1;
  }
  return order;
}
