import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's own schema engine is a download; this one is made of npm packages alone.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= path.join(import.meta.dirname, 'prisma', 'schema-engine.mjs');

export default defineConfig({
  schema: path.join('prisma', 'schema.prisma'),
  migrations: { path: path.join('prisma', 'migrations') },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
