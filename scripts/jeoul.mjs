// `pnpm jeoul COMMAND`: the command line of an installation.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, requireNode } from './prepare.mjs';

requireNode();
prepare();
process.env.NODE_ENV ??= 'production';
process.argv = [process.argv[0], 'jeoul', ...process.argv.slice(2)];
await import(pathToFileURL(path.resolve(import.meta.dirname, '../apps/api/dist/cli.js')).href);
