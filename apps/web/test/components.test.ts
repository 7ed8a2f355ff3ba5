import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

let served: PreviewServer;
let browser: Browser;
let outDir: string;
let address: string;

beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'jeoul-gallery-'));
  const root = path.resolve(import.meta.dirname, '..');
  const shared = { root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'error' } as const;
  const input = path.join(root, 'test/gallery/index.html');
  await build({ ...shared, build: { outDir, emptyOutDir: true, rolldownOptions: { input } } });
  served = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  address = `${served.resolvedUrls?.local[0]}test/gallery/index.html`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await rm(outDir, { recursive: true, force: true });
});

type Look = { locale?: 'ko' | 'en'; theme?: 'light' | 'dark' };

async function openGallery({ locale = 'ko', theme = 'light' }: Look = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: theme });
  await context.addInitScript((chosen) => localStorage.setItem('jeoul.locale', chosen), locale);
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('figure canvas').waitFor();
  return page;
}

const activeRow = (page: Page) =>
  page.getByRole('grid').evaluate((grid) => {
    const id = grid.getAttribute('aria-activedescendant');
    return id === null ? null : (document.getElementById(id)?.textContent ?? null);
  });

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

describe('every component', () => {
  it.each([
    { locale: 'ko', theme: 'light' },
    { locale: 'ko', theme: 'dark' },
    { locale: 'en', theme: 'light' },
    { locale: 'en', theme: 'dark' },
  ] as const)('has nothing axe objects to in $locale, $theme', async (look) => {
    const page = await openGallery(look);
    const errors = watchErrors(page);
    await expectNoAxeViolations(page);
    await screenshot(page, `components-${look.locale}-${look.theme}`);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('explained text', () => {
  it('is shown as text, with what can’t be seen made visible and no direction turned', async () => {
    const page = await openGallery();
    const hostile = page.getByTestId('hostile');
    expect(await hostile.innerText()).toContain('<img src=x onerror="document.title=1">');
    expect(await hostile.locator('img').count()).toBe(0);
    expect(await hostile.innerText()).toContain('202E');
    expect(await hostile.evaluate((node) => /[\u200B\u202A-\u202E]/u.test(node.textContent ?? ''))).toBe(false);
    await page.context().close();
  });
});

describe('a list of ten thousand', () => {
  it('keeps only the rows in sight in the page and moves by j, k, o and x', async () => {
    const page = await openGallery();
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('KeyK');
    expect(await activeRow(page)).toContain('반반치킨 1');
    await page.keyboard.press('KeyO');
    expect(await page.getByTestId('opened').innerText()).toBe('반반치킨 1');
    await page.keyboard.press('KeyX');
    expect(await page.getByRole('row', { selected: true }).count()).toBe(1);
    await page.context().close();
  });

  it('follows the active row beyond what was in sight', async () => {
    const page = await openGallery();
    for (let n = 0; n < 40; n += 1) await page.keyboard.press('KeyJ');
    await expect.poll(() => activeRow(page)).toContain(' 40');
    await page.context().close();
  });

  it('changes its order by the header, and says so to those who hear it', async () => {
    const page = await openGallery();
    const header = page.getByRole('columnheader', { name: '주문' });
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(await page.getByRole('row').nth(1).innerText()).toContain('4999');
    await page.context().close();
  });
});

describe('a chart', () => {
  it('gives its numbers as a table and as CSV, and itself as a picture', async () => {
    const page = await openGallery();
    const figure = page.locator('figure');
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: 'CSV로 내려받기' }).click(),
    ]);
    expect(csv.suggestedFilename()).toMatch(/\.csv$/);
    expect(await textOf(csv)).toContain('3000,0.751,0.699');
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: '그림으로 내려받기' }).click(),
    ]);
    const png = await readFile(await picture.path());
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(800);
    await figure.getByRole('button', { name: '표로 보기' }).click();
    expect(await figure.getByRole('cell', { name: '0.7510' }).count()).toBe(1);
    await expectNoAxeViolations(page);
    await page.context().close();
  });
});

describe('shortcuts', () => {
  const pressedCount = (page: Page) => page.getByRole('button', { name: /비슷한 23건에도/ }).innerText();

  it('work by the place of the key with the Korean layout on', async () => {
    const page = await openGallery();
    await page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'KeyG', key: 'ㅎ', bubbles: true, cancelable: true }),
      ),
    );
    expect(await pressedCount(page)).toContain('(1)');
    await page.context().close();
  });

  it('leave text fields and a composing input method alone', async () => {
    const page = await openGallery();
    await page.getByTestId('field').press('KeyG');
    await page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', {
          code: 'KeyG',
          key: 'Process',
          isComposing: true,
          bubbles: true,
          cancelable: true,
        }),
      ),
    );
    expect(await pressedCount(page)).toContain('(0)');
    expect(await page.getByTestId('field').inputValue()).toBe('g');
    await page.context().close();
  });
});

describe('a wide confirmation', () => {
  it('shows what it touches, keeps the page’s keys away, and acts on Enter', async () => {
    const page = await openGallery();
    await page.getByRole('button', { name: /승인하고 적용/ }).click();
    const dialog = page.getByRole('dialog', { name: 'v18을 운영 모델로 올립니다' });
    await dialog.waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press('KeyG');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /비슷한 23건에도/ }).innerText()).toContain('(100)');
    await page.context().close();
  });
});
