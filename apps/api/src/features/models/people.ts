import type { App } from '../../lib/app.ts';

/** Names of people by id; ids that are null or unknown are left out. */
export async function namesOf(app: Pick<App, 'db'>, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const users = await app.db.prisma.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}
