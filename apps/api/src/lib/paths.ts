import { existsSync } from 'node:fs';
import path from 'node:path';

function findRepositoryRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'pnpm-workspace.yaml'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`no pnpm-workspace.yaml above ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}

const root = findRepositoryRoot();

/** Where things lie in a checkout, and in an image that keeps its layout. */
export const paths = {
  migrations: path.join(root, 'packages/db/prisma/migrations'),
  webRoot: path.join(root, 'apps/web/dist'),
  defaultDataDir: path.join(root, '.jeoul'),
};
