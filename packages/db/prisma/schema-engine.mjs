#!/usr/bin/env node
// Stands in for the schema engine that Prisma's command line would download: see src/schema-engine/main.ts.
import 'tsx';

await import('../src/schema-engine/main.ts');
