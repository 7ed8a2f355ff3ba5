import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { trainTrees, type TreeDataset } from './gradient-boosting.ts';
import { createRandom } from './random.ts';
import { errorCode } from './testing/error-code.ts';
import { transformOutput } from './trees/output-transform.ts';
import { packTrees, type TreeNode } from './trees/pack-trees.ts';
import { readersOf } from './trees/prepare-row.ts';
import { prepareValue, sumOfLeaves } from './trees/walk-trees.ts';
import {
  contributions,
  deserializeTrees,
  predictOne,
  predictTrees,
  serializeTrees,
  type TreeModel,
} from './tree-models.ts';

const random = createRandom(5);
const draw = (length: number, below: number) =>
  Float64Array.from({ length }, () => (random(8) === 0 ? Number.NaN : random(below)));
const [distance, traffic, orders] = [draw(600, 1000), draw(600, 40), draw(600, 1000)];
const dataset: TreeDataset = {
  features: [
    { name: 'distance', kind: 'number', values: distance },
    { name: 'traffic', kind: 'category', values: traffic },
    { name: 'orders', kind: 'number', values: orders },
  ],
  target: distance.map(
    (km, row) => (km || 800) / 50 + ((traffic[row] || 0) % 5) * 4 + ((orders[row] || 0) > 500 ? 9 : 0),
  ),
};

/** A row that may hold anything. */
const anyRow = fc
  .array(fc.oneof(fc.integer({ min: -5, max: 1010 }), fc.double(), fc.constant(Number.NaN)), {
    minLength: 3,
    maxLength: 3,
  })
  .map((values) => Float64Array.from(values));

/** A tree of twenty levels: each parts a little more off the low end, every fifth some codes of `traffic` instead. */
const chain = (feature: number): TreeNode[] =>
  Array.from({ length: 20 }, (_, level): TreeNode[] => {
    const shared = { left: 2 * level + 1, isMissingLeft: level % 2 === 0 };
    const split: TreeNode['split'] =
      level % 5 === 4
        ? { kind: 'category', feature: 1, ...shared, codesLeft: [level, level + 20] }
        : { kind: 'number', feature, ...shared, threshold: 50 * level };
    return [
      { value: 0, cover: 41 - 2 * level, split },
      { value: level * level, cover: 1, split: null },
    ];
  })
    .flat()
    .concat({ value: -7, cover: 1, split: null });

let model: TreeModel;
/** Too deep to be laid out as full binary trees. */
let deep: TreeModel;
beforeAll(() => {
  model = trainTrees(dataset, { seed: 1, mostTrees: 25, fewestRows: 3 });
  deep = { ...model, ...packTrees([chain(0), chain(2)]) };
});

describe('a tree model', () => {
  it('predicts the same for a row alone, in a table, and by the plain walk from node to node', () => {
    expect(Math.max(...deep.depths)).toBeGreaterThan(12);
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 5 }), (rows) => {
        for (const each of [model, deep]) {
          const table = [0, 1, 2].map((feature) => Float64Array.from(rows, (row) => row[feature] ?? 0));
          const predictions = predictTrees(each, table);
          expect([...predictions]).toEqual(rows.map((row) => predictOne(each, row)));
          const readers = readersOf(each.features);
          for (const [at, row] of rows.entries()) {
            const prepared = new Float64Array(6);
            for (const [feature, value] of row.entries()) prepareValue(prepared, feature, value, readers[feature] ?? 0);
            expect(predictions[at]).toBe(sumOfLeaves(each, prepared));
          }
        }
      }),
    );
  });

  it('says what each feature added, so that base and contributions make the prediction', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        for (const each of [model, deep]) {
          const { base, values } = contributions(each, row);
          const total = values.reduce((sum, value) => sum + value, base);
          expect(total).toBeCloseTo(predictOne(each, row), 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('explains by Shapley values: the mean of what a feature adds over all orders of learning the features', () => {
    const { covers, children, slots, thresholds, values } = model;
    /** A tree's output when only some features are known. */
    const expected = (node: number, row: Float64Array, known: boolean[]): number => {
      const child = children[node] ?? node;
      if (child === node) return values[node] ?? 0;
      const slot = slots[node] ?? 0;
      const feature = (slot < 0 ? ~slot : slot) >> 1;
      if (known[feature]) {
        const value = row[feature] ?? 0;
        const start = thresholds[node] ?? 0;
        const word = value < 32 * (model.sets[start] ?? 0) ? (model.sets[start + 1 + (value >>> 5)] ?? 0) : 0;
        const isLeft = slot < 0 ? ((word >>> (value & 31)) & 1) === 1 : value <= start;
        return expected(isLeft ? child : child + 1, row, known);
      }
      const share = (covers[child] ?? 0) / (covers[node] ?? 1);
      return share * expected(child, row, known) + (1 - share) * expected(child + 1, row, known);
    };
    const output = (row: Float64Array, known: boolean[]) =>
      [...model.roots].reduce((sum, root) => sum + expected(root, row, known), model.base);
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const row of [Float64Array.of(500, 7, 20), Float64Array.of(3, 39, 990), Float64Array.of(77, 0, 0)]) {
      const explained = contributions(model, row);
      expect(explained.base).toBeCloseTo(output(row, [false, false, false]), 9);
      for (const feature of [0, 1, 2]) {
        const added = orders.map((order) => {
          const before = order.slice(0, order.indexOf(feature));
          const known = [0, 1, 2].map((other) => before.includes(other));
          return output(row, known.with(feature, true)) - output(row, known);
        });
        const mean = added.reduce((sum, value) => sum + value, 0) / orders.length;
        expect(explained.values[feature]).toBeCloseTo(mean, 9);
      }
    }
  });

  it('refuses a row or table of other features', () => {
    expect(errorCode(() => predictOne(model, Float64Array.of(1, 2)))).toBe('BAD_ROW');
    expect(errorCode(() => contributions(model, new Float64Array(4)))).toBe('BAD_ROW');
    expect(errorCode(() => predictTrees(model, []))).toBe('BAD_ROW');
    const uneven = [new Float64Array(2), new Float64Array(2), new Float64Array(3)];
    expect(errorCode(() => predictTrees(model, uneven))).toBe('BAD_ROW');
  });
});

describe('a serialised tree model', () => {
  it('predicts and explains exactly as before, wherever its bytes lie', () => {
    const bytes = serializeTrees(model);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const read = deserializeTrees(shifted.subarray(3));
    expect(read).toEqual(model);
    fc.assert(
      fc.property(anyRow, (row) => {
        expect(predictOne(read, row)).toBe(predictOne(model, row));
        expect(contributions(read, row)).toEqual(contributions(model, row));
      }),
      { numRuns: 30 },
    );
    expect(serializeTrees(read)).toEqual(bytes);
  });

  it('is refused with the reason when it is foreign, cut short, changed or of another version', () => {
    const bytes = serializeTrees(model);
    expect(errorCode(() => deserializeTrees(new Uint8Array()))).toBe('NOT_A_MODEL');
    expect(errorCode(() => deserializeTrees(new TextEncoder().encode('{"learner":{}}')))).toBe('NOT_A_MODEL');
    for (const length of [4, 23, 24, 100, bytes.length - 1]) {
      expect(errorCode(() => deserializeTrees(bytes.slice(0, length)))).toBe('TRUNCATED');
    }
    const older = bytes.slice();
    older[4] = 0;
    expect(errorCode(() => deserializeTrees(older))).toBe('UNSUPPORTED_VERSION');
    fc.assert(
      fc.property(fc.integer({ min: 24, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(errorCode(() => deserializeTrees(changed))).toBe('CORRUPT');
      }),
      { numRuns: 30 },
    );
    expect(errorCode(() => deserializeTrees(Uint8Array.of(...bytes, 0)))).toBe('CORRUPT');
    for (const at of [16, 17, 18, 19]) {
      expect(errorCode(() => deserializeTrees(bytes.with(at, (bytes[at] ?? 0) ^ 1)))).toBe('CORRUPT');
    }
  });

  it('is refused when it matches its checksum and yet would never end or read what is not there', () => {
    const inner = model.slots.findIndex((slot, node) => slot >= 0 && model.children[node] !== node);
    const category = model.slots.findIndex((slot) => slot < 0);
    const broken: Partial<TreeModel>[] = [
      { children: model.children.with(inner, inner - 1) },
      { children: model.children.with(inner, model.children.length - 1) },
      { children: model.children.with(inner, -5) },
      { slots: model.slots.with(inner, 6) },
      { slots: model.slots.with(inner, -1) },
      { thresholds: model.thresholds.with(inner, Number.NaN) },
      { thresholds: model.thresholds.with(category, model.sets.length) },
      { thresholds: model.thresholds.with(category, 0.5) },
      { roots: model.roots.with(0, model.slots.length) },
      { depths: model.depths.with(0, 2_000_000_000) },
      { depths: model.depths.with(0, 0) },
      { base: Number.NaN },
      { features: model.features.slice(0, 1) },
      { features: [] },
    ];
    for (const [at, change] of broken.entries()) {
      const code = errorCode(() => deserializeTrees(serializeTrees({ ...model, ...change })));
      expect([at, code]).toEqual([at, 'CORRUPT']);
    }
    expect(deserializeTrees(serializeTrees(deep))).toEqual(deep);
    const empty = { ...model, ...packTrees([]) };
    expect(deserializeTrees(serializeTrees(empty))).toEqual(empty);
  });
});

describe('an output transform', () => {
  it('is what its kind says, without overflow', () => {
    expect(transformOutput({ kind: 'logistic', slope: 2 }, 0.5)).toBeCloseTo(1 / (1 + Math.exp(-1)), 15);
    expect(transformOutput({ kind: 'softplus' }, 1000)).toBe(1000);
    expect(transformOutput({ kind: 'softplus' }, 0)).toBeCloseTo(Math.LN2, 15);
    expect(transformOutput({ kind: 'signedSquare' }, -3)).toBe(-9);
    expect(transformOutput({ kind: 'exponential' }, 1)).toBe(Math.E);
    expect([-1, 0, 1].map((sum) => transformOutput({ kind: 'step' }, sum))).toEqual([0, 0, 1]);
    expect(transformOutput({ kind: 'logistic', slope: 1 }, -1e9)).toBe(0);
  });
});
