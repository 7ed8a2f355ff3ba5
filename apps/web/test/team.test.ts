import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type DemoPerson, demoPerson } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { queueKey } from './labeling-page.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

const site = demoSite({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
let operator: DemoPerson;
let lead: DemoPerson;

const queueName = '메뉴 분류';
/** Decided by the operator before anything is looked at: all as the model says but for the first three; one taken back. */
const decided = 26;
const corrected = 3;

beforeAll(async () => {
  operator = await demoPerson(site.url, 'operator@demo.jeoul');
  lead = await demoPerson(site.url, 'ml@demo.jeoul');
  const made = await decide(decided);
  await operator.api.labeling.undo.mutate({ decisionId: made.at(-1) ?? '' });
});

async function decide(count: number): Promise<string[]> {
  const tasks = await operator.api.labeling.claim.mutate({ queueKey, count, holding: [] });
  const labels = await operator.api.labeling.labels.query({ queueKey });
  const decisions = tasks.slice(0, count).map((task, at) => {
    const predicted = task.prediction?.scores[0]?.labelKey ?? '';
    const other = labels.find((label) => label.isLeaf && label.key !== predicted)?.key ?? '';
    return {
      decisionId: randomUUID(),
      taskId: task.taskId,
      fence: task.fence,
      labelKey: count === decided && at < corrected ? other : predicted,
      skipReason: null,
      durationMs: 1_500 + 100 * at,
    };
  });
  const outcomes = await operator.api.labeling.decide.mutate({ decisions });
  expect(outcomes.every((outcome) => outcome.status === 'acknowledged')).toBe(true);
  return decisions.map(({ decisionId }) => decisionId);
}

async function open(person: DemoPerson, path: string): Promise<Page> {
  await site.context.addCookies(person.cookies);
  const page = await site.context.newPage();
  await page.goto(site.url + path);
  return page;
}

const listRows = (page: Page) => page.getByRole('grid').locator('[role=rowgroup] [role=row]');

/** Opens a figure by its name and returns it with what the list it leads to says it found. */
async function drill(page: Page, region: string, name: RegExp): Promise<{ figure: number; found: number }> {
  const link = page.getByRole('region', { name: region }).getByRole('link', { name }).first();
  const figure = Number((await link.innerText()).replaceAll(',', ''));
  await link.click();
  await page.waitForURL(/\/list/);
  await page.locator('[role=grid][aria-busy=false]').waitFor();
  await listRows(page).first().waitFor();
  const heading = page.getByText('찾은 건').locator('b');
  const found = Number((await heading.innerText()).replaceAll(',', ''));
  await page.goBack();
  await page.getByRole('region', { name: region }).first().waitFor();
  return { figure, found };
}

test('a lead sees what the team did, and each figure opens the list of exactly that', async () => {
  const page = await open(lead, `/team?queue=${queueKey}&days=1`);
  const errors = watchErrors(page);
  const answered = await drill(page, '지금 대기', new RegExp(`${queueName} 오늘 판정 `));
  expect(answered).toEqual({ figure: decided - 1, found: decided - 1 });
  expect(await drill(page, '지금 대기', /오늘 취소 /)).toEqual({ figure: 1, found: 1 });
  const byOperator = await drill(page, '사람별', /운영자 판정 /);
  expect(byOperator).toEqual({ figure: decided - 1, found: decided - 1 });
  const correction = await drill(page, '처리량', /교정 /);
  expect(correction).toEqual({ figure: corrected, found: corrected });
  const label = await drill(page, '모델 제안을 그대로 둔 비율', /사람의 판정 /);
  expect(label.found).toBe(label.figure);
  await page.getByText('두 사람 이상이 판정한 건으로 잽니다').waitFor();
  const agreement = page.getByRole('region', { name: '일치도' }).getByRole('table').first();
  expect(await agreement.innerText()).toContain('판정 부족');
  await expectNoAxeViolations(page);
  await screenshot(page, 'team-ko-light');
  expect(errors).toEqual([]);
});

test('queue and range are chosen by key and kept in the address, and a decision changes the figures by itself', async () => {
  const page = await open(lead, '/team');
  await page.getByRole('region', { name: '지금 대기' }).first().waitFor();
  await page.keyboard.press('KeyQ');
  await page.waitForURL(/queue=menu-category/);
  await page.keyboard.press('Digit1');
  await page.waitForURL(/days=1/);
  const today = page.getByRole('region', { name: '지금 대기' }).getByRole('link', { name: /오늘 판정 / });
  await today.first().waitFor();
  const before = Number(await today.first().innerText());
  await decide(2);
  await expect.poll(async () => Number(await today.first().innerText()), { timeout: 15_000 }).toBe(before + 2);
});

test('an operator sees their own record, and the team’s neither in the rail nor by its address', async () => {
  const page = await open(operator, '/own?days=1');
  const own = page.getByRole('region', { name: '지난날과 견주어' }).first();
  await own.waitFor();
  const all = await drill(page, '이 기간의 판정', new RegExp(`${queueName} 판정 `));
  expect(all.found).toBe(all.figure);
  await page.getByRole('navigation').getByRole('link', { name: '내 기록' }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link', { name: '팀 현황' }).count()).toBe(0);
  await page.goto(`${site.url}/team`);
  await page.getByRole('heading', { name: '이 페이지를 열 권한이 없습니다' }).waitFor();
  await expect(operator.api.labeling.team.figures.query({ days: 7 })).rejects.toThrow();
});

test('both pages are without a finding of axe in English and dark', async () => {
  await lead.api.access.updatePreferences.mutate({ locale: 'en', theme: 'dark' });
  const page = await open(lead, '/team?days=28');
  await page.getByRole('region', { name: 'Agreement' }).first().waitFor();
  await page.locator('canvas').first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'team-en-dark');
  await page.goto(`${site.url}/own`);
  await page.getByText('No decision yet').waitFor();
  await expectNoAxeViolations(page);
});
