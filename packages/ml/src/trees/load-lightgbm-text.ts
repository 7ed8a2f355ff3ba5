import { orderTree, packForeignTrees, type ForeignNode } from './foreign-trees.ts';
import type { TreeNode } from './pack-trees.ts';
import { TreeModelError } from './tree-model-error.ts';
import type { OutputTransform, TreeFeature, TreeModel } from './tree-model.ts';

/** Lines `key=value` of a section; a line without a sign has the value ''. */
type Section = ReadonlyMap<string, string>;

const CATEGORY_BIT = 1;
const DEFAULT_LEFT_BIT = 2;
const MISSING_NONE = 0;
const MISSING_ZERO = 1;

const EXPONENTIAL = ['poisson', 'gamma', 'tweedie'];
const IDENTITY = ['regression', 'regression_l1', 'huber', 'fair', 'quantile', 'mape', 'lambdarank', 'rank_xendcg'];

/**
 * Reads a model that LightGBM saved as text (`save_model`; written by `GBDT::SaveModelToString` and `Tree::ToString` of
 * its sources). Models with one output; all trees are used. Predictions are LightGBM's.
 *
 * Throws `NOT_A_MODEL` where the text is something else, `TRUNCATED` where its end is missing, `UNSUPPORTED_MODEL` for
 * several outputs, linear trees and objectives that are not known, and `CORRUPT` where its trees contradict themselves.
 */
export function loadLightgbmText(text: string): TreeModel {
  if (!/^tree\r?\n/.test(text)) throw new TreeModelError('NOT_A_MODEL', 'the text is not a model of LightGBM');
  const end = text.search(/^end of trees/m);
  if (end < 0) throw new TreeModelError('TRUNCATED', 'the text has no line "end of trees"');
  const [head, ...sections] = text
    .slice(0, end)
    .split(/^(?=Tree=\d+\r?$)/m)
    .map(readSection);
  if (!head) throw new TreeModelError('NOT_A_MODEL', 'the text is not a model of LightGBM');
  if (numbersOf(head, 'num_tree_per_iteration')[0] !== 1) {
    throw new TreeModelError('UNSUPPORTED_MODEL', 'the model has several outputs');
  }
  const features = readFeatures(head, sections);
  const scale = head.has('average_output') ? 1 / sections.length : 1;
  const trees = sections.map((section) => readTree(section, scale));
  const transform = readTransform(head.get('objective') ?? '');
  return {
    features,
    base: 0,
    transform,
    isSinglePrecision: false,
    ...packForeignTrees(trees, features.length),
  };
}

function readSection(text: string): Section {
  return new Map(
    text.split(/\r?\n/).map((line): [string, string] => {
      const sign = line.indexOf('=');
      return sign < 0 ? [line, ''] : [line.slice(0, sign), line.slice(sign + 1)];
    }),
  );
}

function numbersOf(section: Section, key: string): number[] {
  const text = section.get(key)?.trim() ?? '';
  return text === '' ? [] : text.split(/\s+/).map(Number);
}

/** Which features are categories, or have 0 for missing, is written at the nodes that split by them. */
function readFeatures(head: Section, trees: readonly Section[]): TreeFeature[] {
  const names = (head.get('feature_names') ?? '').trim().split(/\s+/);
  const categories = new Set<number>();
  const missingTypes = new Map<number, number>();
  for (const tree of trees) {
    const types = numbersOf(tree, 'decision_type');
    for (const [node, feature] of numbersOf(tree, 'split_feature').entries()) {
      const type = types[node] ?? 0;
      if (type & CATEGORY_BIT) {
        categories.add(feature);
        continue;
      }
      const known = missingTypes.get(feature) ?? type >> 2;
      if (known !== type >> 2 && (known === MISSING_ZERO || type >> 2 === MISSING_ZERO)) {
        throw new TreeModelError('UNSUPPORTED_MODEL', `what counts as missing changes within feature ${feature}`);
      }
      missingTypes.set(feature, known);
    }
  }
  return names.map((name, at) => {
    if (categories.has(at)) return { name, kind: 'category' };
    return missingTypes.get(at) === MISSING_ZERO
      ? { name, kind: 'number', isZeroMissing: true }
      : { name, kind: 'number' };
  });
}

function readTree(section: Section, scale: number): TreeNode[] {
  if (Number(section.get('is_linear') ?? 0) === 1) {
    throw new TreeModelError('UNSUPPORTED_MODEL', 'the model has linear functions in its leaves');
  }
  const list = (key: string): number[] => numbersOf(section, key);
  const leaves = { values: list('leaf_value'), counts: list('leaf_count') };
  const [left, right, features] = [list('left_child'), list('right_child'), list('split_feature')];
  const [thresholds, types, counts] = [list('threshold'), list('decision_type'), list('internal_count')];
  const [bounds, words] = [list('cat_boundaries'), list('cat_threshold')];
  if (leaves.values.length === 0 || left.length !== leaves.values.length - 1 || right.length !== left.length) {
    throw new TreeModelError('CORRUPT', `tree ${section.get('Tree')} has ${left.length} splits`);
  }
  return orderTree(left.length > 0 ? 0 : -1, (node): ForeignNode => {
    if (node < 0) return { value: scale * (leaves.values[~node] ?? Number.NaN), cover: leaves.counts[~node] ?? 0 };
    const type = types[node] ?? 0;
    const threshold = thresholds[node] ?? Number.NaN;
    const feature = features[node] ?? Number.NaN;
    const shared = { cover: counts[node] ?? 0, left: left[node] ?? Number.NaN, right: right[node] ?? Number.NaN };
    if (type & CATEGORY_BIT) {
      const codesLeft = codesOf(words.slice(bounds[threshold], bounds[threshold + 1]));
      return { ...shared, split: { kind: 'category', feature, isMissingLeft: false, codesLeft } };
    }
    // A feature that had nothing missing in training takes a missing value for 0.
    const isMissingLeft = type >> 2 === MISSING_NONE ? threshold >= 0 : (type & DEFAULT_LEFT_BIT) !== 0;
    return { ...shared, split: { kind: 'number', feature, isMissingLeft, threshold } };
  });
}

function codesOf(words: readonly number[]): number[] {
  return words.flatMap((word, at) =>
    Array.from({ length: 32 }, (_, bit) => 32 * at + bit).filter((code) => ((word >>> (code & 31)) & 1) === 1),
  );
}

function readTransform(objective: string): OutputTransform {
  const [name = '', ...parameters] = objective.split(' ');
  if (parameters.includes('sqrt')) return { kind: 'signedSquare' };
  if (EXPONENTIAL.includes(name)) return { kind: 'exponential' };
  if (name === 'binary') {
    const slope = parameters.find((parameter) => parameter.startsWith('sigmoid:'))?.slice('sigmoid:'.length);
    return { kind: 'logistic', slope: Number(slope ?? 1) };
  }
  if (name === 'cross_entropy') return { kind: 'logistic', slope: 1 };
  if (name === 'cross_entropy_lambda') return { kind: 'softplus' };
  if (name === '' || IDENTITY.includes(name)) return { kind: 'identity' };
  throw new TreeModelError('UNSUPPORTED_MODEL', `objective ${name} is not known`);
}
