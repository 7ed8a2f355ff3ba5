import type { DemoSize } from '@jeoul/demo/marketplace';
import { createDemoAccounts } from '../features/access/demo-accounts.ts';
import { createQueue } from '../features/labeling/queue-setup.service.ts';
import { demoAbuseQueue, demoAspectQueue, demoMenuQueue } from '../features/platform/demo-queues.ts';
import {
  abuseQuestion,
  aspectQuestion,
  seedAnswers,
  seedMarketplace,
  seedReviewAnswers,
} from '../features/platform/demo.service.ts';
import type { App } from '../lib/app.ts';
import { commandActor } from '../lib/audit.ts';

const settingKey = 'demo';

/** What became of the demo on this installation: null until its making began. */
export async function demoState(app: Pick<App, 'db'>): Promise<{ isReady: boolean } | null> {
  const setting = await app.db.prisma.setting.findUnique({ where: { key: settingKey } });
  if (!setting) return null;
  return { isReady: (setting.value as { isReady?: boolean }).isReady === true };
}

/**
 * Makes the demo marketplace: accounts, stores, menus, reviews, the queues of menus and of reviews, and the answers their first
 * models learn from.
 * Every step can be repeated, so one that was broken off is finished at the next start with the seed it began with.
 */
export async function makeDemo(
  app: Pick<App, 'db'>,
  { size, seed, tell }: { size: DemoSize; seed: number; tell: (line: string) => void },
): Promise<void> {
  const { prisma } = app.db;
  const begun = await prisma.setting.upsert({
    where: { key: settingKey },
    create: { key: settingKey, value: { size, seed, now: new Date().toISOString(), isReady: false } },
    update: {},
  });
  const plan = begun.value as { size: DemoSize; seed: number; now: string };
  const options = { size: plan.size, seed: plan.seed, now: new Date(plan.now) };
  await createDemoAccounts(app);
  let last = '';
  await seedMarketplace(app, options, (what, done) => {
    if (what !== last || done % 20_000 === 0) tell(`  ${what} …`);
    last = what;
  });
  const queueIdOf = async (queue: typeof demoMenuQueue): Promise<string> => {
    const existing = await prisma.queue.findUnique({ where: { key: queue.key } });
    return existing?.id ?? (await createQueue(app, commandActor, queue)).queueId;
  };
  const answers = await seedAnswers(app, options, await queueIdOf(demoMenuQueue));
  const abuse = { queueId: await queueIdOf(demoAbuseQueue), question: abuseQuestion };
  const aspects = { queueId: await queueIdOf(demoAspectQueue), question: aspectQuestion };
  const abuseAnswers = await seedReviewAnswers(app, options, abuse);
  const aspectAnswers = await seedReviewAnswers(app, options, aspects);
  const [stores, items, reviews] = await Promise.all([
    prisma.store.count(),
    prisma.menuItem.count(),
    prisma.review.count(),
  ]);
  await prisma.setting.update({ where: { key: settingKey }, data: { value: { ...plan, isReady: true } } });
  tell(
    `  ${stores} stores, ${items} menu items (${answers} with an answer), ${reviews} reviews (${abuseAnswers} with one on abuse, ${aspectAnswers} on taste and texture)`,
  );
}
