import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** An open menu or tooltip hangs below the body, outside every landmark, as dialogs do: it is no content that got lost. */
const ofPopups = `axe.configure({ checks: [{
  id: 'region',
  options: { regionMatcher: 'dialog, [role=dialog], [role=alertdialog], [role=menu], [role=tooltip], svg' },
}] })`;

/** The page runs axe as WCAG 2.2 AA and best practice would have it; anything it finds fails with where it is. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Through the debugger and not as a script tag: the page's security policy would refuse that.
  await page.evaluate(await readFile(axePath, 'utf8'));
  await page.evaluate(ofPopups);
  const results: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  const found = results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  }));
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
