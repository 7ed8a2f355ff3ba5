import type { LeasedTask } from '@jeoul/shared/labeling/contract';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { ApiClient } from './api-client.ts';

export const queueKey = 'menu-category';

type Seen = { item: string; next: readonly string[]; done: number };

/** The work page as an operator sees and uses it: by keyboard, and by what is written there in Korean. */
export class WorkPage {
  readonly page: Page;
  /** The leases the server gave to this page, by the item's name. */
  readonly leased: LeasedTask[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('response', (response) => {
      if (response.url().includes('labeling.claim')) void this.#remember(response.text());
    });
  }

  async #remember(body: Promise<string>): Promise<void> {
    const answers = JSON.parse(await body.catch(() => '[]')) as { result?: { data?: LeasedTask[] } }[];
    for (const { result } of answers) {
      if (Array.isArray(result?.data)) this.leased.push(...result.data.filter((task) => 'fence' in task));
    }
  }

  async open(url: string, key = queueKey): Promise<void> {
    await this.page.goto(`${url}/queues/${key}`);
    await this.item.waitFor();
  }

  get item() {
    return this.page.locator('main h2:has(bdi)');
  }

  get upcoming() {
    return this.page.getByRole('list', { name: '다음' }).getByRole('listitem');
  }

  get done() {
    return this.page.getByRole('list', { name: '방금' }).getByRole('listitem');
  }

  get conflicts() {
    return this.page.getByRole('article');
  }

  get status() {
    return this.page.locator('footer');
  }

  /** Path and name of the n-th proposal. */
  async answer(n: number): Promise<string> {
    const row = this.page.locator('main button:has([role=meter])').nth(n - 1);
    return (await row.locator('> :nth-child(2)').textContent()) ?? '';
  }

  async see(): Promise<Seen> {
    const names = await this.upcoming.evaluateAll((rows) =>
      rows.map((row) => row.firstElementChild?.textContent ?? ''),
    );
    return { item: await this.item.innerText(), next: names.slice(1), done: await this.done.count() };
  }

  /** Presses keys that decide: at once the next item is under the hand, and the last one among what was done. */
  async decide(...keys: readonly string[]): Promise<string> {
    // No person decides as fast as this program does.
    await this.upcoming.nth(1).waitFor();
    const before = await this.see();
    for (const key of keys) await this.page.keyboard.press(key);
    const after = await this.see();
    expect([after.item, after.done]).toEqual([before.next[0], before.done + 1]);
    return before.item;
  }

  async undo(): Promise<void> {
    const before = await this.see();
    await this.page.keyboard.press('KeyZ');
    const after = await this.see();
    expect([after.next[0], after.done]).toEqual([before.item, before.done - 1]);
  }

  /** Everything is with the server, and so many tasks lie ready. */
  async savedAndReady(count = 8): Promise<void> {
    await this.#idle.getByText(`모두 저장됨 · 다음 ${count}건 준비됨`).waitFor({ timeout: 30_000 });
  }

  async saved(): Promise<void> {
    await this.#idle.getByText('모두 저장됨').waitFor({ timeout: 30_000 });
  }

  get #idle() {
    return this.status.locator('[aria-busy=false]');
  }
}

/** Signs in on the page as the n-th of the demo's people, by that key alone. */
export async function signInByKey(context: BrowserContext, url: string, digit: number): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.waitForFunction(() => document.activeElement?.closest('[aria-labelledby="demo-accounts"]') !== null);
  await page.keyboard.press(`Digit${digit}`);
  await page.waitForURL(`${url}/`);
  return page;
}

/** Waits until a model is live in the demo's queue: the first one learns by itself after the start. */
export async function firstModel(api: ApiClient): Promise<void> {
  const explained = () => api.labeling.explain.query({ queueKey, text: '치킨', labelKey: 'chicken-fried' });
  await vi.waitUntil(async () => (await explained()) !== null, { timeout: 120_000, interval: 500 });
}
