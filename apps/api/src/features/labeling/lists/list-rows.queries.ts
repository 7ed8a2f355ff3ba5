import type { Database } from '@jeoul/db/client';
import type { ListedDecision, ListedTask } from '@jeoul/shared/labeling/lists';
import { maskPersonalData } from '@jeoul/shared/labeling/personal-data';
import { itemColumns, itemJoins } from './item-joins.ts';

/** Personal data in reviews leaves the server only when asked for, one review at a time. */
function shownText(kind: string, text: string): string {
  return kind === 'review' ? maskPersonalData(text) : text;
}

type TaskRow = Omit<ListedTask, 'state' | 'createdAt' | 'resolvedAt'> & {
  state: string;
  createdAt: Date;
  resolvedAt: Date | null;
};

/** Tasks as a list shows them, in the order of their ids given. */
export async function taskRows(
  db: Database,
  kind: string,
  ids: readonly string[],
): Promise<(Omit<ListedTask, 'state'> & { state: string })[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<TaskRow>(
    `SELECT t.id AS "taskId", ${itemColumns(kind)}, t.top_label_key AS "predictedLabelKey",
            t.top_probability AS probability, t.priority, t.created_at AS "createdAt", t.resolved_at AS "resolvedAt",
            CASE WHEN t.state <> 'open' THEN t.state
                 WHEN t.lease_expires_at > now() AND t.lease_holder_id IS NOT NULL THEN 'held'
                 WHEN t.deferred_until > now() THEN 'deferred' ELSE 'open' END AS state,
            CASE WHEN t.lease_expires_at > now() THEN h.name END AS holder,
            r.label_key AS "labelKey", u.name AS "decidedBy"
     FROM tasks t ${itemJoins(kind, 't')}
     LEFT JOIN users h ON h.id = t.lease_holder_id
     LEFT JOIN resolutions r ON r.task_id = t.id AND r.revoked_at IS NULL
     LEFT JOIN decisions d ON d.id = r.decision_id
     LEFT JOIN users u ON u.id = d.user_id
     WHERE t.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], t.id)`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    text: shownText(kind, row.text),
    createdAt: row.createdAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  }));
}

type DecisionRow = Omit<ListedDecision, 'kind' | 'decidedAt' | 'undoneAt'> & {
  kind: string;
  decidedAt: Date;
  undoneAt: Date | null;
};

/** Decisions as a list shows them, in the order of their ids given. */
export async function decisionRows(
  db: Database,
  kind: string,
  ids: readonly string[],
): Promise<(Omit<ListedDecision, 'kind'> & { kind: string })[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<DecisionRow>(
    `SELECT d.id AS "decisionId", d.task_id AS "taskId", ${itemColumns(kind)},
            d.predicted_label_key AS "predictedLabelKey", d.predicted_probability AS probability,
            CASE WHEN d.undone_at IS NOT NULL THEN 'undone' WHEN d.skip_reason IS NOT NULL THEN 'skipped' WHEN d.label_key IS NULL THEN 'escalated'
                 WHEN d.label_key IS DISTINCT FROM d.predicted_label_key THEN 'corrected' ELSE 'accepted' END AS kind,
            d.label_key AS "labelKey", d.skip_reason AS "skipReason", u.name AS "decidedBy",
            d.decided_at AS "decidedAt", d.undone_at AS "undoneAt", d.duration_ms AS "durationMs"
     FROM decisions d JOIN tasks t ON t.id = d.task_id ${itemJoins(kind, 't')} JOIN users u ON u.id = d.user_id
     WHERE d.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], d.id)`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    text: shownText(kind, row.text),
    decidedAt: row.decidedAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}
