import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type DemoPerson, demoPerson } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

const queueKey = 'review-abuse';
const site = demoSite({ viewport: { width: 1280, height: 800 }, locale: 'ko-KR', reducedMotion: 'reduce' });
let operator: DemoPerson;
let engineer: DemoPerson;

beforeAll(async () => {
  operator = await demoPerson(site.url, 'operator@demo.jeoul');
  engineer = await demoPerson(site.url, 'ml@demo.jeoul');
  const slot = () => operator.api.models.slot.query({ slotKey: queueKey });
  await vi.waitUntil(async () => (await slot()).champion !== null, { timeout: 120_000, interval: 500 });
});

beforeEach(async () => {
  await site.context.addCookies(operator.cookies);
});

/** The page of a queue of reviews, used by keyboard and read as it is written in Korean. */
class ReviewPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto(`${site.url}/queues/${queueKey}`);
    await this.text.waitFor();
    await this.saved();
  }

  get text() {
    return this.page.locator('[data-review-text]');
  }

  get veil() {
    return this.text.getAttribute('data-veiled');
  }

  get done() {
    return this.page.getByRole('list', { name: '방금' }).getByRole('listitem');
  }

  get chosenLabels() {
    return this.page.getByRole('group', { name: '라벨' }).locator('[aria-pressed=true]');
  }

  get chosenAction() {
    return this.page.getByRole('group', { name: '조치' }).locator('[aria-pressed=true]');
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Reads the review, whether it is veiled or not. */
  async read(): Promise<void> {
    if ((await this.veil) === 'true') await this.press('Space');
    expect(await this.veil).toBe('false');
  }

  /** Takes every label away, so that the same keys do the same whatever the model proposed. */
  async dropAll(): Promise<void> {
    while ((await this.chosenLabels.count()) > 0) {
      const [digit = ''] = (await this.chosenLabels.first().innerText()).trim().split(/\s/);
      await this.press(`Shift+Digit${digit}`);
    }
  }

  /** What has just come is not decided on yet. */
  async seen(): Promise<void> {
    await this.page.waitForTimeout(450);
  }

  async decide(...keys: readonly string[]): Promise<void> {
    const before = await this.done.count();
    await this.seen();
    await this.press(...keys);
    expect(await this.done.count()).toBe(before + 1);
  }

  async saved(): Promise<void> {
    await this.page.locator('footer [aria-busy=false]').getByText('모두 저장됨').waitFor({ timeout: 30_000 });
  }
}

const recent = () => operator.api.labeling.recent.query({ queueKey, limit: 10 });

test('ten reviews are decided by keyboard alone, and each answer arrives as it was given', async () => {
  const page = await site.context.newPage();
  const errors = watchErrors(page);
  const work = new ReviewPage(page);
  await work.open();

  // Nothing wrong, three times.
  for (let n = 0; n < 3; n += 1) {
    await work.read();
    await work.dropAll();
    await work.decide('KeyK', 'Enter');
  }
  // A grave threat, blinded for somebody's rights.
  await work.read();
  await work.dropAll();
  await work.press('Digit5', 'Digit5', 'Digit5');
  await work.decide('KeyB', 'Enter');
  // Two labels, hidden by another rule.
  await work.read();
  await work.dropAll();
  await work.press('Digit1', 'Digit6', 'Digit6', 'KeyH', 'KeyR');
  await work.decide('Enter');
  // Profanity in two words that a person marks, masked.
  await work.read();
  await work.dropAll();
  await work.press('Digit1', 'KeyF');
  const cursor = page.locator('[data-cursor=true]').first();
  await cursor.waitFor();
  await work.press('Space');
  // A swear word the model found was marked already: then that took the mark away.
  if ((await cursor.getAttribute('data-marked')) === null) await work.press('Space');
  await page.locator('[data-cursor=true][data-marked=person]').first().waitFor();
  // What a disguised word means stands inside it: its first letters are its own.
  const begun = (await cursor.innerText()).slice(0, 2);
  // The hints say what the keys do now, and how to leave.
  await page.locator('main button', { hasText: '표시하거나 지우기' }).waitFor();
  await page.locator('footer').getByText('표시 끝내기').waitFor();
  expect(await page.getByText('다시 가리기').count()).toBe(0);
  await work.press('Escape', 'KeyM');
  await work.decide('Enter');
  expect(await work.done.first().innerText()).toContain('일부 가리기');
  // Advertisements are hidden without a word.
  for (let n = 0; n < 2; n += 1) {
    await work.read();
    await work.dropAll();
    await work.press('Digit6');
    expect(await work.chosenAction.innerText()).toContain('숨기기');
    await work.decide('Enter');
  }
  // Not decided: passed up with a comment, and passed over.
  await work.read();
  await work.press('KeyE');
  await page.getByLabel('무엇을 봐 달라고 할까요?').waitFor();
  await page.keyboard.type('hyeopbak-inji moreugesseum');
  await work.decide('Enter');
  await work.decide('KeyS', 'Digit1');
  await work.saved();
  await work.done.getByText('30일 임시조치').waitFor();

  const decisions = await recent();
  expect(decisions).toHaveLength(10);
  expect(decisions.map(({ labelKey }) => labelKey)).toEqual([
    null,
    null,
    'advertisement',
    'advertisement',
    'profanity',
    'advertisement+profanity',
    'threat',
    'none',
    'none',
    'none',
  ]);
  const [skipped, passedUp, , , masked, hidden, blinded] = decisions;
  expect(skipped?.skipReason).toBe('unsure');
  expect(passedUp?.answer?.action).toBe('escalate');
  expect(masked?.answer).toMatchObject({
    action: 'mask',
    policyReason: 'house_rules',
    labels: [{ labelKey: 'profanity', severity: 1, spans: expect.any(Array) }],
  });
  const text = masked?.task.item.kind === 'review' ? masked.task.item.text : '';
  const marked = masked?.answer?.labels[0]?.spans?.map(({ start, end }) => text.slice(start, end));
  expect(marked?.filter((one) => one.includes(begun))).not.toEqual([]);
  expect(hidden?.answer).toMatchObject({ action: 'hide', policyReason: 'rights' });
  expect(blinded?.answer).toMatchObject({
    action: 'blind',
    policyReason: 'rights',
    labels: [{ labelKey: 'threat', severity: 3 }],
  });
  const effects = await operator.api.labeling.reviews.effects.query({ filter: 'open' });
  expect(effects.map(({ action }) => action).sort()).toEqual(['blind', 'hide', 'hide', 'hide', 'mask']);
  await page.getByRole('link', { name: '목록', exact: true }).click();
  await page.waitForURL(/review-abuse\/list/);
  expect(errors).toEqual([]);
});

test('undo brings a review back as it was answered, takes its effect away, and works across a reload', async () => {
  const work = new ReviewPage(await site.context.newPage());
  await work.open();
  await work.read();
  await work.dropAll();
  await work.press('Digit6', 'Digit6');
  await work.decide('KeyH', 'Enter');
  await work.saved();
  const [decision] = await recent();
  const effectsOf = async () =>
    (await operator.api.labeling.reviews.effects.query({ filter: 'open', limit: 200 })).filter(
      ({ reviewId }) => reviewId === decision?.task.item.id,
    );
  expect(await effectsOf()).toHaveLength(1);
  await work.page.reload();
  await work.text.waitFor();
  await work.saved();
  await work.press('KeyZ');
  expect(await work.chosenLabels.count()).toBe(1);
  expect(await work.chosenLabels.innerText()).toMatch(/광고[\s\S]*보통/u);
  expect(await work.chosenAction.innerText()).toContain('숨기기');
  await work.saved();
  expect(await effectsOf()).toEqual([]);
});

test('harmful text is veiled until it is asked for, and Enter asks first', async () => {
  await operator.api.access.updatePreferences.mutate({ veil: 'always' });
  const work = new ReviewPage(await site.context.newPage());
  await work.open();
  expect(await work.veil).toBe('true');
  const before = await work.done.count();
  await work.seen();
  await work.press('Enter');
  expect([await work.veil, await work.done.count()]).toEqual(['false', before]);
  await work.press('Space');
  expect(await work.veil).toBe('true');
  await operator.api.access.updatePreferences.mutate({ veil: 'never' });
  await work.page.reload();
  await work.text.waitFor();
  expect(await work.veil).toBe('false');

  // The second of two presses in a row would decide a review that nobody has read.
  await work.dropAll();
  const decided = await work.done.count();
  await work.seen();
  await work.page.evaluate(async () => {
    for (let n = 0; n < 3; n += 1) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  expect(await work.done.count()).toBe(decided + 1);
  await operator.api.access.updatePreferences.mutate({ veil: 'likely' });
});

test('a list of reviews veils what the person wants veiled, in its rows and beside them', async () => {
  const page = await site.context.newPage();
  const rows = page.getByRole('grid').locator('[role=rowgroup] [role=row]');
  const veiled = page.locator('[data-veiled-text]');
  const openList = async (veil: 'always' | 'likely' | 'never') => {
    await operator.api.access.updatePreferences.mutate({ veil });
    await page.goto(`${site.url}/queues/${queueKey}/list`);
    await rows.first().waitFor();
  };
  await openList('always');
  expect(await rows.locator('[data-veiled-text]').count()).toBe(await rows.count());
  const first = rows.first().locator('[data-veiled-text] > [aria-hidden]');
  const filterOf = () => first.evaluate((text) => getComputedStyle(text).filter);
  expect(await filterOf()).toContain('blur');
  await first.hover();
  await expect.poll(filterOf).toBe('none');
  await rows.first().click();
  const text = page.getByRole('button', { name: '글 보기' });
  await text.waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'reviews-list-veiled');
  await text.click();
  expect(await text.count()).toBe(0);
  await openList('never');
  expect(await veiled.count()).toBe(0);
  // Where the model finds nothing there is nothing to veil.
  await openList('likely');
  const isVeiledBeside = await rows.evaluateAll((all) =>
    all.map((row) => ({
      isHarmless: (row.textContent ?? '').includes('문제 없음'),
      isVeiled: row.querySelector('[data-veiled-text]') !== null,
    })),
  );
  expect(isVeiledBeside.every(({ isHarmless, isVeiled }) => isHarmless !== isVeiled)).toBe(true);
});

test('what is typed after the key of the palette lands in it, even while it is still on its way', async () => {
  const page = await site.context.newPage();
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/command-palette/, async (route) => {
    await arrival;
    await route.continue();
  });
  const work = new ReviewPage(page);
  await work.open();
  await work.read();
  const action = await work.chosenAction.innerText();
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('hel');
  expect(await page.getByRole('dialog').count()).toBe(0);
  arrive();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('p');
  expect(await page.getByRole('combobox').inputValue()).toBe('help');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await work.chosenAction.innerText()).toBe(action);
  expect(await page.getByLabel('무엇을 봐 달라고 할까요?').count()).toBe(0);
});

test('an objection entered by one person is ruled on by another, and the review is back', async () => {
  const page = await site.context.newPage();
  const before = await operator.api.labeling.reviews.effects.query({ filter: 'open' });
  await page.goto(`${site.url}/effects`);
  await page.getByRole('row').nth(1).waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('쓴 사람이 말한 이의').fill('사실만 썼습니다');
  await page.getByRole('button', { name: '이의 등록' }).click();
  await page.getByText('직접 판정한 조치의 이의는').waitFor();
  const [objected] = await operator.api.labeling.reviews.effects.query({ filter: 'objections' });
  expect(objected?.id).toBe(before[0]?.id);
  const ruling = { effectId: objected?.id ?? '', isUpheld: true, ruling: '근거 없음' };
  await expect(operator.api.labeling.reviews.rule.mutate(ruling)).rejects.toThrow('FORBIDDEN');
  const admin = await demoPerson(site.url, 'admin@demo.jeoul');
  await admin.api.labeling.reviews.rule.mutate(ruling);
  const ended = await operator.api.labeling.reviews.effects.query({ filter: 'ended' });
  expect(ended.find(({ id }) => id === objected?.id)).toMatchObject({
    endReason: 'upheld',
    objection: { state: 'upheld' },
  });
});

const looks = [
  { locale: 'ko', theme: 'light' },
  { locale: 'en', theme: 'dark' },
] as const;

test.each(looks)('axe finds nothing on reviews at work in $locale, $theme', async (look) => {
  await engineer.api.access.updatePreferences.mutate({ ...look, veil: 'always' });
  await site.context.clearCookies();
  await site.context.addCookies(engineer.cookies);
  const page = await site.context.newPage();
  await page.emulateMedia({ colorScheme: look.theme });
  const check = async (state: string) => {
    await expectNoAxeViolations(page);
    await screenshot(page, `reviews-${state}-${look.locale}-${look.theme}`);
  };
  await page.goto(`${site.url}/queues/${queueKey}`);
  await page.locator('[data-review-text]').waitFor();
  await check('veiled');
  for (const key of ['Space', 'Digit1', 'Digit5', 'KeyM', 'KeyF', 'Space']) await page.keyboard.press(key);
  await check('marking');
  for (const key of ['Escape', 'KeyS']) await page.keyboard.press(key);
  await check('skip');
  for (const key of ['Escape', 'KeyE']) await page.keyboard.press(key);
  await page.locator('textarea').first().waitFor();
  await check('escalate');
  await page.goto(`${site.url}/effects`);
  await page.getByRole('row').nth(1).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[aria-expanded=false]').first().waitFor();
  await check('effects');
});
