import { FeatureReader } from './text-features.ts';
import { featureLookup, featureValue, type FeatureSpace } from './text-matrix.ts';

/** The distinct features of one text and their values; only the first `length` entries count. */
export type TextVector = { length: number; features: Int32Array; values: Float64Array; counts: Int32Array };

/** Reads texts into vectors over the features of a space. Holds scratch space: one serves one thread. */
export class TextVectorReader {
  readonly reader: FeatureReader;
  readonly lookup: Int32Array;
  readonly vector: TextVector = {
    length: 0,
    features: new Int32Array(1024),
    values: new Float64Array(1024),
    counts: new Int32Array(1024),
  };
  readonly #worths: Float32Array;
  readonly #slots: Int32Array;

  constructor(space: FeatureSpace) {
    this.reader = new FeatureReader(space.shape);
    this.lookup = featureLookup(space);
    this.#worths = space.worths;
    this.#slots = new Int32Array(space.buckets.length).fill(-1);
  }

  /** Fills `vector` for one text, of Euclidean length one or empty. Features come in the order they first occur. */
  read(text: string): TextVector {
    const { vector, lookup } = this;
    const slots = this.#slots;
    const { length, buckets } = this.reader.read(text);
    if (vector.features.length < length) {
      vector.features = new Int32Array(length * 2);
      vector.values = new Float64Array(length * 2);
      vector.counts = new Int32Array(length * 2);
    }
    const { features, values, counts } = vector;
    let used = 0;
    for (let at = 0; at < length; at++) {
      const feature = lookup[buckets[at] ?? 0] ?? -1;
      if (feature < 0) continue;
      const slot = slots[feature] ?? -1;
      if (slot >= 0) {
        counts[slot] = (counts[slot] ?? 0) + 1;
      } else {
        slots[feature] = used;
        features[used] = feature;
        counts[used++] = 1;
      }
    }
    let squares = 0;
    for (let at = 0; at < used; at++) {
      const feature = features[at] ?? 0;
      slots[feature] = -1;
      const value = featureValue(counts[at] ?? 1, this.#worths[feature] ?? 0);
      values[at] = value;
      squares += value * value;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = 0; at < used; at++) values[at] = (values[at] ?? 0) * scale;
    vector.length = used;
    return vector;
  }
}
