import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Quiet and alone: no sandbox as root, no talk with hosts outside, no 3D drawn by the processor. */
const quiet = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--font-render-hinting=none',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function packaged(): Promise<string> {
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
}

/**
 * A headless Chromium: the one `CHROMIUM_PATH` names, else one installed on this machine, else npm's
 * `@sparticuz/chromium`, which needs nothing installed. Throws when none of them starts: a browser test never skips.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? installed.find((path) => existsSync(path)) ?? (await packaged());
  // Without a UTF-8 locale it can't write Korean file names and calls every download "download".
  return chromium.launch({ executablePath, args: quiet, headless: true, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}
