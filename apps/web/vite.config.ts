import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstPaint } from './first-paint/plugin.ts';

const apiOrigin = process.env.JEOUL_API_ORIGIN ?? 'http://localhost:4000';
/** The API answers its own page only: in development the proxy speaks in that page's name. */
const toApi = { target: apiOrigin, changeOrigin: true, headers: { origin: apiOrigin } };

const isTarget = (names: readonly string[]) => new RegExp(`node_modules[\\\\/](${names.join('|')})[\\\\/]`);

export default defineConfig({
  plugins: [react(), firstPaint()],
  server: { port: 5173, proxy: { '/trpc': toApi, '/api': toApi } },
  build: {
    target: 'es2023',
    // Everything the server hands out is a file under assets/, named after its content.
    assetsInlineLimit: 0,
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
