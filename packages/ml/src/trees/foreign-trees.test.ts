import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCode } from '../testing/error-code.ts';
import {
  contributions,
  deserializeTrees,
  loadLightgbmText,
  loadXgboostJson,
  predictOne,
  serializeTrees,
  type TreeModel,
} from '../tree-models.ts';

/** Made by the library named in it, from numbers drawn for the purpose. `contributions` end with the base. */
type Fixture = {
  model: string;
  rows: (number | null)[][];
  predictions: number[];
  margins: number[];
  contributions?: number[][];
};

const fixture = (name: string): Fixture =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const rowOf = (values: (number | null)[]): Float64Array => Float64Array.from(values, (value) => value ?? Number.NaN);

function expectSameContributions(load: (text: string) => TreeModel, name: string, digits: number): void {
  const { model: text, rows, contributions: theirs } = fixture(name);
  const loaded = load(text);
  for (const [at, values] of rows.entries()) {
    const ours = contributions(loaded, rowOf(values));
    for (const [feature, value] of [...ours.values, ours.base].entries()) {
      expect(value).toBeCloseTo(theirs?.[at]?.[feature] ?? 0, digits);
    }
  }
}

describe('a model of XGBoost', () => {
  it('predicts what XGBoost does, to the last bit of the sum: missing values, thresholds, unseen categories', () => {
    for (const name of ['xgboost-squared', 'xgboost-logistic', 'xgboost-poisson']) {
      const { model: text, rows, margins, predictions } = fixture(name);
      const loaded = loadXgboostJson(text);
      for (const [at, values] of rows.entries()) {
        expect(predictOne(loaded, rowOf(values), { isRaw: true })).toBe(margins[at]);
        // XGBoost's exponential function is its own, in 32 bits.
        expect(predictOne(loaded, rowOf(values)) / (predictions[at] ?? 0)).toBeCloseTo(1, 6);
      }
    }
  });

  it('predicts what XGBoost does with trees dropped out and weighted (dart), but for rounding', () => {
    const { model: text, rows, predictions } = fixture('xgboost-dart');
    const loaded = loadXgboostJson(text);
    for (const [at, values] of rows.entries())
      expect(predictOne(loaded, rowOf(values))).toBeCloseTo(predictions[at] ?? 0, 5);
  });

  it('is explained as XGBoost explains it', () => {
    expectSameContributions(loadXgboostJson, 'xgboost-squared', 5);
  });

  it('takes a negative category for one that no split names, as XGBoost does, and not for a missing one', () => {
    const { model: text, rows } = fixture('xgboost-squared');
    const loaded = loadXgboostJson(text);
    const category = loaded.features.findIndex(({ kind }) => kind === 'category');
    const withCode = (code: number) =>
      rows.map((values) => predictOne(loaded, rowOf(values.with(category, code)), { isRaw: true }));
    expect(withCode(-3)).toEqual(withCode(1e6));
    expect(withCode(-0.5)).toEqual(withCode(1e6));
    expect(withCode(-3)).not.toEqual(withCode(Number.NaN));
  });

  it('keeps its predictions when stored in our own form', () => {
    const loaded = loadXgboostJson(fixture('xgboost-logistic').model);
    const read = deserializeTrees(serializeTrees(loaded));
    for (const values of fixture('xgboost-logistic').rows) {
      expect(predictOne(read, rowOf(values))).toBe(predictOne(loaded, rowOf(values)));
    }
  });

  it('may be a quantile model of a newer version, with base_score in a list', () => {
    const { model: text, rows, margins } = fixture('xgboost-squared');
    const newer = text
      .replaceAll('reg:squarederror', 'reg:quantileerror')
      .replace(/"base_score":"([^"]+)"/, '"base_score":"[$1]"');
    expect(newer).toContain('"base_score":"[');
    const loaded = loadXgboostJson(newer);
    expect(predictOne(loaded, rowOf(rows[0] ?? []))).toBe(margins[0]);
  });

  it('is refused with the reason when it is cut short, foreign, or has what the evaluator lacks', () => {
    const { model: text } = fixture('xgboost-squared');
    expect(errorCode(() => loadXgboostJson(text.slice(0, 900)))).toBe('NOT_A_MODEL');
    for (const other of [
      '',
      'null',
      '[]',
      '{"learner":{}}',
      '{"learner":{"gradient_booster":{"model":{"trees":[{}]}}}}',
    ]) {
      expect(errorCode(() => loadXgboostJson(other))).toBe('NOT_A_MODEL');
    }
    const changed = (from: string, to: string) => {
      expect(text).toContain(from);
      return errorCode(() => loadXgboostJson(text.replaceAll(from, to)));
    };
    expect(changed('"num_class":"0"', '"num_class":"3"')).toBe('UNSUPPORTED_MODEL');
    expect(changed('"name":"gbtree"', '"name":"gblinear"')).toBe('UNSUPPORTED_MODEL');
    expect(changed('"name":"reg:squarederror"', '"name":"reg:else"')).toBe('UNSUPPORTED_MODEL');
    expect(changed('"left_children":[1,', '"left_children":[0,')).toBe('CORRUPT');
    expect(changed('"left_children":[1,', '"left_children":[9999,')).toBe('CORRUPT');
    expect(changed('"num_feature":"5"', '"num_feature":"1"')).toBe('CORRUPT');
    expect(changed('"num_feature":"5"', '"num_feature":"4000000000"')).toBe('UNSUPPORTED_MODEL');
    const withCategory = fixture('xgboost-poisson').model;
    const beyond = withCategory.replaceAll(/"categories":\[\d/g, '"categories":[4000000000');
    expect(beyond).not.toBe(withCategory);
    expect(errorCode(() => loadXgboostJson(beyond))).toBe('CORRUPT');
  });

  it('is refused when a tree is deeper than any that was learned', () => {
    const inner = 600;
    const list = (of: (node: number) => number) => Array.from({ length: 2 * inner + 1 }, (_, node) => of(node));
    const isInner = (node: number) => node < 2 * inner && node % 2 === 0;
    const tree = {
      left_children: list((node) => (isInner(node) ? node + 1 : -1)),
      right_children: list((node) => (isInner(node) ? node + 2 : -1)),
      split_indices: list(() => 0),
      split_conditions: list((node) => node),
      default_left: list(() => 0),
      sum_hessian: list(() => 1),
    };
    const deepest = JSON.stringify({
      learner: {
        learner_model_param: { base_score: '0', num_feature: '1' },
        objective: { name: 'reg:squarederror' },
        gradient_booster: { name: 'gbtree', model: { trees: [tree] } },
      },
    });
    expect(errorCode(() => loadXgboostJson(deepest))).toBe('UNSUPPORTED_MODEL');
  });
});

describe('a model of LightGBM', () => {
  const names = ['squared', 'binary', 'quantile', 'forest', 'tweedie', 'sqrt'].map((name) => `lightgbm-${name}`);

  it('predicts what LightGBM does: missing values, zero as missing, sets of categories, each objective', () => {
    for (const name of names) {
      const { model: text, rows, predictions } = fixture(name);
      const loaded = loadLightgbmText(text);
      for (const [at, values] of rows.entries()) {
        expect(predictOne(loaded, rowOf(values))).toBeCloseTo(predictions[at] ?? 0, 12);
      }
    }
  });

  it('is explained as LightGBM explains it', () => {
    for (const name of names.filter((each) => each !== 'lightgbm-forest')) {
      expectSameContributions(loadLightgbmText, name, 12);
    }
  });

  it('is refused with the reason when it is cut short, foreign, or has what the evaluator lacks', () => {
    const { model: text } = fixture('lightgbm-squared');
    expect(errorCode(() => loadLightgbmText(text.slice(0, 2000)))).toBe('TRUNCATED');
    expect(errorCode(() => loadLightgbmText(''))).toBe('NOT_A_MODEL');
    expect(errorCode(() => loadLightgbmText('treeless'))).toBe('NOT_A_MODEL');
    const changed = (from: string | RegExp, to: string) => {
      expect(text).toMatch(from);
      return errorCode(() => loadLightgbmText(text.replace(from, to)));
    };
    expect(changed('num_tree_per_iteration=1', 'num_tree_per_iteration=3')).toBe('UNSUPPORTED_MODEL');
    expect(changed('is_linear=0', 'is_linear=1')).toBe('UNSUPPORTED_MODEL');
    expect(changed('objective=regression', 'objective=else')).toBe('UNSUPPORTED_MODEL');
    expect(changed(/left_child=\S+/, 'left_child=0')).toBe('CORRUPT');
    expect(changed(/leaf_value=\S+/, 'leaf_value=x')).toBe('CORRUPT');
  });
});
