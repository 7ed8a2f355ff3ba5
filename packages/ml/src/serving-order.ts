import type { TextPieces } from './text-pieces.ts';

/** What a text without any piece, or with pieces that no other text has, still counts for. */
const LEAST_NEWS = 1e-6;

/**
 * The greedy order of texts by worth, where choosing one lowers the worth of those that share its pieces. Worths only
 * fall, so that a text need be looked at again only when it comes to the top (lazy greedy, Minoux 1978).
 */
export class ServingOrder {
  readonly #texts: TextPieces;
  readonly #factors: Float64Array;
  /** ln of the number of texts that have a piece: 0 for one that no other text has. */
  readonly #commonness: Float32Array;
  readonly #seen: Float32Array;
  readonly #worths: Float64Array;
  /** Text indexes as a binary heap, the highest worth on top; only the first `#size` count. */
  readonly #heap: Int32Array;
  #size: number;

  /** `seen` says how often each piece was decided before; it is changed as texts are chosen. */
  constructor(texts: TextPieces, factors: Float64Array, seen: Float32Array) {
    this.#texts = texts;
    this.#factors = factors;
    this.#seen = seen;
    this.#commonness = new Float32Array(texts.buckets);
    for (const piece of texts.pieces) this.#commonness[piece] = (this.#commonness[piece] ?? 0) + 1;
    for (let piece = 0; piece < texts.buckets; piece++) {
      this.#commonness[piece] = Math.log(Math.max(1, this.#commonness[piece] ?? 1));
    }
    this.#worths = Float64Array.from(factors, (_, text) => this.#worthOf(text));
    this.#heap = Int32Array.from(factors.keys());
    this.#size = this.#heap.length;
    for (let at = (this.#size >> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  /** All texts: the first `count` chosen one by one, the others by their worth after that. */
  take(count: number): Int32Array {
    const order = new Int32Array(this.#heap.length);
    let taken = 0;
    while (this.#size > 0 && taken < count) {
      const top = this.#heap[0] ?? 0;
      const worth = this.#worthOf(top);
      if (worth < (this.#worths[top] ?? 0)) {
        this.#worths[top] = worth;
        this.#sink(0);
        continue;
      }
      order[taken++] = top;
      this.#choose(top);
    }
    const rest = this.#heap.slice(0, this.#size);
    for (const text of rest) this.#worths[text] = this.#worthOf(text);
    rest.sort((a, b) => (this.#worths[b] ?? 0) - (this.#worths[a] ?? 0) || a - b);
    order.set(rest, taken);
    return order;
  }

  #worthOf(text: number): number {
    const { starts, pieces } = this.#texts;
    const from = starts[text] ?? 0;
    const to = starts[text + 1] ?? 0;
    let news = 0;
    for (let at = from; at < to; at++) {
      const piece = pieces[at] ?? 0;
      news += (this.#commonness[piece] ?? 0) / (1 + (this.#seen[piece] ?? 0));
    }
    return (this.#factors[text] ?? 0) * (LEAST_NEWS + (to > from ? news / (to - from) : 0));
  }

  #choose(text: number): void {
    const { starts, pieces } = this.#texts;
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) {
      const piece = pieces[at] ?? 0;
      this.#seen[piece] = (this.#seen[piece] ?? 0) + 1;
    }
    this.#size -= 1;
    this.#heap[0] = this.#heap[this.#size] ?? 0;
    this.#sink(0);
  }

  #sink(from: number): void {
    const heap = this.#heap;
    const moved = heap[from] ?? 0;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#isAhead(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1;
      if (!this.#isAhead(heap[child] ?? 0, moved)) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    if (this.#size > 0) heap[at] = moved;
  }

  #isAhead(one: number, other: number): boolean {
    const difference = (this.#worths[one] ?? 0) - (this.#worths[other] ?? 0);
    return difference > 0 || (difference === 0 && one < other);
  }
}
