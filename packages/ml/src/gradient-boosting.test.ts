import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainTrees, type TreeDataset, type TreeOptions } from './gradient-boosting.ts';
import { createRandom } from './random.ts';
import { coverage, meanAbsoluteError, meanPinballLoss, rootMeanSquaredError } from './regression-metrics.ts';
import { errorCode } from './testing/error-code.ts';
import { predictOne, predictTrees, serializeTrees } from './tree-models.ts';

/** Numbers in 0..1, the same for the same seed. */
function uniform(rows: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => random(1_000_000) / 1_000_000);
}

/** Minutes by distance, traffic (four codes, in no order) and rain; some distances are missing, and late when they are. */
function deliveries(rows: number, seed: number): TreeDataset {
  const distance = uniform(rows, seed).map((share) => (share < 0.1 ? Number.NaN : 10 * share));
  const traffic = uniform(rows, seed + 1).map((share) => Math.floor(4 * share));
  const rain = uniform(rows, seed + 2).map((share) => Math.round(share));
  const noise = uniform(rows, seed + 3);
  const target = distance.map((km, row) => {
    const minutes = Number.isNaN(km) ? 60 : 10 + 3 * km;
    const jam = traffic[row] === 0 || traffic[row] === 2 ? 8 : 0;
    return minutes + jam * (1 + (rain[row] ?? 0)) + 4 * (noise[row] ?? 0);
  });
  return {
    features: [
      { name: 'distance', kind: 'number', values: distance },
      { name: 'traffic', kind: 'category', values: traffic },
      { name: 'rain', kind: 'number', values: rain },
    ],
    target,
  };
}

const columns = ({ features }: TreeDataset) => features.map(({ values }) => values);
const learned = deliveries(2000, 1);
const unseen = deliveries(1000, 100);
const predict = (options: Partial<TreeOptions>, dataset = learned) =>
  predictTrees(trainTrees(dataset, { seed: 1, mostTrees: 100, ...options }), columns(unseen));
/** The error left by noise alone: uniform over 4 minutes. */
const NOISE = 4 / Math.sqrt(12);

describe('training trees', () => {
  it('learns numbers, categories, missing values and how they act together, to within noise', () => {
    for (const growth of ['leaf', 'depth'] as const) {
      expect(rootMeanSquaredError(unseen.target, predict({ growth }))).toBeLessThan(1.1 * NOISE);
    }
  });

  it('gives the same model, byte for byte, for the same seed, and another for another', () => {
    const train = (seed: number) =>
      serializeTrees(trainTrees(learned, { seed, mostTrees: 10, rowShare: 0.5, columnShare: 0.7 }));
    expect(train(3)).toEqual(train(3));
    expect(train(3)).not.toEqual(train(4));
  });

  it('learns as well from a sample of rows and features', () => {
    const predictions = predict({ rowShare: 0.6, columnShare: 0.7, mostTrees: 200 });
    expect(rootMeanSquaredError(unseen.target, predictions)).toBeLessThan(1.2 * NOISE);
  });

  it('follows the median with absolute loss, whatever a few wild rows say', () => {
    const target = Float64Array.from(learned.target, (minutes, row) => (row % 20 === 0 ? 10_000 : minutes));
    const predictions = predict({ loss: { kind: 'absolute' } }, { ...learned, target });
    expect(meanAbsoluteError(unseen.target, predictions)).toBeLessThan(1.7);
  });

  it('covers the share of rows that a quantile is asked for, and costs less there than the mean does', () => {
    for (const alpha of [0.1, 0.9]) {
      const predictions = predict({ loss: { kind: 'quantile', alpha }, mostLeaves: 8 });
      expect(Math.abs(coverage(unseen.target, predictions) - alpha)).toBeLessThan(0.06);
      expect(meanPinballLoss(unseen.target, predictions, alpha)).toBeLessThan(
        meanPinballLoss(unseen.target, predict({}), alpha),
      );
    }
  });

  it('counts a row of weight 3 as three rows', () => {
    const features = learned.features.map((feature) => ({ ...feature, values: feature.values.map(Math.round) }));
    const weights = Float64Array.from(learned.target, (_, row) => (row % 2 === 0 ? 3 : 1));
    const rows = [...weights].flatMap((times, row) => Array.from({ length: times }, () => row));
    const copied: TreeDataset = {
      features: features.map((feature) => ({
        ...feature,
        values: Float64Array.from(rows, (row) => feature.values[row] ?? 0),
      })),
      target: rows.map((row) => learned.target[row] ?? 0),
    };
    const known = features.map(({ values }) => values);
    for (const kind of ['squared', 'absolute'] as const) {
      const options: TreeOptions = { seed: 1, loss: { kind }, mostTrees: 5, fewestRows: 1, leastWeight: 30 };
      const byWeight = predictTrees(trainTrees({ features, target: learned.target, weights }, options), known);
      const byCopy = predictTrees(trainTrees(copied, options), known);
      const plain = predictTrees(trainTrees({ features, target: learned.target }, options), known);
      // Of copies a median may lie between two values, of weights it is always one.
      expect(rootMeanSquaredError(byCopy, byWeight)).toBeLessThan(kind === 'squared' ? 1e-9 : 0.05);
      expect(rootMeanSquaredError(plain, byWeight)).toBeGreaterThan(0.05);
    }
  });

  it('stops when the rows kept apart gain no more, and drops the trees since', () => {
    const noise: TreeDataset = { ...learned, target: uniform(2000, 9) };
    let grown = 0;
    const options = { seed: 1, mostTrees: 500, validationShare: 0.2, patience: 10 };
    for (const validationRows of ['random', 'last'] as const) {
      const model = trainTrees(noise, { ...options, validationRows }, ({ trees }) => (grown = trees));
      expect(grown).toBeLessThan(200);
      expect(model.roots.length).toBe(grown - 10);
    }
  });

  it('tells how far it is, with a falling loss, and can be cancelled', () => {
    const losses: number[] = [];
    const fractions: number[] = [];
    trainTrees(learned, { seed: 1, mostTrees: 20 }, ({ loss, fraction }) => {
      losses.push(loss);
      fractions.push(fraction);
    });
    expect(losses).toEqual(losses.toSorted((one, other) => other - one));
    expect(fractions).toEqual(fractions.toSorted((one, other) => one - other));
    expect(fractions.at(-1)).toBe(1);
    let asked = 0;
    expect(errorCode(() => trainTrees(learned, { seed: 1, isCancelled: () => ++asked > 3 }))).toBe('CANCELLED');
    expect(asked).toBe(4);
  });

  it('goes on from an earlier model: its trees are kept, and the error falls further', () => {
    const first = trainTrees(learned, { seed: 1, mostTrees: 10 });
    const second = trainTrees(learned, { seed: 2, mostTrees: 40, warmStart: first });
    expect(second.roots.length).toBe(50);
    const errorOf = (model: typeof first) => rootMeanSquaredError(unseen.target, predictTrees(model, columns(unseen)));
    expect(errorOf(second)).toBeLessThan(0.5 * errorOf(first));
    const renamed = { ...learned, features: learned.features.map((feature) => ({ ...feature, name: 'x' })) };
    expect(errorCode(() => trainTrees(renamed, { seed: 1, warmStart: first }))).toBe('BAD_OPTIONS');
  });

  it('keeps to at most as many leaves, levels and bins as asked for', () => {
    const model = trainTrees(learned, { seed: 1, mostTrees: 5, mostLeaves: 6, mostDepth: 3, mostBins: 4 });
    expect(Math.max(...model.depths)).toBeLessThanOrEqual(3);
    expect(model.slots.length).toBeLessThanOrEqual(5 * 11);
    const distances = new Set([...model.thresholds].filter((_, node) => (model.slots[node] ?? 0) >> 1 === 0));
    expect(distances.size).toBeLessThanOrEqual(3 + 2);
  });

  it('never falls along a rising number nor rises along a falling one, whatever the loss', () => {
    const losses: TreeOptions['loss'][] = [{ kind: 'squared' }, { kind: 'absolute' }, { kind: 'quantile', alpha: 0.8 }];
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...losses), (seed, loss) => {
        const [up, down, free] = [uniform(300, seed), uniform(300, seed + 1), uniform(300, seed + 2)];
        const target = uniform(300, seed + 3).map((noise, row) => 3 * noise + Math.sin(9 * (up[row] ?? 0)));
        const names = { up, down, free };
        const features = Object.entries(names).map(([name, values]) => ({ name, kind: 'number' as const, values }));
        const monotone = { up: 'rising', down: 'falling' } as const;
        const model = trainTrees({ features, target }, { seed, loss, monotone, mostTrees: 12, fewestRows: 3 });
        for (let row = 0; row < 20; row++) {
          const others = [up[row] ?? 0, down[row] ?? 0, free[row] ?? 0];
          const along = (feature: number) =>
            Array.from({ length: 21 }, (_, step) =>
              predictOne(model, Float64Array.from(others.with(feature, step / 20))),
            );
          const [rising, falling] = [along(0), along(1)];
          expect(rising).toEqual(rising.toSorted((one, other) => one - other));
          expect(falling).toEqual(falling.toSorted((one, other) => other - one));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('sends a category that it never met where missing ones go', () => {
    const model = trainTrees(learned, { seed: 1, mostTrees: 30 });
    const at = (traffic: number) => predictOne(model, Float64Array.of(5, traffic, 1));
    for (const code of [4, 31, 32, 5000, 2 ** 31, 1e300, Number.POSITIVE_INFINITY, -1])
      expect(at(code)).toBe(at(Number.NaN));
    expect(at(0)).not.toBe(at(1));
  });

  it('puts the categories too many for bins of their own with the missing ones', () => {
    const codes = Float64Array.from({ length: 3000 }, (_, row) => (row < 1500 ? row % 3 : 100 + (row % 700)));
    const target = codes.map((code) => (code === 1 ? 50 : 0));
    const features = [{ name: 'store', kind: 'category' as const, values: codes }];
    const model = trainTrees({ features, target }, { seed: 1, mostTrees: 60, categoryL2: 0 });
    expect(predictOne(model, Float64Array.of(1))).toBeCloseTo(50, 0);
    expect(predictOne(model, Float64Array.of(9999))).toBeCloseTo(0, 0);
  });
});

describe('training on odd input', () => {
  const one = (values: number[], target: number[]): TreeDataset => ({
    features: [{ name: 'x', kind: 'number', values: Float64Array.from(values) }],
    target,
  });

  it('predicts the target of the only row, and a constant target, exactly', () => {
    expect(predictOne(trainTrees(one([1], [42]), { seed: 1 }), Float64Array.of(7))).toBe(42);
    const constant = trainTrees(one([1, 2, 3, 4], [0.1, 0.1, 0.1, 0.1]), { seed: 1, fewestRows: 1 });
    expect(predictOne(constant, Float64Array.of(Number.NaN))).toBe(0.1);
    expect(constant.roots.length).toBe(0);
  });

  it('takes infinite numbers as the largest and smallest, and tells them from missing ones', () => {
    const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const values = Array.from({ length: 80 }, (_, row) => [low, 5, high, Number.NaN][row % 4] ?? 0);
    const target = Array.from({ length: 80 }, (_, row) => [1, 2, 3, 10][row % 4] ?? 0);
    const model = trainTrees(one(values, target), { seed: 1, fewestRows: 1, l2: 0, mostTrees: 200 });
    for (const [at, value] of [low, 5, high, Number.NaN].entries()) {
      expect(predictOne(model, Float64Array.of(value))).toBeCloseTo([1, 2, 3, 10][at] ?? 0, 3);
    }
    expect(predictOne(model, Float64Array.of(Number.MAX_VALUE))).toBe(predictOne(model, Float64Array.of(high)));
  });

  it('leaves empty and constant columns alone', () => {
    const features: TreeDataset['features'] = [
      { name: 'empty', kind: 'number', values: new Float64Array(2000).fill(Number.NaN) },
      { name: 'no category', kind: 'category', values: new Float32Array(2000).fill(Number.NaN) },
      { name: 'same', kind: 'number', values: new Float32Array(2000).fill(3) },
      ...learned.features,
    ];
    const model = trainTrees({ ...learned, features }, { seed: 1, mostTrees: 20 });
    const used = new Set(
      [...model.slots].filter((_, node) => model.children[node] !== node).map((slot) => (slot < 0 ? ~slot : slot) >> 1),
    );
    expect([...used].sort()).toEqual([3, 4, 5]);
  });

  it('answers finite numbers whatever finite target, numbers and seed it is given', () => {
    const anything = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, -0, 1e308, 5e-324));
    const row = fc.tuple(anything, fc.double({ min: -1e99, max: 1e99, noNaN: true }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.integer(), (rows, seed) => {
        const dataset = one(
          rows.map(([value]) => value),
          rows.map(([, minutes]) => minutes),
        );
        for (const loss of [{ kind: 'squared' }, { kind: 'quantile', alpha: 0.9 }] as const) {
          const model = trainTrees(dataset, { seed, loss, mostTrees: 5, fewestRows: 1 });
          const predictions = predictTrees(model, columns(dataset));
          expect(predictions.every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what it cannot learn from, by name', () => {
    const refused = (dataset: TreeDataset, options: Partial<TreeOptions> = {}) =>
      errorCode(() => trainTrees(dataset, { seed: 1, ...options }));
    expect(refused(one([], []))).toBe('BAD_DATASET');
    expect(refused({ features: [], target: [1] })).toBe('BAD_DATASET');
    expect(refused(one([1, 2], [1]))).toBe('BAD_DATASET');
    expect(refused(one([1], [Number.NaN]))).toBe('BAD_DATASET');
    expect(refused(one([1], [Number.POSITIVE_INFINITY]))).toBe('BAD_DATASET');
    expect(refused({ ...one([1], [1]), weights: [0] })).toBe('BAD_DATASET');
    expect(refused({ ...one([1], [1]), weights: [1, 1] })).toBe('BAD_DATASET');
    const code = { name: 'x', kind: 'category' as const, values: Float64Array.of(70_000) };
    expect(refused({ features: [code], target: [1] })).toBe('BAD_DATASET');
    const bad: Partial<TreeOptions>[] = [
      { learningRate: 0 },
      { mostBins: 256 },
      { rowShare: Number.NaN },
      { loss: { kind: 'quantile', alpha: 1 } },
      { monotone: { traffic: 'rising' } },
      { monotone: { nothing: 'rising' } },
    ];
    for (const options of bad) expect(refused(learned, options)).toBe('BAD_OPTIONS');
  });
});
