import { labelKeysOf } from '@jeoul/shared/labeling/answers';
import type { ModelMetrics } from '@jeoul/shared/models/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandActor } from './lib/audit.ts';
import { addOperator } from './testing/catalog.ts';
import { testApp, type TestApp } from './testing/app.ts';
import { addReviewQueue, addReviews, answerReview, reviewOf } from './testing/reviews.ts';
import { rescoreSlot } from './features/labeling/rescore.jobs.ts';
import { claim } from './features/labeling/labeling.service.ts';
import { startRun } from './features/models/runs.service.ts';
import { runTraining } from './features/models/training.jobs.ts';

const queueKey = 'review-abuse';
const words = { profanity: '젠장할', threat: '찾아가겠다', advertisement: '할인코드' };
type Word = keyof typeof words;
const nouns = ['치킨', '피자', '국밥', '김밥', '만두', '우동', '족발', '초밥'];
/** No label, each by itself, and two at once, in turn. */
const combinations: Word[][] = [[], ['profanity'], [], ['threat'], [], ['advertisement'], [], ['profanity', 'threat']];
const texts = Array.from({ length: 640 }, (_, n) => {
  const said = (combinations[n % combinations.length] ?? []).map((key) => words[key]).join(' ');
  return `${nouns[Math.floor(n / 8) % 8] ?? ''} 잘 먹었습니다 ${said} ${n}번`;
});

let house: TestApp;
let userId = '';

const labelsIn = (text: string) =>
  (Object.keys(words) as Word[]).filter((key) => text.includes(words[key])).map((labelKey) => ({ labelKey }));

async function decideMany(count: number): Promise<void> {
  for (let done = 0; done < count; done += 40) {
    const tasks = await claim(house.app, { userId, queueKey, count: 40, holding: [] });
    for (const task of tasks) {
      const answer = { labels: labelsIn(reviewOf(task).text), action: 'keep' as const };
      await answerReview(house.app, { userId, task, answer });
    }
  }
}

async function train(): Promise<void> {
  const { runId } = await startRun(house.app, commandActor, queueKey);
  const context = { attempt: 1, isLastAttempt: true, signal: new AbortController().signal };
  await runTraining(house.app, { runId }, context);
}

beforeAll(async () => {
  house = await testApp();
  await addReviews(house.app, texts);
  await addReviewQueue(house.app);
  userId = await addOperator(house.app, 'dana');
  await decideMany(400);
  await train();
});
afterAll(() => house[Symbol.asyncDispose]());

it('learns any number of labels a review, and measures whole answers and each label by itself', async () => {
  const [version] = await house.app.db.prisma.modelVersion.findMany({ include: { dataSet: true } });
  const metrics = version?.metrics as ModelMetrics;
  expect(version?.verdict).toBe('promoted');
  expect(metrics.accuracy).toBeGreaterThan(0.9);
  expect(metrics.perLabel.map(({ labelKey }) => labelKey).toSorted()).toEqual(['advertisement', 'profanity', 'threat']);
  // Every eighth review has both profanity and threat: each is counted, and so is having none.
  expect(version?.dataSet?.labelCounts).toEqual({ none: 200, profanity: 100, threat: 100, advertisement: 50 });
});

it('proposes all of a waiting review’s labels, with what in the text moved each, and puts its answer on the task', async () => {
  await rescoreSlot(house.app, { slotKey: queueKey });
  house.app.champions.forget(queueKey);
  const tasks = await claim(house.app, { userId, queueKey, count: 50, holding: [] });
  const both = tasks.find((task) => labelsIn(reviewOf(task).text).length === 2);
  if (!both) throw new Error('no review with two labels was left');
  const { text } = reviewOf(both);
  const proposed = both.prediction?.proposed ?? [];
  expect(proposed.map(({ labelKey }) => labelKey).toSorted()).toEqual(['profanity', 'threat']);
  for (const { labelKey, spans } of proposed) {
    const strongest = spans.toSorted((a, b) => b.contribution - a.contribution)[0];
    const said = text.slice(strongest?.start, strongest?.end);
    expect(words[labelKey as Word]).toContain(said.trim());
  }
  const stored = await house.app.db.prisma.task.findUniqueOrThrow({ where: { id: both.taskId } });
  expect(labelKeysOf(stored.topLabelKey ?? '')).toEqual(['profanity', 'threat']);
  expect(stored.topProbability).toBeGreaterThan(0.25);
});

it('compares a challenger by whole answers and by labels, and keeps personal data out of what it shows', async () => {
  const open = await claim(house.app, { userId, queueKey, count: 50, holding: [] });
  for (const task of open.slice(0, 40)) {
    await answerReview(house.app, { userId, task, answer: { labels: [{ labelKey: 'threat' }], action: 'keep' } });
  }
  await house.app.db.pool.query(`UPDATE resolutions SET text = text || ' 010-0123-4567'`);
  await train();
  const challenger = await house.app.db.prisma.modelVersion.findFirstOrThrow({ where: { number: 2 } });
  const comparison = challenger.comparison as {
    championNumber: number;
    macroF1: { low: number; high: number };
    slices: { kind: string; key: string; rows: number }[];
    flips: { text: string }[];
  };
  expect(comparison.championNumber).toBe(1);
  expect(comparison.macroF1.low).toBeLessThanOrEqual(comparison.macroF1.high);
  const labels = comparison.slices.filter(({ kind }) => kind === 'label').map(({ key }) => key);
  expect(labels).toEqual(expect.arrayContaining(['none', 'threat']));
  expect(JSON.stringify(comparison)).not.toContain('0123-4567');
});
