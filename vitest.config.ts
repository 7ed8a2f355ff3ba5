import { defineConfig } from 'vitest/config';

// Two kinds of tests: those beside the code, which share one Postgres with a database a file, and the journeys in a real
// browser, each file against a built and running installation that begins as a copy of one demo.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'code',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'scripts/*.test.ts'],
          globalSetup: ['packages/db/src/test-postgres.global.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
          // Files of one worker share their modules: reading them anew for each took a quarter of the time. No test may
          // leave anything in a module behind.
          isolate: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['apps/web/test/**/*.test.ts'],
          globalSetup: ['apps/web/test/demo-template.global.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          pool: 'forks',
        },
      },
    ],
    maxWorkers: 2,
    passWithNoTests: false,
  },
});
