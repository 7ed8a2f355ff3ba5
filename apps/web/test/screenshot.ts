import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Keeps a picture as `<JEOUL_SCREENSHOTS>/<name>.png`, once fonts are there; does nothing when no folder is given. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.JEOUL_SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
