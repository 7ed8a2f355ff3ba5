import type { App } from '../../../lib/app.ts';

/** Deliveries that came to an end are kept this long; dead ones until they are tried again. */
const keptDays = 30;
const forgottenAtOnce = 5_000;

/** Forgets deliveries that ended long ago, a lot at a time. Returns how many. Safe to overlap. */
export async function forgetDeliveries(app: Pick<App, 'db'>): Promise<number> {
  return app.db.prisma.$executeRaw`
    DELETE FROM webhook_deliveries WHERE id IN (
      SELECT id FROM webhook_deliveries
      WHERE ended_at IS NOT NULL AND state <> 'dead' AND ended_at < now() - make_interval(days => ${keptDays}::int)
      ORDER BY ended_at LIMIT ${forgottenAtOnce} FOR UPDATE SKIP LOCKED)`;
}
