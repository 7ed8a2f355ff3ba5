import { randomUUID } from 'node:crypto';
import type { App } from '../lib/app.ts';
import { decide } from '../features/labeling/decide.service.ts';
import { claim } from '../features/labeling/labeling.service.ts';
import { undoDecision } from '../features/labeling/undo.service.ts';
import { smallQueue, trueLabelOf } from './catalog.ts';

type Deps = Pick<App, 'db' | 'champions'>;
const atOnce = 50;

/** Claims and decides `count` tasks of the test queue, rightly unless `labelOf` says otherwise. Returns the decisions' ids. */
export async function decideTasks(
  app: Deps,
  input: { userId: string; count: number; labelOf?: (name: string) => string },
): Promise<string[]> {
  const { userId, count, labelOf = trueLabelOf } = input;
  const made: string[] = [];
  while (made.length < count) {
    const tasks = await claim(app, {
      userId,
      queueKey: smallQueue.key,
      count: Math.min(atOnce, count - made.length),
      holding: [],
    });
    if (tasks.length === 0) throw new Error(`only ${made.length} of ${count} tasks were there to decide`);
    const decisions = tasks.map((task) => ({
      decisionId: randomUUID(),
      taskId: task.taskId,
      fence: task.fence,
      labelKey: labelOf(task.item.name),
      skipReason: null,
      durationMs: 900,
    }));
    const outcomes = await decide(app, { userId, requestId: 'test', decisions });
    const refused = outcomes.find((outcome) => outcome.status !== 'acknowledged');
    if (refused) throw new Error(`refused: ${JSON.stringify(refused)}`);
    made.push(...decisions.map((decision) => decision.decisionId));
  }
  return made;
}

/** Takes a decision back, as its operator. */
export async function undo(app: Pick<App, 'db'>, input: { userId: string; decisionId: string }): Promise<void> {
  await undoDecision(app, { ...input, requestId: 'test' });
}
