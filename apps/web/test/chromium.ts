import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Quiet and alone: no sandbox as root, no talk with hosts outside. */
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function packaged(): Promise<{ executablePath: string; args: string[] }> {
  const { default: sparticuz } = await import('@sparticuz/chromium');
  const executablePath = await sparticuz.executablePath();
  // With one process for everything, a page that crashes takes the whole browser along.
  return { executablePath, args: sparticuz.args.filter((arg) => arg !== '--single-process') };
}

/**
 * A headless Chromium: the one `CHROMIUM_PATH` names, else one installed on this machine, else npm's
 * `@sparticuz/chromium`, which needs nothing installed. Throws when none of them starts: a browser test never skips.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH ?? installed.find((path) => existsSync(path));
  const { executablePath, args } = named ? { executablePath: named, args: quiet } : await packaged();
  // Without a UTF-8 locale it can't write Korean file names and calls every download "download".
  return chromium.launch({ executablePath, args, headless: true, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}
