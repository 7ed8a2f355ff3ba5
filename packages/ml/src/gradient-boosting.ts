/** Trains tree models; see `tree-models.ts` for what is done with them. Pure; meant for a worker thread. */
export type { Monotone, TreeLoss, TreeOptions } from './trees/train-options.ts';
export { trainTrees, type TreeProgress } from './trees/train-trees.ts';
export type { TreeDataset } from './trees/tree-dataset.ts';
