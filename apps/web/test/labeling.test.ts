import type { LabelView, LeasedTask } from '@jeoul/shared/labeling/contract';
import { beforeAll, expect, test } from 'vitest';
import { type DemoPerson, demoPerson } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { firstModel, queueKey, signInByKey, WorkPage } from './labeling-page.ts';
import { watchErrors } from './page-errors.ts';

const site = demoSite({ viewport: { width: 1280, height: 800 }, locale: 'ko-KR' });
let operator: DemoPerson;
let engineer: DemoPerson;
let labels: LabelView[];

beforeAll(async () => {
  operator = await demoPerson(site.url, 'operator@demo.jeoul');
  engineer = await demoPerson(site.url, 'ml@demo.jeoul');
  labels = await operator.api.labeling.labels.query({ queueKey });
  await firstModel(operator.api);
});

/** Makes the browser this person's; whoever was signed in no longer is. */
async function become(person: DemoPerson): Promise<void> {
  await site.context.clearCookies();
  await site.context.addCookies(person.cookies);
}

async function giveBack({ api }: DemoPerson, tasks: readonly LeasedTask[]): Promise<void> {
  await api.labeling.release.mutate({ leases: tasks.map(({ taskId, fence }) => ({ taskId, fence })) });
}

/** The queue's page, opened by the operator, with everything ready. */
async function openQueue(): Promise<WorkPage> {
  await become(operator);
  const work = new WorkPage(await site.context.newPage());
  await work.open(site.url);
  await work.savedAndReady();
  return work;
}

/** `치킨 › 후라이드` as the label's key. */
function keyOf(path: string): string | undefined {
  const names = path.split(' › ');
  const pathOf = (label: LabelView): string[] => {
    const parent = labels.find((one) => one.key === label.parentKey);
    return [...(parent ? pathOf(parent) : []), label.nameKo];
  };
  return labels.find((label) => pathOf(label).join() === names.join())?.key;
}

/** What the server holds of the operator's decisions, newest first. */
async function stored(limit: number): Promise<{ item: string; label: string | null; skip: string | null }[]> {
  const recent = await operator.api.labeling.recent.query({ queueKey, limit });
  return recent.map(({ task, labelKey, skipReason }) => ({ item: task.item.name, label: labelKey, skip: skipReason }));
}

test('twenty items are decided by keyboard alone, with a reload in the middle, and stored as they were meant', async () => {
  const page = await signInByKey(site.context, site.url, 1);
  const errors = watchErrors(page);
  // From the home page straight into the queue.
  await page.getByRole('link', { name: /메뉴 분류.*대기/ }).waitFor();
  await page.keyboard.press('Digit1');
  const work = new WorkPage(page);
  await work.item.waitFor();
  await work.savedAndReady();
  const meant: { item: string; label: string | null; skip: string | null }[] = [];
  const accept = async () => {
    const label = keyOf(await work.answer(1)) ?? 'not a label';
    meant.unshift({ item: await work.decide('Enter'), label, skip: null });
  };
  const choose = async (n: number) => {
    const label = keyOf(await work.answer(n)) ?? 'not a label';
    meant.unshift({ item: await work.decide(`Digit${n}`), label, skip: null });
  };
  const search = async (typed: string, path: string) => {
    await page.keyboard.press('Slash');
    await page.keyboard.type(typed);
    await page.getByRole('option', { name: path }).first().waitFor();
    meant.unshift({ item: await work.decide('Enter'), label: keyOf(path) ?? 'not a label', skip: null });
  };

  for (let n = 0; n < 5; n += 1) await accept();
  await choose(2);
  await choose(5);
  meant.unshift({ item: await work.decide('KeyS', 'Digit1'), label: null, skip: 'unsure' });
  await search('ㅎㄹㅇㄷ', '치킨 › 후라이드');
  await work.saved();

  const before = await work.see();
  await page.reload();
  await work.item.waitFor();
  await work.saved();
  expect(await work.item.innerText()).toBe(before.item);
  await expect.poll(() => work.done.count()).toBeGreaterThanOrEqual(meant.length);

  await accept();
  await search('fried rice', '한식 › 볶음밥');
  await choose(3);
  // One taken back from after the reload, then two from before it.
  await work.undo();
  meant.shift();
  await choose(4);
  for (let n = 0; n < 3; n += 1) {
    await work.undo();
    meant.shift();
  }
  for (let n = 0; n < 6; n += 1) await accept();
  await page.keyboard.press('ArrowDown');
  const second = keyOf(await work.answer(2)) ?? 'not a label';
  meant.unshift({ item: await work.decide('Enter'), label: second, skip: null });
  meant.unshift({ item: await work.decide('KeyS', 'Digit2'), label: null, skip: 'not_mine' });
  while (meant.length < 20) await accept();

  await work.saved();
  expect(await stored(20)).toEqual(meant);
  expect((await operator.api.labeling.ownDay.query({ queueKey })).decided).toBe(18);
  await page.getByRole('navigation', { name: '주 메뉴' }).getByRole('link', { name: '내 일' }).click();
  const changed = page.getByRole('article').filter({ hasText: '내 판정' });
  await expect.poll(() => changed.innerText()).toMatch(/오늘 18건[\s\S]*아직 어느 버전에도 들어가지 않은 내 확정 18건/);
  expect(errors).toEqual([]);
});

test('five decisions made without a connection are kept, said to be, and sent when it is back', async () => {
  const work = await openQueue();
  const meant: string[] = [];
  await site.context.setOffline(true);
  for (let n = 0; n < 5; n += 1) meant.unshift(await work.decide('Enter'));
  await work.status.getByText('연결 끊김 · 5건 보관 중').waitFor();
  await work.undo();
  expect(await work.item.innerText()).toBe(meant[0]);
  await work.decide('Digit2');
  await site.context.setOffline(false);
  await work.saved();
  expect((await stored(5)).map(({ item }) => item)).toEqual(meant);
  expect(await work.conflicts.count()).toBe(0);
});

test('with no task left to show, the page says what is kept and goes on by itself once connected', async () => {
  const work = await openQueue();
  const { page } = work;
  await site.context.setOffline(true);
  for (let n = 0; n < 8; n += 1) await work.decide('Enter');
  await page.keyboard.press('Enter');
  await page.getByText('연결되면 이어집니다').waitFor();
  await work.status.getByText('9건 보관 중').waitFor();
  await site.context.setOffline(false);
  await work.item.waitFor();
  await work.saved();
  expect(await stored(9)).toHaveLength(9);
});

test('decisions kept in the browser are sent from any page, and never under another person', async () => {
  const work = await openQueue();
  const { page } = work;
  await site.context.route('**/trpc/labeling.decide*', (route) => route.abort());
  const meant = [await work.decide('Enter'), await work.decide('Enter'), await work.decide('Enter')].reverse();
  await work.status.getByText('3건 보관 중').waitFor();
  const before = await stored(1);
  await page.close();

  // Somebody else signs in to the same browser while the first person's page is gone.
  await become(engineer);
  await site.context.unroute('**/trpc/labeling.decide*');
  const theirWork = new WorkPage(await site.context.newPage());
  await theirWork.open(site.url);
  await theirWork.savedAndReady();
  expect(await stored(1)).toEqual(before);
  expect(await engineer.api.labeling.recent.query({ queueKey })).toEqual([]);
  await theirWork.page.close();

  // The first person comes back and only opens the home page.
  await become(operator);
  await (await site.context.newPage()).goto(site.url);
  await expect.poll(async () => (await stored(3)).map(({ item }) => item), { timeout: 20_000 }).toEqual(meant);
});

test('a page whose session became another person’s stops, keeps its decisions and says so', async () => {
  const work = await openQueue();
  const { page } = work;
  const before = await stored(1);
  await become(engineer);
  const item = await work.decide('Enter');
  await work.status.getByText('로그인이 끊김 · 1건 보관 중').waitFor();
  expect(await stored(1)).toEqual(before);
  expect(await engineer.api.labeling.recent.query({ queueKey })).toEqual([]);
  await page.close();
  await become(operator);
  await (await site.context.newPage()).goto(site.url);
  await expect.poll(async () => (await stored(1))[0]?.item, { timeout: 20_000 }).toBe(item);
});

test('a decision that met another answer comes back with both, and one whose lease was lost with what was chosen', async () => {
  const work = await openQueue();
  const { page } = work;
  const [first, second] = work.leased;
  if (!first || !second) throw new Error('nothing was leased');
  // The engineer gets both tasks, decides one and only holds the other.
  const leases = [first, second].map(({ taskId, fence }) => ({ taskId, fence }));
  expect(await operator.api.labeling.release.mutate({ leases })).toBe(2);
  // More than two: tasks of higher priority may have come back to the queue meanwhile.
  const taken = await engineer.api.labeling.claim.mutate({ queueKey, count: 40 });
  expect(taken.map(({ taskId }) => taskId)).toEqual(expect.arrayContaining([first.taskId, second.taskId]));
  const theirs = taken.find(({ taskId }) => taskId === first.taskId);
  await engineer.api.labeling.decide.mutate({
    decisions: [
      {
        decisionId: crypto.randomUUID(),
        taskId: first.taskId,
        fence: theirs?.fence ?? 0,
        labelKey: 'chicken-fried',
        skipReason: null,
        durationMs: 1000,
      },
    ],
  });

  const mine = await work.answer(2);
  await page.keyboard.press('Digit2');
  const met = work.conflicts.first();
  await met.getByText('다른 답이 있습니다').waitFor();
  expect(await met.innerText()).toMatch(/ML 엔지니어, \d\d:\d\d/);
  expect((await met.innerText()).replaceAll('\n', '')).toContain('치킨 › 후라이드');
  expect((await met.innerText()).replaceAll('\n', '')).toContain(mine);

  // Where one lease was lost the page asks for the others: the next task is marked, and stays under the hand.
  expect(await work.item.innerText()).toBe(second.item.name);
  await page.getByText('다른 사람에게 넘어간 건입니다').waitFor();
  await page.keyboard.press('Enter');
  const lost = work.conflicts.first();
  await lost.getByText('그 사이 다른 사람이 맡았습니다').waitFor();
  expect(await lost.innerText()).toContain(second.item.name);
  expect(await work.conflicts.count()).toBe(2);

  // Both are kept through a reload, until they have been seen.
  await page.reload();
  await work.item.waitFor();
  expect(await work.conflicts.count()).toBe(2);
  await page.keyboard.press('KeyX');
  await page.keyboard.press('KeyX');
  await expect.poll(() => work.conflicts.count()).toBe(0);
  await work.savedAndReady();
  await giveBack(engineer, taken);
});

test('keys and search work with a Korean keyboard on, and nothing happens while a syllable is being composed', async () => {
  const work = await openQueue();
  const { page } = work;
  const devtools = await site.context.newCDPSession(page);
  /** A key as the browser reports it with the Korean layout on: its place on the keyboard, and the letter it writes. */
  const pressKorean = async (code: string, key: string) => {
    const event = { code, key, windowsVirtualKeyCode: code.charCodeAt(3) };
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  };
  await pressKorean('KeyS', 'ㄴ');
  await page.getByText('왜 건너뛰나요?').waitFor();
  const skipped = await work.decide('Digit4');
  await pressKorean('KeyZ', 'ㅋ');
  expect(await work.item.innerText()).toBe(skipped);

  await page.keyboard.press('Slash');
  const search = page.getByRole('combobox');
  const before = await work.see();
  // Half a syllable is enough to find by, and Enter that only ends the composition chooses nothing.
  await devtools.send('Input.imeSetComposition', { text: '비', selectionStart: 1, selectionEnd: 1 });
  await page.getByRole('option', { name: '한식 › 비빔밥' }).waitFor();
  await devtools.send('Input.imeSetComposition', { text: '비ㅂ', selectionStart: 2, selectionEnd: 2 });
  expect(await page.getByRole('option').first().textContent()).toContain('비빔');
  await devtools.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    code: 'Enter',
    key: 'Process',
    windowsVirtualKeyCode: 229,
  });
  expect(await work.see()).toEqual(before);
  await devtools.send('Input.insertText', { text: '비빔' });
  expect(await search.inputValue()).toBe('비빔');
  // In the box letters and digits are what is typed, and no key decides but Enter.
  await page.keyboard.type('z1s');
  expect(await work.see()).toEqual(before);
  await page.keyboard.press('Escape');
  expect(await search.inputValue()).toBe('');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT');
});

test('before there is a model the tree is what one chooses from, by digits, two levels deep', async () => {
  await engineer.api.labeling.createQueue.mutate({
    key: 'second-look',
    slotKey: 'second-look',
    nameKo: '두 번째 검수',
    nameEn: 'Second look',
    itemKind: 'menu_item',
    leaseSeconds: 10,
    trainEvery: 0,
    labelSet: {
      key: 'second-look',
      kind: 'tree',
      nameKo: '두 번째 검수',
      nameEn: 'Second look',
      labels,
    },
  });
  await become(operator);
  const work = new WorkPage(await site.context.newPage());
  await work.open(site.url, 'second-look');
  await work.savedAndReady();
  const { page } = work;
  await page.getByText('아직 모델이 없습니다').waitFor();
  // While somebody is there the leases are made to last, every third of their length.
  const extended = await page.waitForResponse((response) => response.url().includes('labeling.extend'));
  expect(JSON.parse(await extended.text())[0].result.data).toHaveLength(9);
  const first = await work.decide('Digit1', 'Digit2');
  // The second column of families by its letters, then back out of a family, then by arrows.
  const second = await work.decide('KeyA', 'Backspace', 'ArrowDown', 'Enter', 'Digit1');
  await page.keyboard.press('Slash');
  await page.keyboard.type('ㄴㅁ');
  await page.getByRole('option', { name: /냉면/ }).first().waitFor();
  const third = await work.decide('Enter');
  await work.saved();
  const decided = await operator.api.labeling.recent.query({ queueKey: 'second-look' });
  const families = labels.filter(({ parentKey }) => parentKey === null);
  const leavesOf = (at: number) => labels.filter(({ parentKey }) => parentKey === families[at]?.key);
  expect(decided.map(({ task, labelKey }) => [task.item.name, labelKey])).toEqual([
    [third, expect.stringContaining('naengmyeon')],
    [second, leavesOf(10)[0]?.key],
    [first, leavesOf(0)[1]?.key],
  ]);

  // Whoever leaves gives the tasks back.
  const given = page.waitForRequest((request) => request.url().includes('labeling.release'));
  await page.getByRole('navigation', { name: '주 메뉴' }).getByRole('link', { name: '검수함' }).click();
  const release = await given;
  expect(release.postDataJSON().leases.length).toBeGreaterThan(5);
  expect((await release.response())?.status()).toBe(200);
});

test('one person works in one window: the one they turn to last, and the other goes on when asked', async () => {
  const work = await openQueue();
  const other = new WorkPage(await site.context.newPage());
  await other.open(site.url);
  await other.savedAndReady();
  await work.page.getByText('다른 창에서 검수하고 있습니다').waitFor();
  await other.decide('Enter');
  await work.page.bringToFront();
  await work.page.keyboard.press('Enter');
  await work.savedAndReady();
  await other.page.getByText('다른 창에서 검수하고 있습니다').waitFor();
  const mine = await work.decide('Enter');
  await work.saved();
  expect((await stored(1))[0]?.item).toBe(mine);
  expect(await work.conflicts.count()).toBe(0);
});
