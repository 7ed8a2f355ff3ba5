import { readFile } from 'node:fs/promises';
import { matchesKorean } from '@jeoul/shared/korean/search';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test, vi } from 'vitest';
import { type DemoPerson, demoPerson } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { queueKey } from './labeling-page.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

const site = demoSite({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
let operator: DemoPerson;
let analyst: DemoPerson;

beforeAll(async () => {
  operator = await demoPerson(site.url, 'operator@demo.jeoul');
  analyst = await demoPerson(site.url, 'analyst@demo.jeoul');
});

async function open(person: DemoPerson, search = ''): Promise<Page> {
  await site.context.addCookies(person.cookies);
  const page = await site.context.newPage();
  await page.goto(`${site.url}/queues/${queueKey}/list${search}`);
  await rows(page).first().waitFor();
  return page;
}

const rows = (page: Page) => page.getByRole('grid').locator('[role=rowgroup] [role=row]');
const firstText = (page: Page) => rows(page).first().getByRole('gridcell').first().innerText();

test('a list is narrowed and ordered by hand, the address keeps it, and a reload shows the same', async () => {
  const page = await open(operator);
  const errors = watchErrors(page);
  await page.getByLabel('찾는 말').fill('ㅊㅋ');
  await page.getByText('‘ㅊㅋ’가 든').waitFor();
  await expect.poll(async () => matchesKorean('ㅊㅋ', await firstText(page))).toBe(true);
  await page.getByRole('columnheader', { name: '들어온 때' }).getByRole('button').click();
  await page.waitForURL(/sort=-created/);
  await page.locator('[role=grid][aria-busy=false]').waitFor();
  const before = await firstText(page);
  await page.reload();
  await rows(page).first().waitFor();
  expect(await firstText(page)).toBe(before);
  await page.getByRole('button', { name: /조건 빼기: ‘ㅊㅋ’/ }).click();
  await expect.poll(() => page.url()).not.toContain('text=');
  expect(errors).toEqual([]);
});

test('by keyboard many tasks are chosen, answered at once with what that touches shown before, and taken back as one', async () => {
  const page = await open(operator);
  const decisions = () => operator.api.labeling.lists.decisions.query({ queueKey });
  const before = (await decisions()).rows.length;
  for (const key of ['KeyJ', 'KeyX', 'KeyJ', 'KeyX', 'KeyJ', 'KeyX']) await page.keyboard.press(key);
  await page.getByText('3건 선택').waitFor();
  await page.keyboard.press('KeyL');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('3', { exact: true }).first().waitFor();
  await dialog.getByRole('combobox').selectOption({ index: 1 });
  await expectNoAxeViolations(page);
  await screenshot(page, 'records-batch');
  await dialog.getByRole('button', { name: /한꺼번에 판정/ }).click();
  await page.getByText('3건을 처리했습니다.').waitFor();
  expect((await decisions()).rows.length).toBe(before + 3);
  await page.getByRole('button', { name: '실행 취소' }).click();
  await page.getByText('3건을 되돌렸습니다.').waitFor();
  const after = (await decisions()).rows;
  expect(after.slice(0, 3).map((row) => row.kind)).toEqual(['undone', 'undone', 'undone']);

  // What happened to a task stands beside the list.
  await page.getByRole('button', { name: '판정', exact: true }).click();
  await rows(page).first().waitFor();
  await rows(page).first().click();
  await page.getByText('판정을 취소함').waitFor();
  await screenshot(page, 'records-history');
});

test('many tasks are skipped for a reason chosen by its digit, and a key takes that back after its notice is gone', async () => {
  const page = await open(operator);
  const bar = page.locator('footer');
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('KeyJ', 'KeyX', 'KeyJ', 'KeyX', 'KeyS');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('왜 건너뛰나요?').waitFor();
  await dialog.getByText('2', { exact: true }).first().waitFor();
  await press('Digit4');
  await dialog.locator('[aria-pressed=true]').getByText('나중에').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'records-batch-skip');
  await press('Enter');
  await page.getByText('2건을 처리했습니다.').waitFor();
  const newest = async () => (await operator.api.labeling.lists.decisions.query({ queueKey })).rows.slice(0, 2);
  expect((await newest()).map((row) => row.skipReason)).toEqual(['later', 'later']);
  await page.getByText('2건을 처리했습니다.').waitFor({ state: 'detached' });
  await bar.getByText('한꺼번에 한 것 되돌리기').waitFor();
  await press('KeyZ');
  await page.getByText('2건을 되돌렸습니다.').waitFor();
  expect((await newest()).map((row) => row.kind)).toEqual(['undone', 'undone']);
  expect(await bar.getByText('한꺼번에 한 것 되돌리기').count()).toBe(0);
});

test('a view is kept under its name and opened again', async () => {
  const page = await open(operator, '?text=%EC%B9%98%ED%82%A8&hide=%5B%22orders%22%5D');
  await page.getByRole('button', { name: '보기', exact: true }).click();
  await page.getByRole('menuitem', { name: '지금 보기 저장' }).click();
  await page.getByLabel('보기 이름').fill('치킨만');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '치킨만' }).waitFor();
  await page.goto(`${site.url}/queues/${queueKey}/list`);
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: '보기', exact: true }).click();
  await page.getByRole('menuitem', { name: '치킨만' }).click();
  await page.waitForURL(/text=/);
  await expect.poll(() => firstText(page)).toContain('치킨');
  expect(await page.getByRole('columnheader', { name: '주간 주문' }).count()).toBe(0);
});

test('the filtered list is handed out as a file, and its rows are receipted', async () => {
  const page = await open(operator, '?text=%EC%B9%98%ED%82%A8');
  await page.getByRole('button', { name: '내보내기' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  const lines = (await readFile((await download.path()) ?? '', 'utf8')).trim().split('\r\n');
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.slice(1).filter((line) => !matchesKorean('치킨', line))).toEqual([]);
  await page.getByText(`${(lines.length - 1).toLocaleString('ko')}건을 내보냈습니다`).waitFor();
});

test('an analyst reads and exports but is offered nothing that changes', async () => {
  const page = await open(analyst);
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyX');
  await page.keyboard.press('KeyA');
  expect(await page.getByText(/건 선택/).count()).toBe(0);
  expect(await page.getByRole('button', { name: '내보내기' }).count()).toBe(1);
});

test('a list that finds nothing says what to do, and one that can not be read offers another try', async () => {
  const page = await open(operator);
  await page.getByLabel('찾는 말').fill('깽깽이풀');
  await page.getByText('조건에 맞는 건이 없습니다').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'records-empty');
  let isBroken = true;
  await page.route('**/trpc/**lists.tasks**', (route) => (isBroken ? route.abort() : route.continue()));
  await page.getByLabel('찾는 말').fill('치킨');
  await page.getByRole('button', { name: '다시 시도' }).waitFor({ timeout: 30_000 });
  isBroken = false;
  await page.getByRole('button', { name: '다시 시도' }).click();
  await expect.poll(() => firstText(page)).toContain('치킨');
});

const looks = [
  { locale: 'ko', theme: 'dark' },
  { locale: 'en', theme: 'light' },
] as const;

test.each(looks)('axe finds nothing on the lists in $locale, $theme', async (look) => {
  await operator.api.access.updatePreferences.mutate(look);
  const page = await open(operator, '?predicted=&text=%EC%B9%98%ED%82%A8');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('Enter');
  await vi.waitUntil(() => page.url().includes('task='));
  await expectNoAxeViolations(page);
  await screenshot(page, `records-tasks-${look.locale}-${look.theme}`);
  await page.goto(`${site.url}/queues/${queueKey}/list?view=decisions`);
  await rows(page).first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, `records-decisions-${look.locale}-${look.theme}`);
});
