import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { colors } from '../src/theme/tokens.ts';

const script = readFileSync(path.join(import.meta.dirname, 'before-paint.js'), 'utf8');
const hash = createHash('sha256').update(script).digest('base64url').slice(0, 8);
const fileName = `assets/before-paint-${hash}.js`;

/**
 * Theme and language before the first paint. The script is a blocking file of its own, as the security policy forbids
 * inline ones; the ground of both themes is in the page, so that a dark screen never flashes white.
 */
export function firstPaint(): Plugin {
  return {
    name: 'jeoul-first-paint',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: script });
    },
    transformIndexHtml: (_html, { server }) => [
      {
        tag: 'style',
        attrs: { nonce: '__CSP_NONCE__' },
        children: `html{background:${colors.light.paper}}html[data-theme=dark]{background:${colors.dark.paper}}`,
        injectTo: 'head-prepend',
      },
      server
        ? { tag: 'script', children: script, injectTo: 'head-prepend' }
        : { tag: 'script', attrs: { src: `/${fileName}` }, injectTo: 'head-prepend' },
    ],
  };
}
