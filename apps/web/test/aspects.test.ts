import type { RecentDecision } from '@jeoul/shared/labeling/contract';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type DemoPerson, demoPerson } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

const queueKey = 'review-aspects';
const site = demoSite({ viewport: { width: 1280, height: 800 }, locale: 'ko-KR', reducedMotion: 'reduce' });
let operator: DemoPerson;
let engineer: DemoPerson;

beforeAll(async () => {
  operator = await demoPerson(site.url, 'operator@demo.jeoul');
  engineer = await demoPerson(site.url, 'ml@demo.jeoul');
  const slot = () => operator.api.models.slot.query({ slotKey: queueKey });
  await vi.waitUntil(async () => (await slot()).champion !== null, { timeout: 120_000, interval: 500 });
  await operator.api.access.updatePreferences.mutate({ veil: 'never' });
});

beforeEach(async () => {
  await site.context.addCookies(operator.cookies);
});

/** The queue of taste and texture, used by keyboard and read as it is written in Korean. */
class AspectPage {
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

  get words() {
    return this.text.locator('[data-word]');
  }

  get done() {
    return this.page.getByRole('list', { name: '방금' }).getByRole('listitem');
  }

  get chosen() {
    return this.page.locator('main button[aria-pressed=true]');
  }

  get proposed() {
    return this.page.locator('main button[data-chosen=model]');
  }

  get caption() {
    return this.page.locator('main').getByText(/의 제안: /);
  }

  /** The words that can be marked. */
  async spoken(): Promise<string[]> {
    return this.words.evaluateAll((pieces) => {
      const words: string[] = [];
      for (const piece of pieces) {
        const at = Number(piece.getAttribute('data-word'));
        words[at] = (words[at] ?? '') + piece.textContent;
      }
      return words;
    });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Takes every label away by its own key, so that the same keys do the same whatever the model proposed. */
  async dropAll(): Promise<void> {
    while ((await this.chosen.count()) > 0) {
      const cap = await this.chosen.first().locator('kbd').innerText();
      await this.press(`Shift+${/\d/.test(cap) ? `Digit${cap}` : `Key${cap}`}`);
    }
  }

  async decide(...keys: readonly string[]): Promise<void> {
    const before = await this.done.count();
    // What has just come is not decided on yet.
    await this.page.waitForTimeout(450);
    await this.press(...keys);
    expect(await this.done.count()).toBe(before + 1);
  }

  /** Passes reviews on to others until one fits. */
  async skipUntil(fits: () => Promise<boolean>): Promise<void> {
    for (let n = 0; n < 40 && !(await fits()); n += 1) {
      const before = await this.done.count();
      await this.press('KeyS', 'Digit2');
      expect(await this.done.count()).toBe(before + 1);
      await this.text.waitFor();
    }
    expect(await fits()).toBe(true);
  }

  async saved(): Promise<void> {
    await this.page.locator('footer [aria-busy=false]').getByText('모두 저장됨').waitFor({ timeout: 30_000 });
  }
}

const recent = (limit: number) => operator.api.labeling.recent.query({ queueKey, limit });

function quoted(decision: RecentDecision | undefined): string[][] {
  const text = decision?.task.item.kind === 'review' ? decision.task.item.text : '';
  return (decision?.answer?.labels ?? []).map(({ spans = [] }) =>
    spans.map(({ start, end }) => text.slice(start, end)),
  );
}

/** Whether this runs from one word to the next, with nothing but spaces and stops between them. */
const isSpanning = (span: string | undefined, first: string, next: string) =>
  span?.startsWith(first) && span.endsWith(next) && !/[\p{L}\p{N}]/u.test(span.slice(first.length, -next.length));

test('ten reviews are decided by keyboard alone, and each answer arrives as it was meant', async () => {
  const page = await site.context.newPage();
  const errors = watchErrors(page);
  const work = new AspectPage(page);
  await work.open();

  // Nothing on taste or texture.
  await work.dropAll();
  await work.decide('Enter');
  // Once is positive, twice negative, three times neutral; four times is not chosen.
  await work.dropAll();
  await work.press('Digit2', 'KeyQ', 'KeyQ', 'Digit4', 'Digit4', 'Digit4');
  await work.press('KeyY', 'KeyY', 'KeyY', 'KeyY');
  await work.decide('Enter');
  // The arrows turn the polarity, back too.
  await work.dropAll();
  await work.press('Digit3', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowRight');
  await work.decide('Enter');
  // Evidence for a chosen label, word by word, and a further word taken in.
  await work.skipUntil(async () => (await work.spoken()).length > 3);
  await work.dropAll();
  await work.press('KeyE', 'KeyF', 'ArrowRight', 'Space', 'Shift+ArrowRight', 'Escape');
  const [, second = '', third = ''] = await work.spoken();
  await page.locator('[data-marked=person][data-polarity=positive]').first().waitFor();
  await screenshot(page, 'aspects-marked-ko-light');
  await work.decide('Enter');
  // Evidence first, then what it shows.
  await work.skipUntil(async () => (await work.spoken()).length > 1);
  await work.dropAll();
  await work.press('KeyF', 'Space');
  await page.getByText('표시한 낱말이 어떤 맛·식감인지').waitFor();
  await work.press('KeyW', 'KeyW', 'Escape');
  const [first = ''] = await work.spoken();
  await work.decide('Enter');
  // One proposal accepted, another not: only what was accepted is given.
  await work.skipUntil(async () => (await work.proposed.count()) > 1);
  const proposedCount = await work.proposed.count();
  await work.press('KeyA');
  expect(await work.proposed.count()).toBe(proposedCount - 1);
  const accepted = await page.locator('main button[data-chosen=person] .name').innerText();
  await screenshot(page, 'aspects-accepting-ko-light');
  await work.decide('Shift+Enter');
  // All proposals with one key, with the model's evidence.
  await work.skipUntil(async () => (await work.proposed.count()) > 0);
  await work.decide('Enter');
  // With a Korean input method on, keys are told by where they are, and what is being composed is no command.
  await work.dropAll();
  await page.evaluate(() => {
    const key = (init: KeyboardEventInit) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    key({ code: 'KeyR', key: 'ㄱ' });
    key({ code: 'KeyT', key: 'Process', isComposing: true });
  });
  await work.decide('Enter');
  // Not decided: passed up with a comment, and passed over.
  await work.press('KeyU');
  await page.getByLabel('무엇을 봐 달라고 할까요?').waitFor();
  await page.keyboard.type('ssaeun mat');
  await work.decide('Enter');
  await work.decide('KeyS', 'Digit1');
  await work.saved();

  const decisions = (await recent(50)).filter(({ skipReason }) => skipReason !== 'not_mine').toReversed();
  expect(decisions).toHaveLength(10);
  expect(decisions.map(({ labelKey }) => labelKey).slice(0, 5)).toEqual([
    'none',
    'taste-spicy:neutral+taste-sweet:positive+texture-crispy:negative',
    'taste-salty:negative+taste-spicy:negative',
    'texture-tender:positive',
    'texture-soggy:negative',
  ]);
  expect(isSpanning(quoted(decisions[3])[0]?.[0], second, third)).toBe(true);
  expect(quoted(decisions[4])).toEqual([[first]]);
  const [, , , , , one, all, composed, passedUp, skipped] = decisions;
  expect(one?.answer?.labels).toHaveLength(1);
  const labels = await operator.api.labeling.labels.query({ queueKey });
  expect(labels.find(({ key }) => key === one?.answer?.labels[0]?.labelKey)?.nameKo).toBe(accepted);
  expect(one?.labelKey).not.toBe(one?.predictedLabelKey);
  expect(all?.labelKey).toBe(all?.predictedLabelKey);
  expect(quoted(all).flat().length).toBeGreaterThan(0);
  expect(composed?.labelKey).toBe('texture-tough:positive');
  expect(passedUp?.answer?.action).toBe('escalate');
  expect(skipped?.skipReason).toBe('unsure');
  expect(errors).toEqual([]);
});

test('words are marked by drawing over them with the mouse', async () => {
  const page = await site.context.newPage();
  const work = new AspectPage(page);
  await work.open();
  await work.skipUntil(async () => (await work.spoken()).length > 2);
  await work.dropAll();
  await page.locator('main button', { hasText: '신선함' }).click();
  const [first = '', second = ''] = await work.spoken();
  await work.words.nth(0).hover();
  await page.mouse.down();
  await work.words.filter({ hasText: second }).first().hover();
  await page.mouse.up();
  await page.locator('[data-marked=person]', { hasText: second }).first().waitFor();
  await work.decide('Enter');
  await work.saved();
  const [decision] = await recent(1);
  expect(decision?.labelKey).toBe('taste-fresh:positive');
  expect(isSpanning(quoted(decision)[0]?.[0], first, second)).toBe(true);
});

test('undo brings a review back as it was answered, across a reload, and the list tells polarities', async () => {
  const page = await site.context.newPage();
  const work = new AspectPage(page);
  await work.open();
  await work.dropAll();
  await work.press('KeyQ', 'KeyQ');
  await work.decide('Enter');
  await work.saved();
  await page.reload();
  await work.text.waitFor();
  await work.saved();
  await work.press('KeyZ');
  await expect.poll(() => work.chosen.allInnerTexts()).toEqual([expect.stringMatching(/바삭함[\s\S]*부정/u)]);
  expect(await work.proposed.count()).toBe(0);
  await work.decide('Enter');
  await work.saved();

  await page.goto(`${site.url}/queues/${queueKey}/list?view=decisions&chosen=texture-crispy`);
  const row = page.getByRole('grid').locator('[role=rowgroup] [role=row]').first();
  await row.getByText('바삭함 부정').waitFor();
  await screenshot(page, 'aspects-list-ko-light');
  const shown = await operator.api.labeling.lists.decisions.query({ queueKey, chosen: 'texture-crispy', limit: 5 });
  expect(shown.rows[0]?.labelKey).toBe('texture-crispy:negative');
});

const looks = [
  { locale: 'ko', theme: 'light' },
  { locale: 'en', theme: 'dark' },
] as const;

test.each(looks)('axe finds nothing on taste and texture at work in $locale, $theme', async (look) => {
  await engineer.api.access.updatePreferences.mutate({ ...look, veil: 'always' });
  await site.context.clearCookies();
  await site.context.addCookies(engineer.cookies);
  const page = await site.context.newPage();
  await page.emulateMedia({ colorScheme: look.theme });
  const check = async (state: string) => {
    await expectNoAxeViolations(page);
    await screenshot(page, `aspects-${state}-${look.locale}-${look.theme}`);
  };
  await page.goto(`${site.url}/queues/${queueKey}`);
  await page.locator('[data-review-text]').waitFor();
  await check('veiled');
  for (const key of ['Space', 'Digit1', 'KeyQ', 'KeyQ', 'KeyF', 'Space']) await page.keyboard.press(key);
  await check('marking');
  for (const key of ['Escape', 'Shift+Slash']) await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
  await check('keys');
});
