import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { colors } from './src/theme/tokens.ts';

/** The ground of both themes in the page itself, so that a dark screen never flashes white before the script runs. */
function firstPaintGround(): Plugin {
  return {
    name: 'jeoul-first-paint-ground',
    transformIndexHtml: () => [
      {
        tag: 'style',
        attrs: { nonce: '__CSP_NONCE__' },
        children: `html{background:${colors.light.paper}}html[data-theme=dark]{background:${colors.dark.paper}}`,
        injectTo: 'head',
      },
    ],
  };
}

const apiOrigin = process.env.JEOUL_API_ORIGIN ?? 'http://localhost:4000';
const isTarget = (names: readonly string[]) => new RegExp(`node_modules[\\\\/](${names.join('|')})[\\\\/]`);

export default defineConfig({
  plugins: [react(), firstPaintGround()],
  server: { port: 5173, proxy: { '/trpc': apiOrigin, '/api': apiOrigin } },
  build: {
    target: 'es2023',
    // The bundle report of scripts/bundle-size.mjs reads which chunks the first page loads from here.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: isTarget(['react', 'react-dom', 'scheduler']), priority: 30 },
            { name: 'chart', test: isTarget(['echarts', 'zrender']), priority: 25 },
            { name: 'table', test: isTarget(['@tanstack/react-table', '@tanstack/table-core']), priority: 24 },
            { name: 'style', test: isTarget(['@emotion', 'stylis']), priority: 20 },
            { name: 'data', test: isTarget(['@tanstack', '@trpc', 'i18next', 'react-i18next']), priority: 10 },
          ],
        },
      },
    },
  },
});
