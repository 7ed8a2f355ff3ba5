import type { LabelView } from '@jeoul/shared/labeling/contract';
import type { Locator } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type DemoPerson, demoPerson } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { firstModel, queueKey, WorkPage } from './labeling-page.ts';

const site = demoSite({ viewport: { width: 1280, height: 800 }, locale: 'ko-KR' });
let operator: DemoPerson;
let labels: LabelView[];

beforeAll(async () => {
  operator = await demoPerson(site.url, 'operator@demo.jeoul');
  labels = await operator.api.labeling.labels.query({ queueKey });
  await firstModel(operator.api);
});

beforeEach(async () => {
  await site.context.addCookies(operator.cookies);
});

/** The queue's page with everything ready. */
async function openQueue(): Promise<WorkPage> {
  const work = new WorkPage(await site.context.newPage());
  await work.open(site.url);
  await work.savedAndReady();
  return work;
}

test('a press on the frame by mouse leaves the keyboard with the work', async () => {
  const work = await openQueue();
  const { page } = work;
  const state = () =>
    page.evaluate(() => ({
      lang: document.documentElement.lang,
      theme: document.documentElement.dataset.theme,
      folds: [...document.querySelectorAll('[aria-expanded]')].map((fold) => fold.getAttribute('aria-expanded')).join(),
      address: location.pathname,
    }));
  const presses: (() => Promise<void>)[] = [
    async () => {
      await page.getByRole('button', { name: /^KO/ }).click();
      await page.getByRole('button', { name: /^EN/ }).click();
      await page.getByRole('button', { name: /^KO/ }).waitFor();
    },
    () => page.getByRole('button', { name: /^테마/ }).click(),
    () => page.getByRole('button', { name: '오른쪽 접기' }).click(),
    () => page.getByRole('button', { name: '메뉴 이름 보이기' }).click(),
    () => page.getByRole('navigation', { name: '주 메뉴' }).getByRole('link', { name: '검수함' }).hover(),
    async () => {
      await page.getByRole('button', { name: /운영자 메뉴/ }).click();
      await page.getByRole('menu').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    },
    async () => {
      await page.getByRole('button', { name: /찾기 · 이동 · 실행/ }).click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  ];
  for (const press of presses) {
    await press();
    const before = await state();
    await work.decide('Enter');
    expect(await state()).toEqual(before);
  }
  await page.getByRole('button', { name: '오른쪽 펴기' }).click();
  await page.getByRole('button', { name: '메뉴 이름 숨기기' }).click();
  await work.saved();
});

test('every family of the tree has its key printed on it, Escape leaves the tree, and the evidence follows', async () => {
  const work = await openQueue();
  const { page } = work;
  const families = labels.filter(({ parentKey }) => parentKey === null);
  const proposed = await work.answer(1);
  await page.keyboard.press('KeyT');
  const rows = page.locator('main button:has(.below)');
  await expect.poll(() => rows.count()).toBe(families.length);
  const keys = await rows.evaluateAll((all) => all.map((row) => row.querySelector('kbd')?.textContent));
  expect(new Set(keys).size).toBe(families.length);
  expect(keys.slice(8, 11)).toEqual(['9', 'A', 'B']);
  await page.getByText('묶음을 열면 라벨마다 이유가 보입니다.').waitFor();
  await page.keyboard.press('KeyB');
  const inside = labels.filter(({ parentKey }) => parentKey === families[10]?.key);
  await page
    .locator('main button', { hasText: inside[0]?.nameKo ?? '' })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  expect(await work.answer(1)).toBe(proposed);

  // The palette shows a label where it stands, without deciding anything.
  const before = await work.see();
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('dialog').getByRole('combobox').fill('ㅎㄹㅇㄷ');
  await page.getByRole('option', { name: '라벨 치킨 › 후라이드', selected: true }).waitFor();
  // Enter is not taken for what has only just come to stand there.
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await page.locator('main button[data-focused=true]', { hasText: '후라이드' }).waitFor();
  expect(await work.see()).toEqual(before);
  await page.keyboard.press('Escape');

  // A search that finds nothing explains nothing.
  await page.keyboard.press('Slash');
  await page.keyboard.type('qqzz');
  await page.getByText('라벨을 고르면 이름의 어느 글자가').waitFor();
  expect(await page.locator('main mark').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Slash');
  const sheet = page.getByRole('dialog', { name: '단축키' });
  expect(await sheet.getByText('번호로 고르기').locator('xpath=..').innerText()).toMatch(/1\s*–\s*9/);
  await page.keyboard.press('Escape');
});

test('a person’s own key works, is printed where the old one was, and stays with them', async () => {
  const work = await openQueue();
  const { page } = work;
  const sheet = page.getByRole('dialog', { name: '단축키' });
  const change = sheet.getByRole('button', { name: '실행 취소: 키 바꾸기' });
  await page.keyboard.press('Shift+Slash');
  await change.click();
  await sheet.getByText('새 키를 누르세요').waitFor();
  // Taken by what can't move, then given up with Escape, which closes nothing.
  await page.keyboard.press('Digit1');
  await sheet.getByText('쓸 수 없는 키입니다').waitFor();
  await page.keyboard.press('Escape');
  // What skips has S: it gets Z in exchange.
  await change.click();
  const stored = page.waitForResponse((response) => response.url().includes('access.updatePreferences'));
  await page.keyboard.press('KeyS');
  const printed = (button: Locator) => button.locator('kbd').innerText();
  await expect.poll(() => printed(change)).toBe('S');
  expect(await printed(sheet.getByRole('button', { name: '건너뛰기: 키 바꾸기' }))).toBe('Z');
  expect((await stored).status()).toBe(200);
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  const first = await work.decide('Enter');
  await expect.poll(() => work.done.first().locator('kbd').innerText()).toBe('S');
  await page.keyboard.press('KeyS');
  await expect.poll(() => work.item.innerText()).toBe(first);

  await page.reload();
  await work.item.waitFor();
  await page.keyboard.press('KeyZ');
  await page.getByRole('group', { name: /건너뛰/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Slash');
  await sheet.getByRole('button', { name: '처음대로' }).click();
  await expect.poll(() => printed(change)).toBe('Z');
});
