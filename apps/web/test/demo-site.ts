import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Installation, startInstallation } from './installation.ts';

/** What a file's tests open. All of it is there from the file's own `beforeAll` on, `context` in its tests. */
export type DemoSite = {
  readonly url: string;
  readonly dataDir: string;
  readonly browser: Browser;
  /** A profile of its own for each test, in which nobody is signed in. */
  readonly context: BrowserContext;
};

/**
 * One installation with the demo and one browser for all tests of a file: started before the first, stopped after the
 * last. With `eachTest` every test has a `context` made so.
 */
export function demoSite(eachTest?: BrowserContextOptions): DemoSite {
  let installation: Installation | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    [installation, browser] = await Promise.all([startInstallation(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await installation?.[Symbol.asyncDispose]();
  });
  if (eachTest) {
    beforeEach(async () => {
      await context?.close();
      context = await started(browser).newContext(eachTest);
    });
  }
  return {
    get url() {
      return started(installation).url;
    },
    get dataDir() {
      return started(installation).dataDir;
    },
    get browser() {
      return started(browser);
    },
    get context() {
      return started(context);
    },
  };
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('asked for before it was started');
  return thing;
}
