import type { MessagePort } from 'node:worker_threads';
import { prioritiseTasks, type PrioritiseInput } from './priorities.ts';
import { scoreTexts, type ScoreInput } from './scoring.ts';
import { measureModel, trainAndEvaluate as train, type MeasureInput, type TrainAndEvaluateInput } from './training.ts';

/** What runs on the threads of lib/compute.ts: each export takes its input and the port to report progress on. */
type Task<Input> = { input: Input; port: MessagePort };

export function trainAndEvaluate({ input, port }: Task<TrainAndEvaluateInput>) {
  return train(input, (progress) => port.postMessage(progress));
}

export function measure({ input }: Task<MeasureInput>) {
  return measureModel(input);
}

export function score({ input }: Task<ScoreInput>) {
  return scoreTexts(input);
}

export function prioritise({ input }: Task<PrioritiseInput>) {
  return prioritiseTasks(input);
}
