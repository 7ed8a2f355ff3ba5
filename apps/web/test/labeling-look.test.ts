import type { BrowserContext } from 'playwright-core';
import { beforeAll, test } from 'vitest';
import { demoPerson, type DemoPerson, person } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { createAdmin, startInstallation } from './installation.ts';
import { firstModel, queueKey, WorkPage } from './labeling-page.ts';
import { screenshot } from './screenshot.ts';

const site = demoSite();
let operator: DemoPerson;
let engineer: DemoPerson;

beforeAll(async () => {
  operator = await demoPerson(site.url, 'operator@demo.jeoul');
  engineer = await demoPerson(site.url, 'ml@demo.jeoul');
  await firstModel(operator.api);
});

async function open(who: DemoPerson, look: Look): Promise<BrowserContext> {
  await who.api.access.updatePreferences.mutate(look);
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: look.theme,
    reducedMotion: 'reduce',
  });
  await context.addCookies(who.cookies);
  return context;
}

type Look = { locale: 'ko' | 'en'; theme: 'light' | 'dark' };
const looks: Look[] = [
  { locale: 'ko', theme: 'light' },
  { locale: 'en', theme: 'dark' },
];

test.each(looks)('axe finds nothing on a queue at work in $locale, $theme', async (look) => {
  const context = await open(operator, look);
  const page = await context.newPage();
  const work = new WorkPage(page);
  const check = async (state: string) => {
    await expectNoAxeViolations(page);
    await screenshot(page, `queue-${state}-${look.locale}-${look.theme}`);
  };
  await page.goto(`${site.url}/queues`);
  await page.getByRole('row', { name: look.locale === 'ko' ? /메뉴 분류/ : /Menu categories/ }).waitFor();
  await check('list');
  await page.keyboard.press('Enter');
  await work.item.waitFor();

  // Something accepted, something corrected, something skipped, and a decision that met another one.
  const { api } = engineer;
  await page.waitForFunction(() => document.querySelectorAll('[aria-current="true"] ~ li').length >= 8);
  const [first] = work.leased;
  if (!first) throw new Error('nothing was leased');
  await operator.api.labeling.release.mutate({ leases: [{ taskId: first.taskId, fence: first.fence }] });
  const taken = await api.labeling.claim.mutate({ queueKey, count: 40 });
  const theirs = taken.find(({ taskId }) => taskId === first.taskId);
  if (!theirs) throw new Error('the released task was not claimed');
  await api.labeling.decide.mutate({
    decisions: [
      {
        decisionId: crypto.randomUUID(),
        taskId: theirs.taskId,
        fence: theirs.fence,
        labelKey: 'chicken-fried',
        skipReason: null,
        durationMs: 1000,
      },
    ],
  });
  await api.labeling.release.mutate({ leases: taken.map(({ taskId, fence }) => ({ taskId, fence })) });
  for (const key of ['Digit2', 'Enter', 'Digit3', 'KeyS', 'Digit1', 'Enter']) await page.keyboard.press(key);
  await work.conflicts.waitFor();
  await page.locator('[role=meter]').first().waitFor();
  await check('work');

  await page.keyboard.press('Slash');
  await page.keyboard.type('ㅂㅂ');
  await page.getByRole('option').first().waitFor();
  await check('search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyT');
  await check('tree');
  await page.keyboard.press('KeyS');
  await check('skip');
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyZ');
  await check('undone');
  await context.setOffline(true);
  await page.keyboard.press('KeyT');
  for (let n = 0; n < 14; n += 1) await page.keyboard.press('Enter');
  await work.status.getByText(/연결 끊김 · \d+건 보관 중|Disconnected · \d+ kept here/).waitFor();
  await check('offline');
  await context.setOffline(false);
  await work.item.waitFor();
  await context.close();
});

test('a queue with nothing in it is calm, says why, and is as readable', async () => {
  await using empty = await startInstallation(['--empty']);
  const account = { email: 'first@example.test', password: 'a long enough password' };
  await createAdmin(empty, account);
  const admin = await person(empty.url, account);
  await admin.api.labeling.createQueue.mutate({
    key: queueKey,
    slotKey: queueKey,
    nameKo: '메뉴 분류',
    nameEn: 'Menu categories',
    itemKind: 'menu_item',
    labelSet: {
      key: queueKey,
      kind: 'single',
      nameKo: '메뉴 분류',
      nameEn: 'Menu categories',
      labels: ['치킨', '피자'].map((nameKo, n) => ({
        key: `label-${n}`,
        parentKey: null,
        nameKo,
        nameEn: nameKo,
        guidelineKo: null,
        guidelineEn: null,
      })),
    },
  });
  const context = await open(admin, { locale: 'ko', theme: 'light' });
  const page = await context.newPage();
  await page.goto(`${empty.url}/queues/${queueKey}`);
  await page.getByText('지금 판정할 건이 없습니다').waitFor();
  await page.getByText('모두 확정했습니다').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'queue-empty-ko-light');
  await page.goto(`${empty.url}/queues/no-such-queue`);
  await page.getByRole('heading', { name: '없는 페이지입니다' }).waitFor();
  await expectNoAxeViolations(page);
  await context.close();
});
