import { expect, it } from 'vitest';
import { demoPerson } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

const site = demoSite();

const file = {
  name: 'menus.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '가게,메뉴명,가격,비고',
      ...Array.from({ length: 40 }, (_, n) => `새벽시장국수,칼국수 ${n}번,${7000 + n * 100},x`),
      '새벽시장국수,,9000,이름 없음',
      '새벽시장국수,수제비,시가,값 없음',
    ].join('\r\n'),
  ),
};

it('a file chosen on the page is previewed with a guessed mapping, tried without storing, imported, and its bad rows named', async () => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${site.url}/imports`);
  await page.getByRole('heading', { level: 1, name: '저울' }).waitFor();
  await page.keyboard.press('2');
  await page.getByRole('heading', { level: 1, name: '가져오기' }).waitFor();
  await expectNoAxeViolations(page);

  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByText('칼국수 0번').first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'import-preview-ko-light');

  const { api: client } = await demoPerson(site.url, 'ml@demo.jeoul');
  const waitingBefore = (await client.labeling.queues.query())[0]?.waiting ?? 0;
  await page.getByRole('button', { name: /^모의 실행/ }).click();
  await page.getByText('새로 저장될 행').waitFor();
  await page.waitForFunction(() => document.body.innerText.includes('41'));
  expect((await client.labeling.queues.query())[0]?.waiting).toBe(waitingBefore);

  await page
    .getByRole('button', { name: /가져오기/ })
    .last()
    .click();
  await page.getByText(/menus\.csv: 42행을 읽어 41행을 새로 저장했습니다/).waitFor({ timeout: 60_000 });
  await page.getByText('문제가 있는 행').first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'import-result-ko-light');
  expect((await client.labeling.queues.query())[0]?.waiting).toBe(waitingBefore + 41);

  const href = await page.getByRole('link', { name: '문제 목록 CSV' }).getAttribute('href');
  const problems = await context.request.get(`${site.url}${href}`);
  const text = await problems.text();
  expect(problems.status()).toBe(200);
  expect(text).toContain('42');
  expect(text).toContain('시가');
  await page.goto(`${site.url}/`);
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('dialog').getByRole('combobox').fill('menus.csv');
  await page
    .getByRole('option', { name: /^menus\.csv · 메뉴/ })
    .first()
    .waitFor();
  // The palette takes no Enter while its rows have only just changed.
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  expect(errors).toEqual([]);
  await context.close();
}, 180_000);
