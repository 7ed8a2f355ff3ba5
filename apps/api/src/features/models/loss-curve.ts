import type { LossPoint } from './run-view.ts';

/**
 * One curve out of the epochs of many: in a tree every family of labels is learned for itself, each with its own first,
 * second, third epoch. A point is the mean over the families that came so far; `validationLoss` over those that have one.
 */
export class LossCurve {
  readonly #epochs = new Map<number, { loss: Mean; validation: Mean }>();

  add({ epoch, loss, validationLoss }: LossPoint): void {
    const means = this.#epochs.get(epoch) ?? { loss: new Mean(), validation: new Mean() };
    this.#epochs.set(epoch, means);
    means.loss.add(loss);
    if (validationLoss !== null) means.validation.add(validationLoss);
  }

  /** The points so far, by epoch. */
  points(): LossPoint[] {
    return [...this.#epochs]
      .toSorted(([a], [b]) => a - b)
      .map(([epoch, { loss, validation }]) => ({ epoch, loss: loss.value ?? 0, validationLoss: validation.value }));
  }
}

class Mean {
  #sum = 0;
  #count = 0;

  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
  }

  get value(): number | null {
    return this.#count === 0 ? null : this.#sum / this.#count;
  }
}
