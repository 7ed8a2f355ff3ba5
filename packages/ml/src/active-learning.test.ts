import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taskPriorities, type WaitingTasks } from './active-learning.ts';

function tasks(changes: Partial<WaitingTasks> & { textKeys: readonly string[] }): WaitingTasks {
  const zeros = changes.textKeys.map(() => 0);
  return { decidedTextKeys: [], impacts: zeros, margins: zeros, seed: 1, ...changes };
}

/** Positions in the order in which they should be decided. */
function order(waiting: WaitingTasks): number[] {
  const priorities = taskPriorities(waiting);
  return [...priorities.keys()].sort((a, b) => (priorities[b] ?? 0) - (priorities[a] ?? 0));
}

test('the more doubtful comes first', () => {
  expect(order(tasks({ textKeys: ['가나', '다라', '마바'], margins: [0.9, 0.1, 0.5] }))).toEqual([1, 2, 0]);
});

test('entropy, where it is given, says what is doubtful', () => {
  const textKeys = ['가나', '다라', '마바'];
  expect(order(tasks({ textKeys, margins: [0.9, 0.1, 0.5], entropies: [0.9, 0.1, 0.5] }))).toEqual([0, 2, 1]);
});

test('a task without a margin is as doubtful as can be, and broken or endless impacts break nothing', () => {
  const textKeys = ['가나', '다라', '마바'];
  expect(order(tasks({ textKeys, margins: [0.2, Number.NaN, 0.3] }))).toEqual([1, 0, 2]);
  const broken = tasks({ textKeys, impacts: [Number.NaN, Number.POSITIVE_INFINITY, -1] });
  expect(order(broken)[0]).toBe(1);
  expect([...taskPriorities(broken)].every((priority) => priority > 0)).toBe(true);
});

test('of equally doubtful texts the one that more tasks carry or more people order comes first', () => {
  expect(order(tasks({ textKeys: ['가나', '다라', '다라'] }))[0]).toBe(1);
  expect(order(tasks({ textKeys: ['가나', '다라'], impacts: [3, 900] }))[0]).toBe(1);
});

test('the second copy of a text, and a text decided before, come after others as doubtful', () => {
  const textKeys = ['콜라', '콜라', '사이다', '사이다', '물냉면', '물냉면'];
  const inOrder = order(tasks({ textKeys, decidedTextKeys: ['사이다', '사이다', '사이다'] }));
  expect(inOrder.slice(0, 2).toSorted()).toEqual([0, 4]);
  expect(inOrder.slice(-2).toSorted()).toEqual([2, 3]);
});

test('near-copies are spread among other texts, not served in a row', () => {
  const dishes = [
    '마라탕',
    '물냉면',
    '초코라떼',
    '양념치킨',
    '연어초밥',
    '제육볶음',
    '바지락칼국수',
    '김치찌개',
    '탕수육',
  ];
  const textKeys = dishes.flatMap((dish) => ['특', '소', '곱배기', '순한맛', '세트'].map((kind) => `${dish} ${kind}`));
  const served = order(tasks({ textKeys })).map((task) => textKeys[task]?.split(' ')[0]);
  for (let at = 0; at + 10 <= served.length; at++) {
    const timesOf = new Map<string | undefined, number>();
    for (const dish of served.slice(at, at + 10)) timesOf.set(dish, (timesOf.get(dish) ?? 0) + 1);
    expect(Math.max(...timesOf.values())).toBeLessThanOrEqual(3);
  }
});

test('what many waiting texts share and nobody has decided comes before what stands alone', () => {
  const textKeys = ['왕교자', '김치만두', '고기만두', '군만두'];
  expect(order(tasks({ textKeys })).at(-1)).toBe(0);
  expect(order(tasks({ textKeys: [...textKeys, '해물파전'], decidedTextKeys: ['만두'] })).slice(0, 3)).not.toContain(0);
});

test('without a model the order is by news and chance, the same for the same seed', () => {
  const textKeys = Array.from({ length: 200 }, (_, n) => `음식${n}`);
  const cold = tasks({ textKeys, margins: null });
  expect(order(cold)).toEqual(order(cold));
  expect(order(cold)).not.toEqual(order({ ...cold, seed: 2 }));
});

test('every task gets a different rank between 0 and 1, whatever it is made of', () => {
  const task = fc.record({ key: fc.string(), margin: fc.double({ min: 0, max: 1, noNaN: true }), impact: fc.nat() });
  fc.assert(
    fc.property(fc.array(task, { maxLength: 80 }), (made) => {
      const priorities = taskPriorities(
        tasks({
          textKeys: made.map(({ key }) => key),
          margins: made.map(({ margin }) => margin),
          impacts: made.map(({ impact }) => impact),
        }),
      );
      expect(new Set(priorities).size).toBe(made.length);
      expect([...priorities].every((priority) => priority > 0 && priority <= 1)).toBe(true);
    }),
  );
});
