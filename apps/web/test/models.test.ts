import type { Locale, Theme } from '@jeoul/shared/access/preferences';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type DemoPerson, demoPerson } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

const slotKey = 'menu-category';
const slotPath = `/models/${slotKey}`;

const site = demoSite({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
let engineer: DemoPerson;
let operator: DemoPerson;

beforeAll(async () => {
  engineer = await demoPerson(site.url, 'ml@demo.jeoul');
  operator = await demoPerson(site.url, 'operator@demo.jeoul');
  await vi.waitUntil(async () => (await slot()).champion !== null, { timeout: 120_000, interval: 300 });
});

const slot = () => engineer.api.models.slot.query({ slotKey });
const versions = () => engineer.api.models.versions.query({ slotKey });

async function open(person: DemoPerson, path: string): Promise<Page> {
  await site.context.clearCookies();
  await site.context.addCookies(person.cookies);
  const page = await site.context.newPage();
  await page.goto(site.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** The sentence on top of the page. */
const verdict = (page: Page) => page.getByRole('heading', { level: 1 });

/** Trains once more through the API on what is there, and waits for the version it makes. */
async function trainAgain(): Promise<number> {
  const [before] = await versions();
  await engineer.api.models.train.mutate({ slotKey });
  await vi.waitUntil(async () => (await versions())[0]?.number !== before?.number, { timeout: 60_000, interval: 200 });
  return (await versions())[0]?.number ?? 0;
}

describe('an ML engineer', () => {
  it('lets a person promote, trains, sees it happen, promotes what waits, rolls back and finds it all in the history', async () => {
    const page = await open(engineer, '/models');
    const errors = watchErrors(page);

    // From the list of slots into the one there is, by keyboard.
    await page.getByRole('row', { name: /메뉴 분류/ }).waitFor();
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${slotPath}`);
    await expect.poll(() => verdict(page).innerText()).toContain('운영 모델 v1');
    await page.getByRole('img', { name: /확정 .*건에서 정확도/ }).waitFor();

    // From now on a person promotes.
    await page.keyboard.press('Comma');
    const settings = page.getByRole('dialog', { name: /설정/ });
    await settings.getByRole('radio', { name: /사람이 승격/ }).check();
    await settings.getByRole('button', { name: /저장/ }).click();
    await settings.waitFor({ state: 'detached' });
    await page.getByText('사람이 승격', { exact: true }).waitFor();

    // Training on the very same resolutions makes an equal model, which waits for its person.
    await page.keyboard.press('KeyT');
    await page.getByRole('progressbar', { name: '학습 진행률' }).waitFor();
    await page.getByRole('button', { name: '학습 멈추기' }).waitFor();
    await page.getByText(/마지막 학습의 결과는/).waitFor();
    await expect.poll(() => verdict(page).innerText()).toContain('후보 v2가 사람의 확인을 기다립니다');
    const newest = page.getByRole('grid', { name: '버전' }).getByRole('row').nth(1);
    await expect.poll(() => newest.innerText()).toContain('사람의 확인 필요');
    await screenshot(page, 'models-slot');

    // To the version, and its promotion with a reason.
    await page.keyboard.press('KeyW');
    await page.waitForURL(`**${slotPath}/2`);
    await expect.poll(() => verdict(page).innerText()).toContain('후보 v2는 v1 대비 정확도가 같습니다');
    await page.getByRole('grid', { name: '라벨별 성적' }).waitFor();
    await screenshot(page, 'models-version');
    await page.keyboard.press('KeyP');
    const promotion = page.getByRole('dialog', { name: 'v2 승격' });
    await promotion.getByText('v1 → v2').waitFor();
    expect(await promotion.getByText(/다시 채점할 대기 건/).count()).toBe(1);
    expect(await promotion.getByRole('button', { name: /승격/ }).isDisabled()).toBe(true);
    await page.keyboard.type('같은 성적이라 새 것으로 씁니다');
    await page.keyboard.press('Enter');
    await promotion.waitFor({ state: 'detached' });
    await expect.poll(() => verdict(page).innerText()).toContain('지금 운영 중입니다');
    expect((await slot()).champion?.number).toBe(2);

    // And back.
    await page.getByRole('link', { name: '메뉴 분류' }).click();
    await expect.poll(() => verdict(page).innerText()).toContain('운영 모델 v2');
    await page.keyboard.press('KeyB');
    const rollback = page.getByRole('dialog', { name: '운영 모델 되돌리기' });
    await rollback.getByText('v2 → v1').waitFor();
    await page.keyboard.type('신고가 늘어 확인할 때까지');
    await page.keyboard.press('Enter');
    await rollback.waitFor({ state: 'detached' });
    await expect.poll(() => verdict(page).innerText()).toContain('되돌렸습니다: “신고가 늘어 확인할 때까지”');
    // The curve speaks of what is live now, not of what came last.
    await page.getByRole('img', { name: /^운영 모델 v1: 확정 .*건에서 정확도/ }).waitFor();

    const history = page.getByRole('region', { name: '지나온 길' }).getByRole('listitem');
    await expect.poll(() => history.allInnerTexts()).toHaveLength(3);
    const [back, promoted, first] = await history.allInnerTexts();
    expect(back).toMatch(/되돌리기 v2 → v1[\s\S]*ML 엔지니어 · 신고가 늘어 확인할 때까지/);
    expect(promoted).toMatch(/승격 v1 → v2[\s\S]*ML 엔지니어 · 같은 성적이라 새 것으로 씁니다/);
    expect(first).toMatch(/승격 v1[\s\S]*자동 · 첫 모델/);
    expect(errors).toEqual([]);
  });

  it('is told what was live at a moment, and the address keeps the question', async () => {
    const page = await open(engineer, slotPath);
    const field = page.getByLabel('날짜와 시각');
    await field.fill('2020-01-01T12:05');
    await page.getByText('그때는 운영 모델이 없었습니다').waitFor();
    expect(page.url()).toContain('at=2020-01-01T12%3A05');
    await field.fill('2099-01-01T00:00');
    await page.getByText(/v1 · .*부터 지금까지/).waitFor();
    await page.reload();
    await page.getByText(/v1 · .*부터 지금까지/).waitFor();
  });

  it('is refused a promotion when another took over meanwhile, and shown what is live now', async () => {
    const number = await trainAgain();
    // This page hears of nothing: the news that the champion changed reaches it with the refusal alone.
    await site.context.route('**/trpc/platform.live**', (route) => route.abort());
    const page = await open(engineer, `${slotPath}/${number}`);
    await page.keyboard.press('KeyP');
    const dialog = page.getByRole('dialog', { name: `v${number} 승격` });
    await dialog.getByText(`v1 → v${number}`).waitFor();
    const [other] = (await versions()).filter((version) => version.number === 2);
    const { championVersion } = await slot();
    await engineer.api.models.promote.mutate({ modelVersionId: other?.id ?? '', championVersion, reason: '먼저' });

    await page.keyboard.type('늦었습니다');
    await page.keyboard.press('Enter');
    await dialog.getByText(/지금은 v2입니다/).waitFor();
    await dialog.getByText(`v2 → v${number}`).waitFor();
    expect((await slot()).champion?.number).toBe(2);
    // What was typed is kept, and pressing again does it knowingly.
    await dialog.getByRole('button', { name: /승격/ }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await slot()).champion?.number).toBe(number);
  });

  it('finds what waits on the home page, and trains from the palette', async () => {
    const number = await trainAgain();
    const page = await open(engineer, '/');
    await page.getByRole('link', { name: new RegExp(`메뉴 분류.*후보 v${number}`) }).waitFor();
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('option', { name: '학습 시작: 메뉴 분류' }).waitFor();
    await page.keyboard.type('학습 시작');
    await page.getByRole('option', { name: '학습 시작: 메뉴 분류', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('학습을 시작했습니다.').waitFor();
    const newest = async () => (await versions())[0]?.number;
    await expect.poll(newest, { timeout: 60_000, interval: 200 }).toBe(number + 1);
  });

  it('turns a version down, and it is asked about no more', async () => {
    const number = await trainAgain();
    const page = await open(engineer, `${slotPath}/${number}`);
    await page.keyboard.press('KeyR');
    await page.getByRole('dialog', { name: `v${number} 거절` }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => verdict(page).innerText()).toContain('사람이 거절했습니다');
    expect((await slot()).waiting?.number).not.toBe(number);
  });
});

describe('what the champion has not learned', () => {
  it('is told apart from what no version has, on the home page and the slot’s', async () => {
    const tasks = await operator.api.labeling.claim.mutate({ queueKey: slotKey, count: 20 });
    const decisions = tasks.map(({ taskId, fence }) => ({
      decisionId: crypto.randomUUID(),
      taskId,
      fence,
      labelKey: 'chicken-fried',
      skipReason: null,
      durationMs: 900,
    }));
    await operator.api.labeling.decide.mutate({ decisions });
    const number = await trainAgain();
    const page = await open(engineer, '/');
    await page.getByText('운영 모델이 배우지 않은 확정 20건').waitFor();
    await page.getByText(new RegExp(`v${number}[이가] 20건을 배웠고 사람의 확인을 기다림`)).waitFor();

    // Through the palette: the version by its number, then the slot.
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('dialog').getByRole('combobox').fill(`v${number}`);
    await page.getByRole('option', { name: `메뉴 분류 v${number} · 사람의 확인 필요`, selected: true }).waitFor();
    // The palette takes no Enter while its rows have only just changed.
    await page.waitForTimeout(400);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${slotPath}/${number}`);
    await page.goto(site.url + slotPath);
    await page.getByText(new RegExp(`v${number}[이가] 모든 확정을 배웠지만 .* 20건이 빠져 있습니다`)).waitFor();
    await page.getByText(/^운영 모델 v\d+에는 확정 20건이 빠져 있습니다/).waitFor();

    // Whose decisions they were sees where they went.
    const theirs = await open(operator, '/');
    await theirs.getByRole('link', { name: new RegExp(`메뉴 분류 v${number}.*내 확정 20건이 들어감`) }).click();
    await expect.poll(() => verdict(theirs).innerText()).toContain(`후보 v${number}`);
  });
});

describe('an operator', () => {
  it('sees everything and is offered no action', async () => {
    const page = await open(operator, slotPath);
    await page.getByRole('grid', { name: '버전' }).getByRole('row').nth(1).waitFor();
    await page.getByText(/보기 권한입니다/).waitFor();
    for (const name of [/^학습 시작/, /^되돌리기/, /^설정/]) {
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    }
    await page.keyboard.press('KeyT');
    await page.goto(`${site.url}${slotPath}/1`);
    await page.getByRole('grid', { name: '라벨별 성적' }).waitFor();
    expect(await page.getByRole('button', { name: /승격|거절/ }).count()).toBe(0);
    const runs = await engineer.api.models.runs.query({ slotKey });
    expect(runs.every((run) => run.state === 'succeeded')).toBe(true);
  });

  it('follows a training on the page without doing anything', async () => {
    const page = await open(operator, slotPath);
    await page.getByRole('grid', { name: '버전' }).getByRole('row').nth(1).waitFor();
    const number = await trainAgain();
    const newest = page.getByRole('grid', { name: '버전' }).getByRole('row').nth(1);
    await expect.poll(() => newest.innerText()).toContain(`v${number}`);
    expect(await page.getByRole('button', { name: '학습 멈추기' }).count()).toBe(0);
  });
});

describe('axe finds nothing', () => {
  // Colours know no language: each theme in one of the two is enough.
  const looks: { locale: Locale; theme: Theme }[] = [
    { locale: 'ko', theme: 'light' },
    { locale: 'en', theme: 'dark' },
  ];

  it.each(looks)('on any page of the models in $locale, $theme', async ({ locale, theme }) => {
    await engineer.api.access.updatePreferences.mutate({ locale, theme });
    for (const path of ['/models', slotPath, `${slotPath}/2`]) {
      const page = await open(engineer, path);
      await page.getByRole('grid').first().waitFor();
      await vi.waitUntil(() => page.evaluate((wanted) => document.documentElement.lang === wanted, locale));
      if (path !== '/models') await page.locator('canvas').first().waitFor();
      await screenshot(page, `models${path.replaceAll('/', '-')}-${locale}-${theme}`);
      await expectNoAxeViolations(page);
      await page.close();
    }
  });

  it('in the dialogs either', async () => {
    await engineer.api.access.updatePreferences.mutate({ locale: 'ko', theme: 'light' });
    const page = await open(engineer, slotPath);
    for (const key of ['Comma', 'KeyB']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });
});
