import type { App } from '../../lib/app.ts';

/** Rows of a large table are counted no further; beyond it Postgres's own estimate stands in. */
const countCap = 100_000;

export type Count = { rows: number; isEstimate: boolean };
export type CatalogFigures = {
  stores: Count;
  menuItems: Count;
  reviews: Count;
  /** Only what belongs to the stores the person looks after. */
  isOwnStores: boolean;
};

type Row = { name: keyof Omit<CatalogFigures, 'isOwnStores'>; rows: number; estimate: number };

/** How much the catalogue holds; for somebody scoped to stores, what of it belongs to theirs. */
export async function catalogFigures(
  app: Pick<App, 'db'>,
  { scopedTo }: { scopedTo: string | null },
): Promise<CatalogFigures> {
  const rows = scopedTo === null ? await countAll(app) : await countOwn(app, scopedTo);
  const of = (name: Row['name']): Count => {
    const row = rows.find((each) => each.name === name);
    if (!row) return { rows: 0, isEstimate: false };
    const isEstimate = row.rows > countCap;
    return { rows: isEstimate ? Math.max(row.estimate, row.rows) : row.rows, isEstimate };
  };
  return { stores: of('stores'), menuItems: of('menuItems'), reviews: of('reviews'), isOwnStores: scopedTo !== null };
}

async function countAll(app: Pick<App, 'db'>): Promise<Row[]> {
  return app.db.prisma.$queryRaw`
    SELECT counted.*, c.reltuples::float8 AS estimate FROM (
      SELECT 'stores' AS name, 'stores' AS relation,
             (SELECT count(*)::int FROM (SELECT 1 FROM stores LIMIT ${countCap + 1}) s) AS rows
      UNION ALL SELECT 'menuItems', 'menu_items',
             (SELECT count(*)::int FROM (SELECT 1 FROM menu_items LIMIT ${countCap + 1}) s)
      UNION ALL SELECT 'reviews', 'reviews',
             (SELECT count(*)::int FROM (SELECT 1 FROM reviews LIMIT ${countCap + 1}) s)
    ) counted JOIN pg_class c ON c.oid = counted.relation::regclass`;
}

async function countOwn(app: Pick<App, 'db'>, userId: string): Promise<Row[]> {
  return app.db.prisma.$queryRaw`
    WITH own AS (SELECT store_id FROM user_stores WHERE user_id = ${userId}::uuid)
    SELECT 'stores' AS name, (SELECT count(*)::int FROM own) AS rows, 0 AS estimate
    UNION ALL SELECT 'menuItems',
      (SELECT count(*)::int FROM (SELECT 1 FROM menu_items JOIN own USING (store_id) LIMIT ${countCap + 1}) s), 0
    UNION ALL SELECT 'reviews',
      (SELECT count(*)::int FROM (SELECT 1 FROM reviews JOIN own USING (store_id) LIMIT ${countCap + 1}) s), 0`;
}
