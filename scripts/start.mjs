// `npm start`: set-up, then the console.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, requireNode } from './prepare.mjs';

requireNode();
const asked = process.argv.slice(2);
const isOnlyHelp = asked.some((flag) => flag === '--help' || flag === '-h');
prepare();
process.env.NODE_ENV ??= 'production';
const cli = path.resolve(import.meta.dirname, '../apps/api/dist/cli.js');
process.argv = [process.argv[0], 'jeoul', ...(isOnlyHelp ? ['start', '--help'] : ['start', ...asked])];
await import(pathToFileURL(cli).href);
