/** `index` of a text, and its similarity, 0..1. */
export type SimilarText = { index: number; similarity: number };

/** Keeps the `most` most similar of what it is shown; of equally similar ones those of lower index. */
export class Nearest {
  readonly #most: number;
  #kept: SimilarText[] = [];
  #least: number;
  #leastIndex = Number.POSITIVE_INFINITY;

  constructor(least: number, most: number) {
    this.#least = least;
    this.#most = most;
  }

  /** What is less similar is not wanted any more. It rises as better ones come. */
  get least(): number {
    return this.#least;
  }

  show(index: number, similarity: number): void {
    if (similarity < this.#least || (similarity === this.#least && index > this.#leastIndex)) return;
    this.#kept.push({ index, similarity });
    // Sorting now and then is cheaper than keeping order at every step.
    if (this.#kept.length >= 2 * this.#most) this.#trim();
  }

  take(): SimilarText[] {
    this.#trim();
    return this.#kept;
  }

  #trim(): void {
    this.#kept.sort((a, b) => b.similarity - a.similarity || a.index - b.index);
    if (this.#kept.length < this.#most) return;
    this.#kept.length = this.#most;
    const last = this.#kept[this.#most - 1];
    if (last) [this.#least, this.#leastIndex] = [last.similarity, last.index];
  }
}
