/** The distinct pieces of each text, one list after another, in buffers that grow. */
export class PieceLists {
  #pieces = new Int32Array(1024);
  #starts = new Int32Array(256);
  #count = 0;

  /** How many lists there are; they are numbered from 0. */
  get count(): number {
    return this.#count;
  }

  /** Every list's pieces together. */
  get length(): number {
    return this.#starts[this.#count] ?? 0;
  }

  /** List `list` is `pieces[starts[list]..starts[list + 1])`. Both are replaced as lists are added. */
  get pieces(): Int32Array {
    return this.#pieces;
  }

  get starts(): Int32Array {
    return this.#starts;
  }

  sizeOf(list: number): number {
    return (this.#starts[list + 1] ?? 0) - (this.#starts[list] ?? 0);
  }

  /** Adds a list and returns its number. */
  add(pieces: Int32Array): number {
    const from = this.length;
    this.#pieces = withRoom(this.#pieces, from + pieces.length);
    this.#pieces.set(pieces, from);
    this.#count += 1;
    this.#starts = withRoom(this.#starts, this.#count + 1);
    this.#starts[this.#count] = from + pieces.length;
    return this.#count - 1;
  }

  /** Empties the lists that `isGone` names, and gives their room back to others. */
  empty(isGone: (list: number) => boolean): void {
    let used = 0;
    let from = 0;
    for (let list = 0; list < this.#count; list++) {
      const to = this.#starts[list + 1] ?? 0;
      if (!isGone(list)) {
        this.#pieces.copyWithin(used, from, to);
        used += to - from;
      }
      from = to;
      this.#starts[list + 1] = used;
    }
  }
}

/** `values`, or a copy with room for `length` and half as many more. */
export function withRoom<Values extends Int32Array | Uint8Array>(values: Values, length: number): Values {
  if (values.length >= length) return values;
  const size = Math.ceil(length * 1.5);
  const grown = values instanceof Int32Array ? new Int32Array(size) : new Uint8Array(size);
  grown.set(values);
  return grown as Values; // The same kind of array as was given.
}
