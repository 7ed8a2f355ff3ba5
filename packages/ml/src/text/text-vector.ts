import { FeatureReader } from './text-features.ts';
import { featureValue, type FeatureSpace } from './text-matrix.ts';

/** The distinct features of one text and their values; only the first `length` entries count. */
export type TextVector = { length: number; features: Int32Array; values: Float64Array; counts: Int32Array };

/**
 * Reads texts into vectors over the features of a space. Holds scratch space: one serves one thread.
 *
 * Most of the time goes by waiting for memory, which is why a bucket's feature and worth lie side by side, are fetched for
 * all pieces of a text before any is looked at, and equal pieces are found in a table small enough to stay in the cache.
 */
export class TextVectorReader {
  readonly reader: FeatureReader;
  readonly vector: TextVector = {
    length: 0,
    features: new Int32Array(1024),
    values: new Float64Array(1024),
    counts: new Int32Array(1024),
  };
  /** For each bucket one more than its feature, or 0, and then the worth as the bits of a float. */
  readonly #entries: Int32Array;
  readonly #worths: Float32Array;
  /** Features of the text's pieces, before equal ones are joined, and their worths. */
  #pieces = new Int32Array(1024);
  #pieceWorths = new Float64Array(1024);
  /** One more than the place in `vector` of a feature, found by its hash; as many as a power of two. */
  #places = new Int32Array(2048);

  constructor(space: FeatureSpace) {
    this.reader = new FeatureReader(space.shape);
    this.#entries = new Int32Array(2 ** space.shape.bits * 2);
    this.#worths = new Float32Array(this.#entries.buffer);
    for (let feature = 0; feature < space.buckets.length; feature++) {
      const entry = (space.buckets[feature] ?? 0) * 2;
      this.#entries[entry] = feature + 1;
      this.#worths[entry + 1] = space.worths[feature] ?? 0;
    }
  }

  /** The feature of a bucket, or -1. */
  featureOf(bucket: number): number {
    return (this.#entries[bucket * 2] ?? 0) - 1;
  }

  /** Fills `vector` for one text, of Euclidean length one or empty. Features come in the order they first occur. */
  read(text: string): TextVector {
    const { vector } = this;
    const { length, buckets } = this.reader.read(text);
    this.#reserve(length);
    const known = this.#fetch(length, buckets);
    const used = this.#join(known);
    const { values, counts } = vector;
    let squares = 0;
    for (let at = 0; at < used; at++) {
      const count = counts[at] ?? 1;
      const value = count === 1 ? (values[at] ?? 0) : featureValue(count, values[at] ?? 0);
      values[at] = value;
      squares += value * value;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = 0; at < used; at++) values[at] = (values[at] ?? 0) * scale;
    vector.length = used;
    return vector;
  }

  #fetch(length: number, buckets: Int32Array): number {
    const entries = this.#entries;
    const worths = this.#worths;
    const pieces = this.#pieces;
    const pieceWorths = this.#pieceWorths;
    let known = 0;
    for (let at = 0; at < length; at++) {
      const entry = (buckets[at] ?? 0) * 2;
      const feature = (entries[entry] ?? 0) - 1;
      pieces[known] = feature;
      pieceWorths[known] = worths[entry + 1] ?? 0;
      // No branch: what is unknown is written over by the next.
      known += feature >= 0 ? 1 : 0;
    }
    return known;
  }

  /** Joins equal pieces: distinct features with their counts, and worths in place of values. */
  #join(known: number): number {
    const { features, values, counts } = this.vector;
    const places = this.#places;
    const bits = Math.max(6, 33 - Math.clz32(known));
    const mask = 2 ** bits - 1;
    const shift = 32 - bits;
    places.fill(0, 0, mask + 1);
    let used = 0;
    for (let at = 0; at < known; at++) {
      const feature = this.#pieces[at] ?? 0;
      let probe = Math.imul(feature, 0x9e3779b1) >>> shift;
      let place = places[probe] ?? 0;
      while (place !== 0 && features[place - 1] !== feature) {
        probe = (probe + 1) & mask;
        place = places[probe] ?? 0;
      }
      if (place !== 0) {
        counts[place - 1] = (counts[place - 1] ?? 0) + 1;
        continue;
      }
      features[used] = feature;
      values[used] = this.#pieceWorths[at] ?? 0;
      counts[used++] = 1;
      places[probe] = used;
    }
    return used;
  }

  #reserve(length: number): void {
    if (this.#pieces.length >= length + 1) return;
    const size = length * 2;
    this.#pieces = new Int32Array(size);
    this.#pieceWorths = new Float64Array(size);
    this.#places = new Int32Array(2 ** (33 - Math.clz32(size)));
    this.vector.features = new Int32Array(size);
    this.vector.values = new Float64Array(size);
    this.vector.counts = new Int32Array(size);
  }
}
