import { Nearest, type SimilarText } from './similar/nearest.ts';
import { PieceLists, withRoom } from './similar/piece-lists.ts';
import { commonness, firstOfSize, type PiecePostings, postingsOf } from './similar/piece-postings.ts';
import { FeatureReader } from './text/text-features.ts';
import { pieceShape } from './text-pieces.ts';

export type SimilarOptions = {
  /** Less similar texts are not looked for; above 0, at most 1. Default 0.6. */
  least?: number;
  /** At most so many are answered. Default 50. */
  most?: number;
};

/** Against rounding where a bound is a whole number exactly. */
const SLACK = 1e-9;
const LAST_MARK = 2 ** 31 - 1;

/**
 * Finds the texts like one text among many short ones.
 *
 * Similarity is Jaccard's: the pieces two texts share over the pieces that either has, pieces being pairs and triples of
 * letters without the spaces and whole words, after normalisation. All digits are alike, so that 2인분 and 3인분 are the
 * same. Nothing at or above `least` is missed: a text that is similar enough has one of the rarest pieces, and its size
 * is within bounds (prefix and size filters: Bayardo, Ma and Srikant 2007, "Scaling up all pairs similarity search";
 * Xiao et al. 2008, "Efficient similarity joins for near duplicate detection"). Pieces are hashed: two that fall
 * together are taken for one.
 *
 * Texts are known by whole numbers, from 0 in the order in which they were added. The texts themselves are not kept.
 * Holds scratch buffers: one index serves one thread.
 */
export class SimilarTexts {
  readonly #reader: FeatureReader;
  readonly #lists = new PieceLists();
  readonly #buckets: number;
  #postings: PiecePostings;
  #isRemoved = new Uint8Array(256);
  #removed = 0;
  /** Removed since the postings were made, which still name them. */
  #stale = 0;
  /** Equal to `#mark`: a piece of the text that is asked about, a list that was compared with it. */
  readonly #pieceMarks: Int32Array;
  #listMarks = new Int32Array(256);
  #mark = 0;
  #found = new Int32Array(256);

  /** `expectedTexts`: how many there will be, where more are to be added; 2^20 pieces at most are told apart. */
  constructor(texts: readonly string[] = [], expectedTexts = texts.length) {
    const shape = pieceShape(Math.max(texts.length, expectedTexts));
    this.#reader = new FeatureReader(shape);
    this.#buckets = 2 ** shape.bits;
    this.#pieceMarks = new Int32Array(this.#buckets);
    this.#postings = postingsOf(this.#lists, this.#buckets);
    for (const text of texts) this.add(text);
    this.refresh();
  }

  /** How many texts can be found. */
  get size(): number {
    return this.#lists.count - this.#removed;
  }

  /** Adds a text and returns its index. It can be found at once. */
  add(text: string): number {
    const index = this.#lists.add(this.#piecesOf(text));
    this.#isRemoved = withRoom(this.#isRemoved, index + 1);
    return index;
  }

  /** Takes a text out. Returns whether it was in. Its index is not given to another. */
  remove(index: number): boolean {
    if (!Number.isInteger(index) || index < 0 || index >= this.#lists.count || this.#isRemoved[index] === 1)
      return false;
    this.#isRemoved[index] = 1;
    this.#removed += 1;
    this.#stale += 1;
    return true;
  }

  /**
   * Sorts in what was added and removed. Happens of itself when a question comes after many changes (a 32nd of the
   * texts added, a quarter removed); called at a quiet moment it keeps that question from waiting.
   */
  refresh(): void {
    this.#postings = { starts: new Int32Array(0), lists: new Int32Array(0), count: 0 };
    if (this.#stale > 0) this.#lists.empty((list) => this.#isRemoved[list] === 1);
    this.#stale = 0;
    this.#postings = postingsOf(this.#lists, this.#buckets);
  }

  /**
   * The texts that are like `text`, the most similar first, equally similar ones by index. A text that is in the index
   * finds itself too. Nothing is like a text without letters, digits or symbols. Throws `RangeError` for `least` outside
   * 0..1 or `most` below 1.
   */
  similarTo(text: string, { least = 0.6, most = 50 }: SimilarOptions = {}): SimilarText[] {
    if (!(least > 0 && least <= 1)) throw new RangeError(`least is ${least}, not above 0 and at most 1`);
    if (!(most >= 1)) throw new RangeError(`most is ${most}, not 1 or more`);
    this.#refreshIfDue();
    const nearest = new Nearest(least, most);
    const pieces = this.#piecesOf(text);
    if (pieces.length === 0) return [];
    this.#listMarks = withRoom(this.#listMarks, this.#lists.count);
    this.#searchPostings(pieces, nearest);
    this.#searchRecent(pieces.length, nearest);
    return nearest.take();
  }

  /** Texts that are similar enough have one of the rarest pieces; the more of those they lack, the shorter they are. */
  #searchPostings(pieces: Int32Array, nearest: Nearest): void {
    const postings = this.#postings;
    const size = pieces.length;
    const rareFirst = pieces.slice().sort((a, b) => commonness(postings, a) - commonness(postings, b));
    for (let lacking = 0; lacking < size - Math.ceil(nearest.least * size - SLACK) + 1; lacking++) {
      const piece = rareFirst[lacking] ?? 0;
      const to = postings.starts[piece + 1] ?? 0;
      const shortest = Math.ceil(nearest.least * size - SLACK);
      let longest = longestOf(size, lacking, nearest.least);
      for (let at = firstOfSize(postings, this.#lists, piece, shortest); at < to; at++) {
        const list = postings.lists[at] ?? 0;
        if (this.#lists.sizeOf(list) > longest) break;
        if (this.#listMarks[list] === this.#mark) continue;
        this.#listMarks[list] = this.#mark;
        this.#compare(list, size, nearest);
        longest = longestOf(size, lacking, nearest.least);
      }
    }
  }

  /** What was added since the postings were made. */
  #searchRecent(size: number, nearest: Nearest): void {
    for (let list = this.#postings.count; list < this.#lists.count; list++) {
      const other = this.#lists.sizeOf(list);
      if (other < nearest.least * size - SLACK || other * nearest.least > size + SLACK) continue;
      this.#compare(list, size, nearest);
    }
  }

  /** `size` pieces are marked: those of the text that is asked about. */
  #compare(list: number, size: number, nearest: Nearest): void {
    if (this.#isRemoved[list] === 1) return;
    const { pieces, starts } = this.#lists;
    const from = starts[list] ?? 0;
    const to = starts[list + 1] ?? 0;
    let shared = 0;
    for (let at = from; at < to; at++) if (this.#pieceMarks[pieces[at] ?? 0] === this.#mark) shared += 1;
    nearest.show(list, shared / (size + to - from - shared));
  }

  /** The distinct pieces of a text, which are left marked. Valid until the next call. */
  #piecesOf(text: string): Int32Array {
    const { length, buckets } = this.#reader.read(text);
    if (this.#mark === LAST_MARK) {
      this.#pieceMarks.fill(0);
      this.#listMarks.fill(0);
      this.#mark = 0;
    }
    this.#mark += 1;
    this.#found = withRoom(this.#found, length);
    let count = 0;
    for (let at = 0; at < length; at++) {
      const piece = buckets[at] ?? 0;
      if (this.#pieceMarks[piece] === this.#mark) continue;
      this.#pieceMarks[piece] = this.#mark;
      this.#found[count++] = piece;
    }
    return this.#found.subarray(0, count);
  }

  #refreshIfDue(): void {
    const added = this.#lists.count - this.#postings.count;
    if (added > Math.max(2048, this.#postings.count / 32) || this.#stale > Math.max(2048, this.size / 4))
      this.refresh();
  }
}

/** The most pieces a text may have that lacks `lacking` of the `size` pieces asked for and is similar enough still. */
function longestOf(size: number, lacking: number, least: number): number {
  return ((size - lacking) * (1 + least)) / least - size + SLACK;
}
