import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The page runs axe as WCAG 2.2 AA and best practice would have it; anything it finds fails with where it is. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // A tooltip left open by the pointer stands outside every landmark and is gone in a moment.
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  // Through the debugger and not as a script tag: the page's security policy would refuse that.
  await page.evaluate(await readFile(axePath, 'utf8'));
  const results: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  const found = results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  }));
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
