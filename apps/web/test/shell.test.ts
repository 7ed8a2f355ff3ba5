import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

const site = demoSite();

type Visit = { width?: number; theme?: 'light' | 'dark'; session?: StorageState };
type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

async function open(path: string, { width = 1280, theme = 'light', session }: Visit = {}): Promise<Page> {
  const context = await site.browser.newContext({
    viewport: { width, height: Math.round(width * 0.5625) + 80 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    ...(session ? { storageState: session } : {}),
  });
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Signs in as one of the demo's people with one key, and waits for the frame. */
async function enter(page: Page, key: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '저울' }).waitFor();
  await page.keyboard.press(key);
  await page.getByRole('navigation', { name: /주 메뉴|Main menu/ }).waitFor();
}

/** The demo's people by the key that signs them in. */
const people = { operator: '1', mlEngineer: '2', storeManager: '3', marketer: '4', analyst: '5', admin: '6' } as const;
const sessions = new Map<keyof typeof people, StorageState>();

/** A page of somebody signed in. Each signs in once: there is a limit to how often a minute one may. */
async function openAs(person: keyof typeof people, path: string, visit: Visit = {}): Promise<Page> {
  let session = sessions.get(person);
  if (session === undefined) {
    const page = await open('/sign-in');
    await enter(page, people[person]);
    session = await page.context().storageState();
    sessions.set(person, session);
    await page.context().close();
  }
  return open(path, { ...visit, session });
}

const pageTheme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Presses the language in use; the other one is stored with the person when this returns, for pages opened after. */
async function switchLanguage(page: Page, name: RegExp): Promise<void> {
  await Promise.all([page.waitForResponse(/updatePreferences/), page.getByRole('button', { name }).click()]);
}

describe('signing in', () => {
  it('takes one key in a demo and returns to where one was going, with no complaint from browser or axe', async () => {
    const page = await open('/nowhere?fold=r');
    const errors = watchErrors(page);
    expect(new URL(page.url()).searchParams.get('next')).toBe('/nowhere?fold=r');
    await expectNoAxeViolations(page);
    await screenshot(page, 'sign-in-ko-light');
    await enter(page, people.mlEngineer);
    await page.getByRole('heading', { name: '없는 페이지입니다' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/nowhere');
    await expectNoAxeViolations(page);
    await screenshot(page, 'not-found-ko-light');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('works by keyboard alone, says what is wrong and keeps the email', async () => {
    const page = await open('/sign-in');
    await page.getByLabel('이메일').fill('nobody@demo.jeoul');
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await page.getByText('이메일이나 비밀번호가 맞지 않습니다').waitFor();
    expect(await page.getByLabel('이메일').inputValue()).toBe('nobody@demo.jeoul');
    expect(await page.getByLabel('비밀번호').evaluate((field) => field === document.activeElement)).toBe(true);
    await expectNoAxeViolations(page);
    await page.context().close();
  });
});

describe('the frame', () => {
  it('is one keyboard away from everything: palette by initial consonants, shortcuts, rail', async () => {
    const page = await openAs('operator', '/');
    await heading(page).filter({ hasText: '내 일' }).waitFor();
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('combobox').fill('ㅇㄷㄱ');
    await page.getByRole('option', { name: '어둡게' }).waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, 'palette-ko-light');
    await page.keyboard.press('Enter');
    await expect.poll(() => pageTheme(page)).toBe('dark');
    await page.keyboard.press('Shift+Slash');
    const sheet = page.getByRole('dialog', { name: '단축키' });
    await sheet.getByText('찾기 · 이동 · 실행', { exact: true }).waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('Backslash');
    await page.getByRole('link', { name: '내 일' }).getByText('내 일').waitFor();
    await expectNoAxeViolations(page);
    await page.context().close();
  });

  it('remembers language and theme with the person, in another browser too', async () => {
    const first = await openAs('storeManager', '/');
    await switchLanguage(first, /^KO/);
    await heading(first).filter({ hasText: 'My work' }).waitFor();
    expect(await first.evaluate(() => document.documentElement.lang)).toBe('en');
    await first.keyboard.press('Control+KeyK');
    await first.getByRole('combobox').fill('dark');
    await Promise.all([first.waitForResponse(/updatePreferences/), first.keyboard.press('Enter')]);

    const second = await open('/');
    await enter(second, people.storeManager);
    await heading(second).filter({ hasText: 'My work' }).waitFor();
    await expect.poll(() => pageTheme(second)).toBe('dark');
    await switchLanguage(second, /^EN/);
    await Promise.all([first.context().close(), second.context().close()]);
  });

  it('has its theme before the first paint', async () => {
    const page = await open('/sign-in');
    await page.evaluate(() => localStorage.setItem('jeoul.theme', 'dark'));
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.dataset.atFirst = document.documentElement.dataset.theme ?? 'none';
      });
    });
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.atFirst)).toBe('dark');
    await page.context().close();
  });

  it('shows what a role may open and nothing else', async () => {
    const operator = await openAs('operator', '/');
    const marketer = await openAs('marketer', '/');
    const places = (page: Page) => page.getByRole('navigation', { name: '주 메뉴' }).getByRole('link').count();
    await expect.poll(() => places(operator)).toBeGreaterThan(await places(marketer));
    const errors = watchErrors(marketer);
    await marketer.goto(`${site.url}/models`);
    await marketer.getByRole('heading', { name: '이 페이지를 열 권한이 없습니다' }).waitFor();
    await marketer.getByText('마케터에게는 ‘모델 보기’ 권한이 없습니다').waitFor();
    await expectNoAxeViolations(marketer);
    await screenshot(marketer, 'not-allowed-ko-light');
    expect(errors).toEqual([]);
    await Promise.all([operator.context().close(), marketer.context().close()]);
  });

  it('answers an address of something there is not with the page that says so', async () => {
    const page = await openAs('mlEngineer', '/');
    const nobody = '01900000-0000-7000-8000-000000000000';
    const none = ['/models/none', '/models/menu-category/9999', '/models/menu-category/99999999999'];
    const malformed = ['/models/menu-category/one', '/queues/none', '/imports/none', `/imports/${nobody}`];
    for (const path of [...none, ...malformed]) {
      await page.goto(site.url + path);
      await expect.poll(() => heading(page).innerText(), { message: path }).toBe('없는 페이지입니다');
      await page.getByText(path, { exact: true }).waitFor();
    }
    await expectNoAxeViolations(page);
    await page.context().close();
  });

  it('ends the session for good on signing out', async () => {
    const page = await open('/');
    await enter(page, people.admin);
    await page.getByRole('button', { name: /메뉴$/ }).click();
    await expectNoAxeViolations(page);
    await page.getByRole('menuitem', { name: '로그아웃' }).click();
    await page.waitForURL(/sign-in/);
    await page.goto(`${site.url}/`);
    await page.waitForURL(/sign-in/);
    await page.context().close();
  });
});

describe('a server out of reach', () => {
  it('is said in words inside the page, and tried again on request', async () => {
    const page = await openAs('analyst', '/');
    await page.getByRole('article').first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: '모델' }).click();
    await page.getByText('서버에 연결할 수 없습니다').first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '다시 시도' }).first().click();
    await page.getByText('서버에 연결할 수 없습니다').first().waitFor({ state: 'detached' });
    await expect.poll(() => heading(page).innerText()).toBe('모델');
    await page.context().close();
  });
});

describe('home', () => {
  it('tells each role what there is for it today, and links to nothing it may not open', async () => {
    const said: Partial<Record<keyof typeof people, RegExp[]>> = {
      storeManager: [/가게 관리자의 화면은 아직 없습니다/, /맡은 가게가 아직 연결되지 않았습니다/],
      marketer: [/마케터의 화면은 아직 없습니다/, /가게\s*2,000/],
      analyst: [/메뉴 분류[\s\S]*대기 [\d,]+건/, /v1 운영 중/],
      admin: [/감사 기록[\s\S]*\d+줄/, /create-user/],
    };
    for (const [person, texts] of Object.entries(said) as [keyof typeof people, RegExp[]][]) {
      const page = await openAs(person, '/');
      const errors = watchErrors(page);
      await page.getByRole('article').first().waitFor();
      for (const text of texts)
        await expect.poll(() => page.locator('main').innerText(), { message: person }).toMatch(text);
      await expectNoAxeViolations(page);
      await screenshot(page, `home-${person}`);
      const links = await page
        .locator('main a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      for (const link of new Set(links)) {
        await page.goto(site.url + link);
        await heading(page).waitFor();
        expect(await heading(page).innerText(), link).not.toMatch(/없는 페이지|권한이 없습니다/);
      }
      expect(errors).toEqual([]);
      await page.context().close();
    }
  });

  it.each([
    { width: 1280, theme: 'light' },
    { width: 1280, theme: 'dark' },
    { width: 1920, theme: 'light' },
    { width: 1920, theme: 'dark' },
  ] as const)('is sound at $width, $theme, in both languages', async ({ width, theme }) => {
    const page = await openAs('analyst', '/', { width, theme });
    const errors = watchErrors(page);
    await page.getByRole('article').first().waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, `home-ko-${theme}-${width}`);
    await switchLanguage(page, /^KO/);
    await heading(page).filter({ hasText: 'My work' }).waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, `home-en-${theme}-${width}`);
    expect(errors).toEqual([]);
    await switchLanguage(page, /^EN/);
    await page.context().close();
  });
});

// Last: it locks this machine's address out of signing in for a minute.
describe('guessing passwords', () => {
  it('is stopped, and the page says for how long', async () => {
    const page = await open('/sign-in');
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await page.getByLabel('이메일').fill('limit@demo.jeoul');
      await page.getByLabel('비밀번호').fill(`wrong ${attempt}`);
      const [response] = await Promise.all([
        page.waitForResponse(/sign-in\/email/),
        page.getByRole('button', { name: '로그인' }).click(),
      ]);
      if (response.status() === 429) break;
      await page.getByText('이메일이나 비밀번호가 맞지 않습니다').waitFor();
    }
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/잠시 막았습니다. \d+초 뒤에/);
    await page.context().close();
  });
});
