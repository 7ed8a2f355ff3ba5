/** What a test run's global set-up tells its tests: where Postgres is, and which database there to clone. */
export type TestPostgres = { url: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    testPostgres: TestPostgres;
  }
}
