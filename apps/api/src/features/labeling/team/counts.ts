/** The day in Seoul of a decision `d`. */
export const daySql = `(d.decided_at AT TIME ZONE 'Asia/Seoul')::date`;

export const standsSql = 'd.undone_at IS NULL AND d.label_key IS NOT NULL';

/** What is counted of decisions `d`, whatever they are grouped by: the columns of a tally in their order. */
export const tallySql = `
  count(*) FILTER (WHERE ${standsSql})::int AS answered,
  count(*) FILTER (WHERE ${standsSql} AND d.predicted_label_key IS NOT NULL)::int AS proposed,
  count(*) FILTER (WHERE ${standsSql} AND d.label_key = d.predicted_label_key)::int AS accepted,
  count(*) FILTER (WHERE d.undone_at IS NULL AND d.skip_reason IS NOT NULL)::int AS skipped,
  count(*) FILTER (WHERE d.undone_at IS NULL AND d.label_key IS NULL AND d.skip_reason IS NULL)::int AS escalated,
  count(*) FILTER (WHERE d.undone_at IS NOT NULL)::int AS undone`;

/** How long a decision took, in milliseconds of two digits that count: a few dozen values in place of thousands. */
export const paceSql = 'round(d.duration_ms, 2 - length(d.duration_ms::text))::int';

/** The answers of decisions that `where` picks of a table, as given and as proposed, to be summed by answer. */
export function labelsSql(table: string, where: string): string {
  return `SELECT d.queue_id, ${daySql} AS day, u.label_key,
      (u.is_chosen)::int AS chosen, (u.is_proposed)::int AS proposed, (u.is_chosen AND u.is_proposed)::int AS accepted
    FROM ${table} d CROSS JOIN LATERAL (
      SELECT d.label_key, true AS is_chosen, d.label_key IS NOT DISTINCT FROM d.predicted_label_key AS is_proposed
      UNION ALL
      SELECT d.predicted_label_key, false, true WHERE d.predicted_label_key <> d.label_key
    ) u
    WHERE ${where} AND ${standsSql}`;
}
