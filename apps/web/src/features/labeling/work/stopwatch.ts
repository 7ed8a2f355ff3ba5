/** Milliseconds a task has been in sight: the clock stands still while the window is hidden. */
export class Stopwatch {
  #spentMs = 0;
  #since: number | null = null;

  /** Starts from zero. */
  restart(): void {
    this.#spentMs = 0;
    this.#since = document.visibilityState === 'visible' ? performance.now() : null;
  }

  /** To be called whenever the window was hidden or shown. */
  readonly follow = (): void => {
    const isVisible = document.visibilityState === 'visible';
    if (isVisible && this.#since === null) this.#since = performance.now();
    if (!isVisible && this.#since !== null) {
      this.#spentMs += performance.now() - this.#since;
      this.#since = null;
    }
  };

  read(): number {
    const running = this.#since === null ? 0 : performance.now() - this.#since;
    return Math.round(this.#spentMs + running);
  }
}
