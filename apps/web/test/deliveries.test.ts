import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPerson } from './api-client.ts';
import { demoSite } from './demo-site.ts';
import { expectNoAxeViolations } from './expect-no-axe-violations.ts';
import { watchErrors } from './page-errors.ts';
import { screenshot } from './screenshot.ts';

const cli = path.resolve(import.meta.dirname, '../../api/dist/cli.js');
const site = demoSite();
let receiver: Server;

beforeAll(async () => {
  receiver = createServer((_request, response) => response.writeHead(204).end());
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  receiver?.close();
});

it('an administrator sees what waits to be told, follows one, and is told why a list is empty', async () => {
  // A TCP server's address has a port.
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const made = execFileSync(process.execPath, [cli, 'create-webhook', '--url', url, '--data-dir', site.dataDir]);
  expect(made.toString()).toContain('whsec_');
  const { api } = await demoPerson(site.url, 'operator@demo.jeoul');
  const [task] = await api.labeling.claim.mutate({ queueKey: 'menu-category', count: 1, holding: [] });
  if (!task) throw new Error('the demo has tasks');
  const labels = await api.labeling.labels.query({ queueKey: 'menu-category' });
  const leaf = labels.find(({ parentKey }) => parentKey !== null);
  const decision = { decisionId: crypto.randomUUID(), taskId: task.taskId, fence: task.fence };
  await api.labeling.decide.mutate({
    decisions: [{ ...decision, labelKey: leaf?.key ?? '', skipReason: null, durationMs: 900 }],
  });

  const { cookies } = await demoPerson(site.url, 'admin@demo.jeoul');
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${site.url}/deliveries`);
  await page.getByText('실패한 전송이 없습니다').waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: '대기', exact: true }).click();
  await page.getByRole('grid').getByText(url).waitFor();
  await page.keyboard.press('o');
  await page.getByText('menu_item:').waitFor();
  expect(page.url()).toMatch(/state=waiting&delivery=/);
  await expectNoAxeViolations(page);
  await screenshot(page, 'deliveries-ko-light');
  expect(errors).toEqual([]);
  await context.close();
});
