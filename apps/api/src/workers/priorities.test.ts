import { createHash } from 'node:crypto';
import { isHeldOut } from '@jeoul/shared/models/rules';
import { expect, it } from 'vitest';
import { prioritiseTasks, type PrioritiseInput } from './priorities.ts';

const names = [
  '김치찌개',
  '된장찌개',
  '비빔국수',
  '물냉면',
  '치즈피자',
  '후라이드',
  '양념치킨',
  '콜라',
  '소금구이',
  '떡볶이',
];
const textKeys = Array.from({ length: 4_000 }, (_, n) => `${names[n % 10] ?? ''} ${n}`);
const margins = Float32Array.from(textKeys, (_, n) => (n % 100) / 100);
const isTested = (key: string) => isHeldOut(createHash('sha256').update(key).digest('hex'), 0.1);

const prioritise = (input: Partial<PrioritiseInput> = {}) =>
  prioritiseTasks({
    rule: 'model-doubt',
    isScored: true,
    heldOutShare: 0.1,
    textKeys,
    resolvedTextKeys: [],
    impacts: new Float32Array(textKeys.length),
    margins,
    ...input,
  });

/** The tasks as the queue hands them out. */
function servedFirst(priorities: Float32Array, count: number): number[] {
  const order = Array.from(priorities.keys()).sort((a, b) => (priorities[b] ?? 0) - (priorities[a] ?? 0));
  return order.slice(0, count);
}

const meanMargin = (tasks: number[]) => tasks.reduce((sum, at) => sum + (margins[at] ?? 0), 0) / tasks.length;

it('asks about what the model doubts first, and about held-out tasks whatever the model thinks', () => {
  const served = servedFirst(prioritise(), 1_000);
  const tested = served.filter((at) => isTested(textKeys[at] ?? ''));
  const taught = served.filter((at) => !isTested(textKeys[at] ?? ''));
  expect(meanMargin(taught)).toBeLessThan(0.25);
  expect(meanMargin(tested)).toBeGreaterThan(0.4);
  expect(meanMargin(tested)).toBeLessThan(0.6);
});

it('spreads the held-out tasks evenly, also in what is left after some were decided', () => {
  const first = servedFirst(prioritise(), 1_000);
  const left = textKeys.map((_, at) => at).filter((at) => !first.includes(at));
  const later = prioritise({
    textKeys: left.map((at) => textKeys[at] ?? ''),
    impacts: new Float32Array(left.length),
    margins: Float32Array.from(left, (at) => margins[at] ?? 0),
    resolvedTextKeys: first.map((at) => textKeys[at] ?? ''),
  });
  const second = servedFirst(later, 1_000).map((n) => left[n] ?? 0);
  for (const served of [first, second]) {
    for (const part of [served.slice(0, 500), served.slice(500)]) {
      const share = part.filter((at) => isTested(textKeys[at] ?? '')).length / part.length;
      expect(share).toBeGreaterThan(0.07);
      expect(share).toBeLessThan(0.13);
    }
  }
});

it('keeps the order of making for the oldest first, and none for a random order', () => {
  const oldest = servedFirst(prioritise({ rule: 'oldest' }), 100);
  expect(oldest).toEqual(Array.from({ length: 100 }, (_, at) => at));
  const random = servedFirst(prioritise({ rule: 'random' }), 100);
  expect(Math.abs(meanMargin(random) - 0.5)).toBeLessThan(0.15);
  expect([...random].sort((a, b) => a - b)).not.toEqual(random);
});

it('has a place for every task when all or none are held out', () => {
  for (const heldOutShare of [0, 1]) {
    const places = prioritise({ heldOutShare });
    expect(new Set(places).size).toBe(textKeys.length);
    expect(places.every((place) => place > 0 && place <= 1)).toBe(true);
  }
});
