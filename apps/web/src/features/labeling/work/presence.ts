/** Whoever has touched neither key nor mouse for this long has left the desk. */
const awayAfterMs = 10 * 60_000;
/** Whoever has done nothing for this long is not about to press a key. */
const pausedAfterMs = 30_000;

/** Whether somebody is at work in this window: it is in sight, and keys or mouse were used lately. */
export class Presence {
  #lastAct = performance.now();
  #wasAway = false;
  readonly #onReturn: () => void;

  /** `onReturn` is called at the first sign of somebody after an absence. */
  constructor(onReturn: () => void) {
    this.#onReturn = onReturn;
    window.addEventListener('keydown', this.#act, { capture: true, passive: true });
    window.addEventListener('pointermove', this.#act, { capture: true, passive: true });
    document.addEventListener('visibilitychange', this.#see);
  }

  close(): void {
    window.removeEventListener('keydown', this.#act, { capture: true });
    window.removeEventListener('pointermove', this.#act, { capture: true });
    document.removeEventListener('visibilitychange', this.#see);
  }

  /** Nobody looks at the page, or nobody has touched it for a while. */
  isAway(): boolean {
    const isAway = document.visibilityState === 'hidden' || performance.now() - this.#lastAct > awayAfterMs;
    if (isAway) this.#wasAway = true;
    return isAway;
  }

  /** What lies under the hand may be exchanged: no key press is on its way to it. */
  isUnattended(): boolean {
    return this.#wasAway || performance.now() - this.#lastAct > pausedAfterMs;
  }

  /** What was missed has been made up for. */
  settle(): void {
    this.#wasAway = false;
  }

  readonly #act = (): void => {
    this.#lastAct = performance.now();
    if (this.#wasAway) this.#onReturn();
  };

  readonly #see = (): void => {
    if (document.visibilityState === 'hidden') this.#wasAway = true;
    else this.#onReturn();
  };
}
