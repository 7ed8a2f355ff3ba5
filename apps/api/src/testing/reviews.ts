import { newQueue, type LeasedTask, type NewQueue, type ReviewView } from '@jeoul/shared/labeling/contract';
import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import { randomUUID } from 'node:crypto';
import { decide } from '../features/labeling/decide.service.ts';
import { claim } from '../features/labeling/labeling.service.ts';
import { createQueue } from '../features/labeling/queue-setup.service.ts';
import { restoreDue } from '../features/labeling/reviews/effects.service.ts';
import type { App } from '../lib/app.ts';
import { commandActor } from '../lib/audit.ts';
import type { TestHouse } from './catalog.ts';

const label = (key: string, usualAction: 'mask' | 'hide' | 'blind' | null) => {
  return { key, parentKey: null, nameKo: key, nameEn: key, guidelineKo: null, guidelineEn: null, usualAction };
};

/** A queue of reviews with three labels. */
export const smallReviewQueue: NewQueue = {
  key: 'review-abuse',
  slotKey: 'review-abuse',
  nameKo: '리뷰 악용·욕설',
  nameEn: 'Review abuse',
  itemKind: 'review',
  leaseSeconds: 60,
  trainEvery: 0,
  labelSet: {
    key: 'review-abuse',
    kind: 'multi',
    nameKo: '리뷰 악용·욕설',
    nameEn: 'Review abuse',
    labels: [label('profanity', 'mask'), label('threat', 'blind'), label('advertisement', 'hide')],
  },
};

export async function addReviewQueue(house: Pick<TestHouse, 'db'>): Promise<string> {
  const { queueId } = await createQueue(house, commandActor, newQueue.parse(smallReviewQueue));
  return queueId;
}

/** Reviews of one store, one a day from the first of January on, in the order of `texts`. */
export async function addReviews(
  { db }: Pick<TestHouse, 'db'>,
  texts: readonly string[],
  author = '단골',
): Promise<{ storeId: string }> {
  const store = await db.prisma.store.create({
    data: { externalId: randomUUID(), name: '모퉁이치킨', nameJamo: '', nameInitials: '', weeklyOrders: 40 },
  });
  await db.prisma.review.createMany({
    data: texts.map((text, n) => ({
      storeId: store.id,
      externalId: `${store.id}-${n}`,
      author,
      rating: (n % 5) + 1,
      text,
      writtenAt: new Date(Date.UTC(2026, 0, 1 + n)),
    })),
  });
  return { storeId: store.id };
}

/** Leases up to ten tasks of the queue of reviews. */
export function leaseReviews(app: Pick<App, 'db' | 'champions'>, userId: string): Promise<LeasedTask[]> {
  return claim(app, { userId, queueKey: smallReviewQueue.key, count: 10, holding: [] });
}

/** Lets the time of every effect that has an end run out. */
export async function endBlinds(app: Pick<App, 'db'>): Promise<void> {
  await app.db.prisma.reviewEffect.updateMany({ where: { endsAt: { not: null } }, data: { endsAt: new Date(0) } });
  await restoreDue(app);
}

/** Decides a task so; throws when it is refused. Returns the decision's id. */
export async function answerReview(
  app: Pick<App, 'db'>,
  input: { userId: string; task: Pick<LeasedTask, 'taskId' | 'fence'>; answer: GivenAnswer; comment?: string },
): Promise<string> {
  const { userId, task, answer, comment } = input;
  const decisionId = randomUUID();
  const [outcome] = await decide(app, {
    userId,
    requestId: 'test',
    decisions: [
      {
        decisionId,
        taskId: task.taskId,
        fence: task.fence,
        labelKey: null,
        answer,
        skipReason: null,
        durationMs: 900,
        ...(comment === undefined ? {} : { comment }),
      },
    ],
  });
  if (outcome?.status !== 'acknowledged') throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return decisionId;
}

/** The review of a leased task. */
export function reviewOf(task: LeasedTask | undefined): ReviewView {
  if (task?.item.kind !== 'review') throw new Error('not the task of a review');
  return task.item;
}
