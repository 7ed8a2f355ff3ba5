import type { LeasedTask, TaskPrediction } from '@jeoul/shared/labeling/contract';
import { expect, test } from 'vitest';
import {
  afterBatch,
  afterBatchUndo,
  afterClaim,
  afterDecision,
  afterExtension,
  afterRefusal,
  afterUndo,
  afterUndone,
  type DoneRow,
  emptyWork,
  wantedTasks,
  withPredictions,
  withRecent,
  type WorkState,
} from './work-state.ts';

function prediction(labelKey: string): TaskPrediction {
  return { modelVersionId: 'm', modelNumber: 1, scores: [{ labelKey, probability: 0.5 }], spans: [] };
}

function leased(taskId: string, fence = 1, model: string | null = 'fried'): LeasedTask {
  return {
    taskId,
    fence,
    leaseExpiresAt: '',
    createdAt: '',
    item: {
      kind: 'menu_item',
      id: taskId,
      name: taskId,
      options: null,
      priceKrw: null,
      weeklyOrders: 0,
      storeId: 's',
      storeName: 's',
      district: null,
      currentLabelKey: null,
    },
    prediction: model === null ? null : prediction(model),
  };
}

const none: ReadonlySet<string> = new Set();
const claimed = (state: WorkState, tasks: LeasedTask[], settled = none) =>
  afterClaim(state, { tasks, asked: tasks.length, settled });
const withTasks = (...ids: string[]) =>
  claimed(
    { ...emptyWork, tally: { ...emptyWork.tally, waiting: 10 } },
    ids.map((id) => leased(id)),
  );
const idsOf = (state: WorkState) => state.held.map(({ task }) => task.taskId);

function decided(state: WorkState, labelKey: string | null, decisionId = 'd1'): WorkState {
  const task = state.held[0]?.task ?? leased('none');
  const row: DoneRow = {
    decisionId,
    task,
    labelKey,
    skipReason: labelKey === null ? 'unsure' : null,
    predictedLabelKey: task.prediction?.scores[0]?.labelKey ?? null,
    decidedAt: '',
  };
  return afterDecision(state, row);
}

test('more tasks are asked for when four are left besides the one under the hand, up to eight', () => {
  expect(wantedTasks(0)).toBe(9);
  expect(wantedTasks(5)).toBe(4);
  expect(wantedTasks(6)).toBe(0);
});

test('a decision brings the next task under the hand and counts; a skip does not count', () => {
  const accepted = decided(withTasks('a', 'b'), 'fried');
  expect(idsOf(accepted)).toEqual(['b']);
  expect(accepted.tally).toEqual({ waiting: 9, decided: 1, proposed: 1, accepted: 1 });
  expect(decided(withTasks('a', 'b'), 'soy').tally).toMatchObject({ decided: 1, accepted: 0 });
  expect(decided(withTasks('a', 'b'), null).tally).toMatchObject({ decided: 0, waiting: 10 });
});

test('undo puts the task back under the hand with what was said of it, and every figure where it was', () => {
  const before = withTasks('a', 'b');
  const after = afterUndo(decided(before, 'soy'), 'd1', null);
  expect(idsOf(after)).toEqual(['a', 'b']);
  expect(after.held[0]).toMatchObject({ fence: null, formerLabelKey: 'soy' });
  expect(after.done).toEqual([]);
  expect(after.tally).toEqual(before.tally);
});

test('undo goes back many steps, newest first', () => {
  let state = withTasks('a', 'b', 'c');
  for (const n of [1, 2, 3]) state = decided(state, 'soy', `d${n}`);
  for (const n of [3, 2, 1]) state = afterUndo(state, `d${n}`, 1);
  expect(idsOf(state)).toEqual(['a', 'b', 'c']);
});

test('the answer to an undo gives its task a lease again, also when a claim brought it first', () => {
  const waiting = afterUndo(decided(withTasks('a', 'b'), 'soy'), 'd1', null);
  expect(afterUndone(waiting, leased('a', 7)).held[0]?.fence).toBe(7);
  const byClaim = claimed(waiting, [leased('a', 7)]);
  expect(idsOf(byClaim)).toEqual(['a', 'b']);
  expect(byClaim.held[0]?.fence).toBe(7);
  expect(afterUndone(byClaim, leased('a', 6)).held[0]?.fence).toBe(7);
});

test('a batch takes all its tasks off the page as one row, and gives back the first where nobody is in its way', () => {
  const before = withTasks('a', 'b', 'c', 'd');
  const [first] = before.held;
  if (!first) throw new Error('nothing is held');
  const batch = { tasks: 5, stores: 4, weeklyOrders: 30 };
  const words = { skipReason: null, predictedLabelKey: 'soy', decidedAt: '' };
  const row: DoneRow = { ...words, decisionId: 'batch', task: first.task, labelKey: 'fried', batch };
  const after = afterBatch(before, row, new Set(['c', 'elsewhere']));
  expect([idsOf(after), after.done]).toEqual([['b', 'd'], [row]]);
  expect(after.tally).toMatchObject({ waiting: 5, decided: 5 });
  const undo = (task: LeasedTask | null, hasMoved: boolean) =>
    afterBatchUndo(after, { decisionId: 'batch', task, hasMoved });
  expect(idsOf(undo(leased('a', 4), false))).toEqual(['a', 'b', 'd']);
  expect(undo(leased('a', 4), false).held[0]).toMatchObject({ fence: 4, formerLabelKey: 'fried' });
  expect(idsOf(undo(leased('a', 4), true))).toEqual(['b', 'a', 'd']);
  expect([idsOf(undo(null, false)), undo(null, false).done]).toEqual([['b', 'd'], []]);
  expect(undo(null, false).tally).toEqual(before.tally);
});

test('the task of an undo from before a reload comes right behind the one under the hand', () => {
  expect(idsOf(afterUndone(withTasks('a', 'b'), leased('z', 3)))).toEqual(['a', 'z', 'b']);
  expect(idsOf(afterUndone(emptyWork, leased('z', 3)))).toEqual(['z']);
});

test('a claim that was on its way brings back neither what was decided meanwhile nor what is there already', () => {
  const state = claimed(withTasks('a', 'b'), [leased('b'), leased('c'), leased('d')], new Set(['c']));
  expect(idsOf(state)).toEqual(['a', 'b', 'd']);
});

test('the queue is drained when it gave less than was asked for', () => {
  expect(afterClaim(emptyWork, { tasks: [leased('a')], asked: 2, settled: none }).isDrained).toBe(true);
  expect(afterClaim(emptyWork, { tasks: [leased('a')], asked: 1, settled: none }).isDrained).toBe(false);
});

test('lost tasks go quietly, but the one under the hand stays, marked, while somebody is at it', () => {
  const sent = new Set(['a', 'b', 'c']);
  const kept = new Set(['c']);
  const atWork = afterExtension(withTasks('a', 'b', 'c'), { sent, kept, isUnattended: false });
  expect(atWork.held.map(({ task, isLost }) => [task.taskId, isLost])).toEqual([
    ['a', true],
    ['c', false],
  ]);
  expect(idsOf(afterExtension(withTasks('a', 'b', 'c'), { sent, kept, isUnattended: true }))).toEqual(['c']);
});

test('a new model speaks about the tasks to come, and about the one under the hand only if none had spoken', () => {
  const news = new Map([
    ['a', prediction('soy')],
    ['b', prediction('soy')],
  ]);
  const topOf = (state: WorkState) => state.held.map(({ task }) => task.prediction?.scores[0]?.labelKey);
  expect(topOf(withPredictions(withTasks('a', 'b'), news))).toEqual(['fried', 'soy']);
  expect(topOf(withPredictions(claimed(emptyWork, [leased('a', 1, null)]), news))).toEqual(['soy']);
});

test('a refused decision is no longer counted as done', () => {
  const state = afterRefusal(decided(withTasks('a', 'b'), 'fried'), 'd1');
  expect(state.done).toEqual([]);
  expect(state.tally).toMatchObject({ decided: 0, accepted: 0 });
});

test('what the server remembers stands between what is too new for its answer and what is too old, without what was taken back', () => {
  const state = decided(withTasks('a', 'b'), 'fried', 'newest');
  const [model] = state.done;
  if (!model) throw new Error('nothing was decided');
  const row = (decisionId: string): DoneRow => ({ ...model, decisionId });
  const before: WorkState = { ...state, done: [row('newest'), row('second'), row('oldest')] };
  const merged = withRecent(before, [row('returned'), row('second'), row('back'), row('third')], new Set(['back']));
  expect(merged.done.map(({ decisionId }) => decisionId)).toEqual(['newest', 'returned', 'second', 'third', 'oldest']);
  expect(withRecent(emptyWork, [row('third')], none).done).toHaveLength(1);
});
