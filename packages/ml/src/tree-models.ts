/** What is done with tree models once there are any: predict, explain, store, load. Pure; usable in a browser. */
export { loadLightgbmText } from './trees/load-lightgbm-text.ts';
export { loadXgboostJson } from './trees/load-xgboost-json.ts';
export { predictOne, predictTrees, type PredictOptions } from './trees/predict-trees.ts';
export { contributions, type Contributions } from './trees/tree-contributions.ts';
export { TreeModelError, type TreeModelErrorCode } from './trees/tree-model-error.ts';
export { deserializeTrees, serializeTrees } from './trees/tree-model-format.ts';
export type { OutputTransform, TreeColumn, TreeFeature, TreeModel } from './trees/tree-model.ts';
