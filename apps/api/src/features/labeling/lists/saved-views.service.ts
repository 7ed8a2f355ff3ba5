import type { savedView } from '@jeoul/shared/labeling/lists';
import type { z } from 'zod';
import type { App } from '../../../lib/app.ts';
import { JeoulError } from '../../../lib/errors.ts';

type Deps = Pick<App, 'db'>;
type View = z.output<typeof savedView>;

/** More would be no help to find any of them. */
const mostViews = 50;

/** A person's views of a page, by name. */
export async function listViews(app: Deps, { userId, page }: { userId: string; page: string }) {
  return app.db.prisma.savedView.findMany({
    where: { userId, page },
    select: { name: true, search: true },
    orderBy: { name: 'asc' },
    take: mostViews,
  });
}

/** Keeps a view; one of the same name is replaced. Throws INVALID_INPUT when there are too many. */
export async function saveView(app: Deps, { userId, page, name, search }: View & { userId: string }): Promise<void> {
  const others = await app.db.prisma.savedView.count({ where: { userId, page, name: { not: name } } });
  if (others >= mostViews) throw new JeoulError('INVALID_INPUT', { detail: `at most ${mostViews} views` });
  await app.db.prisma.savedView.upsert({
    where: { userId_page_name: { userId, page, name } },
    create: { userId, page, name, search },
    update: { search },
  });
}

export async function deleteView(app: Deps, where: { userId: string; page: string; name: string }): Promise<void> {
  await app.db.prisma.savedView.deleteMany({ where });
}
