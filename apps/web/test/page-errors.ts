import type { Page } from 'playwright-core';

/** Collects what a page complains of: thrown errors, and the console's errors, the security policy's among them. */
export function watchErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
