import type { LeasedTask } from '@jeoul/shared/labeling/contract';
import type { BrowserContext, Page } from 'playwright-core';
import type { ApiClient } from './api-client.ts';

export const queueKey = 'menu-category';

/** The work page as an operator sees and uses it: by keyboard, and by what is written there. */
export class WorkPage {
  readonly page: Page;
  /** Leases as the server gave them to this page. */
  readonly leased = new Map<string, LeasedTask>();

  constructor(page: Page) {
    this.page = page;
    page.on('response', (response) => {
      if (response.url().includes('labeling.claim')) void this.#remember(response.text());
    });
  }

  async #remember(body: Promise<string>): Promise<void> {
    const text = await body.catch(() => '[]');
    const answers = JSON.parse(text) as { result?: { data?: unknown } }[];
    for (const { result } of answers) {
      if (!Array.isArray(result?.data)) continue;
      for (const task of result.data as LeasedTask[]) if ('fence' in task) this.leased.set(task.taskId, task);
    }
  }

  async open(url: string, key = queueKey): Promise<void> {
    await this.page.goto(`${url}/queues/${key}`);
    await this.item().waitFor();
  }

  item() {
    return this.page.locator('main h2').filter({ has: this.page.locator('bdi') });
  }

  async itemName(): Promise<string> {
    return this.item().innerText();
  }

  /** Waits until another item than this one is under the hand. */
  async nextAfter(name: string): Promise<void> {
    const upcoming = this.upcoming();
    // The next one may be called the same: then what was next is now first, and the list is one shorter.
    await upcoming.first().waitFor();
    await this.page.waitForFunction(
      ([before, count]) => {
        const heading = [...document.querySelectorAll('main h2')].find((one) => one.querySelector('bdi'));
        const rows = document.querySelectorAll('[aria-current="true"] ~ li').length;
        return heading?.textContent !== before || rows !== count;
      },
      [name, await upcoming.count()] as const,
      { timeout: 5_000 },
    );
  }

  /** The tasks that come after the one under the hand. */
  upcoming() {
    return this.page.locator('[aria-current="true"] ~ li');
  }

  /** Path and name of the n-th proposal. */
  async proposal(n: number): Promise<string> {
    const text = await this.page
      .locator('main button:has([role=meter])')
      .nth(n - 1)
      .getAttribute('aria-label');
    return (text ?? '').replace(/, [^,]*%$/, '');
  }

  status() {
    return this.page.locator('footer');
  }

  /** Everything is with the server, and tasks lie ready. */
  async saved(): Promise<void> {
    await this.status().getByText(/모두 저장됨|All saved/).waitFor({ timeout: 30_000 });
  }

  async ready(count: number): Promise<void> {
    await this.status().getByText(`다음 ${count}건 준비됨`).waitFor({ timeout: 30_000 });
  }

  done() {
    return this.page.locator('li:has(span)').filter({ has: this.page.locator('s, kbd, span') });
  }

  conflict() {
    return this.page.locator('article');
  }
}

/** Signs in on the page as the n-th of the demo's people, by that key alone. */
export async function signInByKey(context: BrowserContext, url: string, digit: number): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.locator('#demo-accounts').waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'BUTTON');
  await page.keyboard.press(`Digit${digit}`);
  await page.waitForURL(`${url}/`);
  return page;
}

/** Waits until a model is live in the demo's queue: the first one learns by itself after the start. */
export async function firstModel(api: ApiClient): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const explained = await api.labeling.explain.query({ queueKey, text: '치킨', labelKey: 'chicken-fried' });
    if (explained !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the first model is not there');
}
