import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { isInRandomShare, productionEstimates, randomPlace, type SharedTask } from './random-share.ts';

type Simulated = SharedTask & { id: string; doubt: number; isHard: boolean };

/** A model that is right less often the more it doubts, and says abuse of a tenth of all tasks. */
function simulate(tasks: number, seed: number): Simulated[] {
  const random = createRandom(seed);
  const chance = () => random(1 << 24) / (1 << 24);
  return Array.from({ length: tasks }, (_, at) => {
    const doubt = chance() ** 3;
    const truth = [chance() < 0.1 ? 'abuse' : 'ok'];
    const isRight = chance() > 0.6 * doubt;
    const predicted = isRight ? truth : [truth[0] === 'ok' ? 'abuse' : 'ok'];
    return { id: `task-${seed}-${at}`, truth, predicted, doubt, isHard: doubt > 0.5 };
  });
}

function ratesOf(tasks: readonly SharedTask[]): { accuracy: number; precision: number; recall: number } {
  const shareOf = (of: readonly SharedTask[], isHit: (task: SharedTask) => boolean) =>
    of.filter(isHit).length / of.length;
  const isAbuse = (labels: readonly string[]) => labels[0] === 'abuse';
  return {
    accuracy: shareOf(tasks, ({ truth, predicted }) => truth[0] === predicted[0]),
    precision: shareOf(
      tasks.filter(({ predicted }) => isAbuse(predicted)),
      ({ truth }) => isAbuse(truth),
    ),
    recall: shareOf(
      tasks.filter(({ truth }) => isAbuse(truth)),
      ({ predicted }) => isAbuse(predicted),
    ),
  };
}

const names = ['accuracy', 'precision', 'recall'] as const;

/** How often the intervals hold the truth, and how far the estimates are off on average, over many draws. */
function simulateDraws(shareOf: (task: Simulated) => number) {
  const population = simulate(4000, 7).map((task) => ({ ...task, share: shareOf(task) }));
  const truth = ratesOf(population);
  const draws = 400;
  const held = { accuracy: 0, precision: 0, recall: 0 };
  const bias = { accuracy: 0, precision: 0, recall: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const shared = population.filter((task) => isInRandomShare(task.id, task.share, draw));
    const { accuracy, perLabel } = productionEstimates(shared);
    const abuse = perLabel.find(({ labelKey }) => labelKey === 'abuse');
    const found = { accuracy, precision: abuse?.precision ?? accuracy, recall: abuse?.recall ?? accuracy };
    for (const name of names) {
      if (found[name].low <= truth[name] && truth[name] <= found[name].high) held[name] += 1 / draws;
      bias[name] += (found[name].value - truth[name]) / draws;
    }
  }
  return { held, bias };
}

describe('the random share', () => {
  it('tells the truth about production, which the tasks a queue prefers do not', () => {
    const population = simulate(4000, 7);
    const truth = ratesOf(population);
    const preferred = population.toSorted((a, b) => b.doubt - a.doubt).slice(0, 400);
    expect(truth.accuracy - ratesOf(preferred).accuracy).toBeGreaterThan(0.2);
    const { held, bias } = simulateDraws(() => 0.1);
    for (const name of names) {
      expect(Math.abs(bias[name])).toBeLessThan(0.01);
      expect(held[name]).toBeGreaterThan(0.92);
      expect(held[name]).toBeLessThanOrEqual(0.99);
    }
  });

  it('tells it also where hard tasks have a larger share than others', () => {
    const { held, bias } = simulateDraws(({ isHard }) => (isHard ? 0.5 : 0.1));
    for (const name of names) {
      expect(Math.abs(bias[name])).toBeLessThan(0.015);
      expect(held[name]).toBeGreaterThan(0.92);
    }
  });

  it('holds as many tasks as it should, of ids in a row and of ids without order', () => {
    const uuids = createRandom(3);
    const hex = () =>
      uuids(1 << 30)
        .toString(16)
        .padStart(8, '0');
    for (const idOf of [(at: number) => String(at), (at: number) => `t${at}`, () => `${hex()}-${hex()}`]) {
      for (const seed of [0, 1, 2, 1_000_000, -1]) {
        const ids = Array.from({ length: 20_000 }, (_, at) => idOf(at));
        const tenths = Array.from({ length: 10 }, () => 0);
        for (const id of ids) {
          const tenth = Math.floor(randomPlace(id, seed) * 10);
          tenths[tenth] = (tenths[tenth] ?? 0) + 1;
        }
        // Chi-squared with nine degrees of freedom; 0.9999 of draws stay below 33.7.
        expect(tenths.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(34);
      }
    }
  });

  it('keeps who is in it when it grows, and draws anew under another seed', () => {
    const ids = Array.from({ length: 5000 }, (_, at) => `task-${at}`);
    const inShare = (share: number, seed: number) => new Set(ids.filter((id) => isInRandomShare(id, share, seed)));
    const small = inShare(0.1, 1);
    expect([...small].every((id) => inShare(0.3, 1).has(id))).toBe(true);
    const both = [...inShare(0.1, 2)].filter((id) => small.has(id)).length;
    expect(Math.abs(both - 50)).toBeLessThan(30);
    expect([inShare(0, 1).size, inShare(1, 1).size]).toEqual([0, 5000]);
    expect(() => isInRandomShare('1', 1.5, 1)).toThrow(RangeError);
    expect(() => isInRandomShare('1', Number.NaN, 1)).toThrow(RangeError);
  });
});

describe('production estimates', () => {
  it("are shares with Wilson's interval where all tasks had one share, of any number of labels", () => {
    const task = (truth: string[], predicted: string[]): SharedTask => ({ truth, predicted });
    const tasks = [
      ...Array.from({ length: 8 }, () => task(['맛'], ['맛'])),
      ...Array.from({ length: 2 }, () => task(['양'], ['맛'])),
      task([], []),
      task(['맛', '양'], ['양']),
    ];
    const { accuracy, perLabel } = productionEstimates(tasks);
    expect(accuracy.value).toBeCloseTo(9 / 12, 12);
    expect(perLabel.map(({ labelKey, support, predicted }) => [labelKey, support, predicted])).toEqual([
      ['맛', 9, 10],
      ['양', 3, 1],
    ]);
    expect(perLabel[0]?.precision.value).toBe(0.8);
    expect(perLabel[0]?.precision.low).toBeCloseTo(0.4901625, 5);
    expect(perLabel[0]?.precision.high).toBeCloseTo(0.9433178, 5);
    const halves = productionEstimates(tasks.map((one) => ({ ...one, share: 0.5 })));
    expect(halves.perLabel[0]?.precision.low).toBeCloseTo(perLabel[0]?.precision.low ?? 0, 9);
  });

  it('let a task stand for as many as its share says', () => {
    const { accuracy } = productionEstimates([
      { truth: ['a'], predicted: ['a'], share: 0.1 },
      { truth: ['a'], predicted: ['b'], share: 1 },
    ]);
    expect(accuracy.value).toBeCloseTo(10 / 11, 12);
    expect(accuracy.low).toBeLessThan(0.5);
  });

  it('know nothing without tasks, and refuse a share that is none', () => {
    expect(productionEstimates([])).toEqual({ tasks: 0, accuracy: { value: 0, low: 0, high: 1 }, perLabel: [] });
    for (const share of [0, 2, Number.NaN]) {
      expect(() => productionEstimates([{ truth: ['a'], predicted: ['a'], share }])).toThrow(RangeError);
    }
  });

  it('are within 0..1 with the estimate between its limits, whatever was decided', () => {
    const labels = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'));
    const task = fc.record({ truth: labels, predicted: labels, share: fc.double({ min: 0.001, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(task), (tasks) => {
        const { accuracy, perLabel } = productionEstimates(tasks);
        for (const { value, low, high } of [
          accuracy,
          ...perLabel.flatMap(({ precision, recall }) => [precision, recall]),
        ]) {
          expect(0 <= low && low <= value + 1e-9 && value <= high + 1e-9 && high <= 1).toBe(true);
        }
      }),
    );
  });
});
