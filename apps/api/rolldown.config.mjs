import { defineConfig } from 'rolldown';

// One program for all roles. Workspace packages are compiled in; what npm installs stays where it is.
export default defineConfig({
  input: { cli: 'src/cli/main.ts', 'compute-worker': 'src/workers/compute-worker.ts' },
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@jeoul/') && !/^[A-Za-z]:\\/.test(id),
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true },
});
