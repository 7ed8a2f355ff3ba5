/** The directions of imports: STYLE of the house, checked. A test (scripts/boundaries.test.mjs) proves that a violation is caught. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'packages-never-import-apps',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'pure-packages-stay-pure',
      comment: 'shared, ml and demo know no database, queue, server or page',
      severity: 'error',
      from: { path: '^packages/(shared|ml|demo)/src', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/(@prisma|pg|bullmq|ioredis|fastify|react|@mui|@trpc)/|^packages/db/' },
    },
    {
      name: 'pure-packages-do-no-io',
      severity: 'error',
      from: { path: '^packages/(shared|ml|demo)/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-never-imports-the-database',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^packages/db/' },
    },
    {
      name: 'web-knows-the-api-by-type-alone',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^apps/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'api-features-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/api/src/features/([^/]+)/' },
      to: { path: '^apps/api/src/features/([^/]+)/', pathNot: '^apps/api/src/features/$1/' },
    },
    {
      name: 'web-features-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/([^/]+)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'api-lib-imports-no-feature',
      severity: 'error',
      from: { path: '^apps/api/src/lib/' },
      to: { path: '^apps/api/src/(features|roles|cli|router|jobs)' },
    },
    {
      name: 'web-foundations-import-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(components|lib|theme|locales)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
