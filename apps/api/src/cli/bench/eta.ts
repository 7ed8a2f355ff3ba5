import { trainTrees } from '@jeoul/ml/gradient-boosting';
import { coverage, meanAbsoluteError, rootMeanSquaredError } from '@jeoul/ml/regression-metrics';
import { predictOne, predictTrees, type TreeModel } from '@jeoul/ml/tree-models';
import { etaTasks, type EtaTable, type EtaTask } from './eta-tasks.ts';
import { printLine } from './installation.ts';
import { runPeers } from './peers.ts';

export type EtaOptions = { dataDir: string; tasks: readonly string[]; hasPeers: boolean };

const seed = 1;
const passes = 20;
/** What is promised to customers is the time that nine of ten orders keep. */
const promised = { loss: { kind: 'quantile', alpha: 0.9 }, mostLeaves: 15, mostTrees: 150, fewestRows: 40 } as const;

/**
 * Trains trees for each delivery-time task on its training file and measures them on its test file, on one thread; then
 * the same of the peers. `train_s` is of the model of means alone, as the peers'; `coverage_p90` of a second model.
 */
export async function benchEta({ dataDir, tasks, hasPeers }: EtaOptions): Promise<void> {
  const chosen = etaTasks.filter(({ name }) => tasks.length === 0 || tasks.includes(name));
  for (const task of chosen) {
    const { train, test } = await task.read(dataDir);
    console.error(`${task.name}: ${train.target.length} orders to learn from, ${test.target.length} to be tested on`);
    printLine({ bench: 'eta', task: task.name, system: 'jeoul', ...measure(task, train, test) });
  }
  if (hasPeers) await runPeers('eta', { dataDir, tasks: chosen.map(({ name }) => name) });
}

function measure({ options }: EtaTask, train: EtaTable, test: EtaTable) {
  const began = performance.now();
  const model = trainTrees(train, { ...options, seed });
  const trainSeconds = (performance.now() - began) / 1000;
  const columns = test.features.map(({ values }) => values);
  const predicted = predictTrees(model, columns);
  const promise = predictTrees(trainTrees(train, { ...options, ...promised, seed }), columns);
  return {
    rmse: rootMeanSquaredError(test.target, predicted),
    mae: meanAbsoluteError(test.target, predicted),
    coverage_p90: coverage(test.target, promise),
    train_s: trainSeconds,
    us_per_prediction: microsecondsEach(model, test),
    rows: `${train.target.length}/${test.target.length}`,
  };
}

/** One order at a time, as a server is asked; the median of a few passes. */
function microsecondsEach(model: TreeModel, { features, target }: EtaTable): number {
  const orders = Array.from(target, (_, row) => Float64Array.from(features, ({ values }) => values[row] ?? Number.NaN));
  const times = Array.from({ length: passes }, () => {
    const began = performance.now();
    for (const order of orders) predictOne(model, order);
    return ((performance.now() - began) * 1000) / orders.length;
  });
  return times.sort((a, b) => a - b)[passes >> 1] ?? 0;
}
