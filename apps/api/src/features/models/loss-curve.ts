import type { LossPoint } from './run-view.ts';

/**
 * The loss by epoch of a whole model while it is trained. A tree's families are learned one after the other, each from
 * epoch 1 on: the curve is their plain mean, one that stopped early counting on with its last loss, or the tail would
 * show the hardest families alone. A point lacks the validation loss where no family measured one.
 */
export class LossCurve {
  readonly #families: LossPoint[][] = [];

  /** Takes the report of an epoch: one that does not go on from the last begins another family. */
  add(point: LossPoint): void {
    const family = this.#families.at(-1);
    const last = family?.at(-1);
    if (family && last && point.epoch > last.epoch) family.push(point);
    else this.#families.push([point]);
  }

  /** The points so far, by epoch. */
  points(): LossPoint[] {
    const longest = Math.max(0, ...this.#families.map((family) => family.length));
    return Array.from({ length: longest }, (_, at) => {
      const met = this.#families.flatMap((family) => family[Math.min(at, family.length - 1)] ?? []);
      const validated = met.flatMap(({ validationLoss }) => validationLoss ?? []);
      return {
        epoch: at + 1,
        loss: mean(met.map(({ loss }) => loss)),
        validationLoss: validated.length > 0 ? mean(validated) : null,
      };
    });
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
