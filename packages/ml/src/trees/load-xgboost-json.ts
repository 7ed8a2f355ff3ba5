import {
  orderTree,
  packForeignTrees,
  requireFeatureCount,
  type ForeignNode,
  type ForeignSplit,
} from './foreign-trees.ts';
import type { TreeNode } from './pack-trees.ts';
import { lastBelow } from './single-precision.ts';
import { TreeModelError } from './tree-model-error.ts';
import type { OutputTransform, TreeFeature, TreeModel } from './tree-model.ts';

type XgboostTree = {
  left_children: number[];
  right_children: number[];
  split_indices: number[];
  split_conditions: number[];
  default_left: (number | boolean)[];
  sum_hessian: number[];
  split_type?: number[];
  categories?: number[];
  categories_nodes?: number[];
  categories_segments?: number[];
  categories_sizes?: number[];
  tree_param?: { size_leaf_vector?: string };
};

type XgboostForest = { model: { trees: XgboostTree[] } };

type XgboostModel = {
  learner: {
    feature_names?: string[];
    feature_types?: string[];
    learner_model_param: { base_score: string; num_class?: string; num_feature: string; num_target?: string };
    objective: { name: string };
    gradient_booster: { name: string; gbtree?: XgboostForest; weight_drop?: number[] } & Partial<XgboostForest>;
  };
};

/** How an objective turns sums into predictions, and a prediction into the sum to begin with. */
type Link = { transform: OutputTransform; toSum: (prediction: number) => number };

const IDENTITY: Link = { transform: { kind: 'identity' }, toSum: (prediction) => prediction };
/** In 32 bits step by step, as there. */
const LOGIT = (prediction: number): number => -Math.log(Math.fround(Math.fround(1 / prediction) - 1));
const LOGISTIC: Link = { transform: { kind: 'logistic', slope: 1 }, toSum: LOGIT };
const EXPONENTIAL: Link = { transform: { kind: 'exponential' }, toSum: Math.log };

const LINKS = new Map<string, Link>([
  ['reg:squarederror', IDENTITY],
  ['reg:linear', IDENTITY],
  ['reg:squaredlogerror', IDENTITY],
  ['reg:absoluteerror', IDENTITY],
  ['reg:quantileerror', IDENTITY],
  ['reg:pseudohubererror', IDENTITY],
  ['rank:pairwise', IDENTITY],
  ['rank:ndcg', IDENTITY],
  ['rank:map', IDENTITY],
  ['reg:logistic', LOGISTIC],
  ['binary:logistic', LOGISTIC],
  ['binary:logitraw', { transform: { kind: 'identity' }, toSum: LOGIT }],
  ['binary:hinge', { transform: { kind: 'step' }, toSum: (prediction) => prediction }],
  ['count:poisson', EXPONENTIAL],
  ['reg:gamma', EXPONENTIAL],
  ['reg:tweedie', EXPONENTIAL],
  ['survival:cox', EXPONENTIAL],
  ['survival:aft', EXPONENTIAL],
]);

/**
 * Reads a model that XGBoost saved as JSON (`save_model('….json')`; its documentation, "Introduction to Model IO").
 * Boosters `gbtree` and `dart` with one output; all trees are used. Predictions are XGBoost's, in 32 bits as there.
 *
 * Throws `NOT_A_MODEL` where the text is something else, `UNSUPPORTED_MODEL` for several outputs, linear boosters and
 * objectives that are not known, and `CORRUPT` where its trees contradict themselves.
 */
export function loadXgboostJson(text: string): TreeModel {
  const { learner } = parse(text);
  const { learner_model_param: parameters, gradient_booster: booster, objective } = learner;
  const forest = booster.model ? { model: booster.model } : booster.gbtree;
  if (!forest || !(booster.name === 'gbtree' || booster.name === 'dart')) {
    throw new TreeModelError('UNSUPPORTED_MODEL', `booster ${booster.name} has no trees`);
  }
  const link = LINKS.get(objective.name);
  if (!link) throw new TreeModelError('UNSUPPORTED_MODEL', `objective ${objective.name} is not known`);
  if (Number(parameters.num_class ?? 0) > 1 || Number(parameters.num_target ?? 1) > 1) {
    throw new TreeModelError('UNSUPPORTED_MODEL', 'the model has several outputs');
  }
  const trees = forest.model.trees.map((tree, at) =>
    readTree(tree, booster.name === 'dart' ? (booster.weight_drop?.[at] ?? 1) : 1),
  );
  const categories = new Set(trees.flat().flatMap(({ split }) => (split?.kind === 'category' ? [split.feature] : [])));
  requireFeatureCount(Number(parameters.num_feature));
  const features = Array.from({ length: Number(parameters.num_feature) }, (_, at): TreeFeature => {
    const isCategory = categories.has(at) || learner.feature_types?.[at] === 'c';
    const name = learner.feature_names?.[at] ?? `f${at}`;
    return isCategory ? { name, kind: 'category', isNegativeUnseen: true } : { name, kind: 'number' };
  });
  // Newer versions write a list of one: "[5E-1]".
  const baseScore = Number(parameters.base_score.replaceAll(/[[\]]/g, ''));
  const base = Math.fround(link.toSum(Math.fround(baseScore)));
  if (!Number.isFinite(base)) throw new TreeModelError('CORRUPT', `base_score is ${parameters.base_score}`);
  return {
    features,
    base,
    transform: link.transform,
    isSinglePrecision: true,
    ...packForeignTrees(trees, features.length),
  };
}

function parse(text: string): XgboostModel {
  let value: unknown;
  try {
    value = JSON.parse(withoutBareNames(text));
  } catch {
    throw new TreeModelError('NOT_A_MODEL', 'the text is not JSON, or ends early');
  }
  if (!isModel(value)) throw new TreeModelError('NOT_A_MODEL', 'the JSON is not a model of XGBoost');
  return value;
}

/** XGBoost writes NaN and Infinity, which JSON does not have, where a category is split: they become null. */
function withoutBareNames(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (found) =>
    found.startsWith('"') ? found : 'null',
  );
}

/** Looks only at what tells a model from other JSON; what trees hold is checked as they are read. */
function isModel(value: unknown): value is XgboostModel {
  if (!isRecord(value) || !isRecord(value.learner)) return false;
  const { learner_model_param: parameters, objective, gradient_booster: booster } = value.learner;
  if (!isRecord(parameters) || !isRecord(objective) || !isRecord(booster)) return false;
  const forest = isRecord(booster.gbtree) ? booster.gbtree : booster;
  const hasTrees = isRecord(forest.model) && Array.isArray(forest.model.trees) && forest.model.trees.every(isTree);
  return (
    typeof parameters.base_score === 'string' &&
    Number.isInteger(Number(parameters.num_feature)) &&
    typeof objective.name === 'string' &&
    typeof booster.name === 'string' &&
    (booster.name === 'gblinear' || hasTrees)
  );
}

function isTree(value: unknown): value is XgboostTree {
  if (!isRecord(value) || !Array.isArray(value.left_children)) return false;
  const { length } = value.left_children;
  const lists = ['right_children', 'split_indices', 'split_conditions', 'default_left', 'sum_hessian'];
  return lists.every((name) => {
    const list = value[name];
    return Array.isArray(list) && list.length === length;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readTree(tree: XgboostTree, scale: number): TreeNode[] {
  if (Number(tree.tree_param?.size_leaf_vector ?? 0) > 1) {
    throw new TreeModelError('UNSUPPORTED_MODEL', 'the model has several outputs');
  }
  const setOf = new Map((tree.categories_nodes ?? []).map((node, at) => [node, at]));
  return orderTree(0, (node): ForeignNode => {
    const left = tree.left_children[node] ?? Number.NaN;
    const right = tree.right_children[node] ?? Number.NaN;
    const cover = tree.sum_hessian[node] ?? 0;
    const condition = tree.split_conditions[node] ?? Number.NaN;
    if (left === -1) return { cover, value: Math.fround(scale * Math.fround(condition)) };
    const feature = tree.split_indices[node] ?? Number.NaN;
    const isMissingLeft = Number(tree.default_left[node] ?? 0) === 1;
    if (tree.split_type?.[node] !== 1) {
      const split: ForeignSplit = { kind: 'number', feature, isMissingLeft, threshold: lastBelow(condition) };
      return { cover, left, right, split };
    }
    // XGBoost sends the set to the right, and this evaluator to the left: the children change places.
    const at = setOf.get(node) ?? -1;
    const start = tree.categories_segments?.[at] ?? 0;
    const codesLeft = (tree.categories ?? []).slice(start, start + (tree.categories_sizes?.[at] ?? 0));
    const split: ForeignSplit = { kind: 'category', feature, isMissingLeft: !isMissingLeft, codesLeft };
    return { cover, left: right, right: left, split };
  });
}
