import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoPerson, demoPerson } from './api-client.ts';
import { launchChromium } from './chromium.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { type Installation, startInstallation } from './installation.ts';
import { queueKey, WorkPage } from './labeling-page.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

let installation: Installation;
let browser: Browser;
let context: BrowserContext;
let operator: DemoPerson;

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), launchChromium()]);
  operator = await demoPerson(installation.url, 'operator@demo.jeoul');
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'ko-KR',
    reducedMotion: 'reduce',
  });
  await context.addCookies(operator.cookies);
});
afterAll(async () => {
  await browser?.close();
  await installation?.[Symbol.asyncDispose]();
});

const hint = (page: Page) => page.locator('footer').getByRole('button', { name: /비슷한 [\d,]+건에도/ });
const options = (page: Page) => page.getByRole('dialog').getByRole('option');
const figure = (page: Page, name: string) =>
  page.getByRole('dialog').locator('dl > div').filter({ hasText: name }).locator('dd').innerText();

/** Passes tasks on until there is one under the hand that several others are like. */
async function findGroup(work: WorkPage): Promise<void> {
  for (let passed = 0; passed < 40; passed++) {
    const text = await hint(work.page)
      .innerText({ timeout: 1_000 })
      .catch(() => '');
    if (Number(/\d+/.exec(text)?.[0] ?? 0) >= 3) return;
    await work.decide('KeyS', 'Digit2');
    await work.saved();
  }
  throw new Error('no task of the demo has three like it');
}

const start = new Date().toISOString();

/** The labels that stand of what was decided since this test began. */
async function stored(): Promise<(string | null)[]> {
  const { rows } = await operator.api.labeling.lists.decisions.query({ queueKey, decidedFrom: start, limit: 200 });
  return rows.flatMap((row) => (row.kind === 'accepted' || row.kind === 'corrected' ? row.labelKey : []));
}

/** The server does what it is asked to, and its answer is lost on the way. */
async function loseFirstAnswer(page: Page): Promise<void> {
  await page.route(
    /labeling\.similar\.decide/,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}

test('one label goes to what is like the task under the hand but for what is taken out, once though the answer is lost, and Z takes all of it back after a reload', async () => {
  const work = new WorkPage(await context.newPage());
  const { page } = work;
  const errors = watchErrors(page);
  await work.open(installation.url);
  await work.savedAndReady();
  await findGroup(work);
  const item = await work.item.innerText();
  const done = await work.done.count();

  await page.keyboard.press('KeyG');
  await options(page).first().waitFor();
  const count = await options(page).count();
  expect(await figure(page, '항목')).toBe(String(count + 1));
  await expectNoAxeViolations(page);
  await screenshot(page, 'similar-ko-light');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyX');
  expect(await options(page).nth(1).getAttribute('aria-selected')).toBe('false');
  expect(await figure(page, '항목')).toBe(String(count));
  await page.keyboard.press('KeyN');
  expect(await figure(page, '항목')).toBe('1');
  await page.keyboard.press('KeyA');
  await options(page).nth(1).click();
  expect(await figure(page, '항목')).toBe(String(count));
  await loseFirstAnswer(page);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('네트워크를 확인해 주세요').waitFor();
  expect((await stored()).length).toBe(count);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText(`${count}건을 판정했습니다.`).waitFor();
  await work.done
    .first()
    .getByText(`외 ${count - 1}건`)
    .waitFor();
  expect(await work.done.count()).toBe(done + 1);
  const labels = await stored();
  expect([labels.length, new Set(labels).size]).toEqual([count, 1]);

  await page.reload();
  await work.item.waitFor();
  await work.savedAndReady();
  await work.done
    .first()
    .getByText(`외 ${count - 1}건`)
    .waitFor();
  await page.keyboard.press('KeyZ');
  await page.getByText(`${count}건을 되돌렸습니다.`).waitFor();
  expect(await work.item.innerText()).toBe(item);
  expect(await work.done.count()).toBe(done);
  expect(await stored()).toEqual([]);

  await page.getByRole('button', { name: /^KO/ }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.keyboard.press('KeyG');
  await options(page).first().waitFor();
  expect(await options(page).count()).toBe(count);
  await expectNoAxeViolations(page);
  await screenshot(page, 'similar-en-dark');
  await page.keyboard.press('Escape');
  expect(errors.filter((error) => !error.includes('net::ERR_FAILED'))).toEqual([]);
});
