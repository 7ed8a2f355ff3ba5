import { randomUUID } from 'node:crypto';
import { maxClaim } from '@jeoul/shared/labeling/contract';
import { printLine } from '../installation.ts';
import { benchQueueKey } from '../menu-queue.ts';
import type { BenchOperator } from './house.ts';
import { latencies } from './percentiles.ts';

/**
 * What waits that is like each of the tasks one person is given: how many, and the list; then the largest group decided as
 * one batch and taken back, one after the other, as that person does it.
 */
export async function measureSimilar(input: { operator: BenchOperator | undefined; openTasks: number }): Promise<void> {
  if (!input.operator) return;
  const { labeling } = input.operator.client.trpc;
  const queueKey = benchQueueKey;
  const held = await labeling.claim.mutate({ queueKey, count: maxClaim });
  const times: Record<'count' | 'preview' | 'decide' | 'undo', number[]> = {
    count: [],
    preview: [],
    decide: [],
    undo: [],
  };
  const timed = async <T>(op: keyof typeof times, run: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const answer = await run();
    times[op].push(performance.now() - began);
    return answer;
  };
  const sizes: number[] = [];
  let largest: { taskId: string; similarTaskIds: string[] } = { taskId: '', similarTaskIds: [] };
  for (const { taskId } of held) {
    const { tasks } = await timed('count', () => labeling.similar.count.query({ queueKey, taskId }));
    const preview = await timed('preview', () => labeling.similar.preview.query({ queueKey, taskId }));
    sizes.push(tasks);
    if (preview.tasks.length > largest.similarTaskIds.length)
      largest = { taskId, similarTaskIds: preview.tasks.map((task) => task.taskId) };
  }
  if (largest.taskId !== '') {
    const [first] = await labeling.labels.query({ queueKey });
    const batch = { ...largest, queueKey, batchId: randomUUID(), labelKey: first?.key ?? '' };
    await timed('decide', () => labeling.similar.decide.mutate(batch));
    await timed('undo', () => labeling.similar.undo.mutate({ batchId: batch.batchId }));
  }
  await labeling.release.mutate({ leases: held.map(({ taskId, fence }) => ({ taskId, fence })) });
  const group = { median_group: sizes.toSorted((a, b) => a - b)[sizes.length >> 1], largest_group: Math.max(...sizes) };
  for (const [op, values] of Object.entries(times))
    printLine({
      bench: 'queue',
      op: `similar-${op}`,
      open_tasks: input.openTasks,
      operators: 1,
      ...latencies(values),
      ...group,
    });
}
