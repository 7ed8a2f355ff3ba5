import { ExternalStore } from '../../../lib/external-store.ts';

/**
 * Of all windows one person has open, one does the sending and the deciding: two would show the same tasks and mix up the
 * order of what is sent. The window in which they turn to the work takes that right from the others; when it closes, the
 * next in line has it. Where the browser has no locks (pages not served securely), every window believes it has it.
 */
export class WorkingTab {
  readonly isOurs = new ExternalStore(false);
  readonly #name: string;
  #inLine: AbortController | null = null;
  #giveUp: (() => void) | null = null;
  /** Which of this window's requests holds the right. */
  #turn: symbol | null = null;
  #isClosed = false;

  constructor(userId: string) {
    this.#name = `jeoul-work:${userId}`;
    if (navigator.locks) void this.#stand();
    else this.isOurs.set(true);
  }

  /** Makes this window the one that works. */
  take(): void {
    if (this.isOurs.get() || this.#isClosed || !navigator.locks) return;
    this.#inLine?.abort();
    void this.#hold({ steal: true });
  }

  close(): void {
    this.#isClosed = true;
    this.#inLine?.abort();
    this.#giveUp?.();
    this.isOurs.set(false);
  }

  async #stand(): Promise<void> {
    this.#inLine = new AbortController();
    await this.#hold({ signal: this.#inLine.signal });
  }

  async #hold(options: LockOptions): Promise<void> {
    const turn = Symbol('turn');
    let wasGranted = false;
    try {
      await navigator.locks.request(this.#name, options, async () => {
        wasGranted = true;
        if (this.#isClosed) return;
        this.#turn = turn;
        this.isOurs.set(true);
        await new Promise<void>((resolve) => {
          this.#giveUp = resolve;
        });
      });
    } catch {
      // Taken by another window, or given up standing in line.
    }
    // This window may have taken the right from itself: then it still has it.
    if (!wasGranted || this.#isClosed || this.#turn !== turn) return;
    this.isOurs.set(false);
    await this.#stand();
  }
}
