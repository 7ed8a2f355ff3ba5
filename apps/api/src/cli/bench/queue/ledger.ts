import type { DecisionInput, DecisionOutcome } from '@jeoul/shared/labeling/contract';
import type { Database } from '@jeoul/db/client';

type Labelled = DecisionInput & { labelKey: string };

/** What the server said to the operators, to be held against what it stored. */
export class Ledger {
  readonly claimMs: number[] = [];
  readonly decideMs: number[] = [];
  readonly acknowledged = new Map<string, Labelled>();
  /** Decisions the server refused: with leases that hold there are none. */
  conflicts = 0;
  /** Calls that got no answer. */
  failures = 0;
  /** Key presses that found no task on the page. */
  starved = 0;
  lastAcknowledgedAt = 0;

  answered(decision: Labelled, outcome: DecisionOutcome, ms: number): void {
    if (outcome.status === 'conflict') {
      this.conflicts += 1;
      return;
    }
    this.acknowledged.set(decision.decisionId, decision);
    this.lastAcknowledgedAt = performance.now();
    this.decideMs.push(ms);
  }
}

export type Tally = { stored: number; lost: number; doubled: number };

/**
 * Holds the acknowledged decisions against the database. Lost: its decision, its standing resolution, its effect on the
 * item or its audit is not there exactly as sent. Doubled: a task with more than one acknowledged decision, standing
 * resolution, stored decision or audit row of a decision that stands. `before` is how many decisions were there at the start.
 */
export async function tally(db: Database, { ledger, before }: { ledger: Ledger; before: number }): Promise<Tally> {
  const sent = [...ledger.acknowledged.values()];
  const client = await db.pool.connect();
  try {
    await client.query('CREATE TEMP TABLE sent (id uuid PRIMARY KEY, task_id uuid, label_key text)');
    await client.query('INSERT INTO sent SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[])', [
      sent.map((decision) => decision.decisionId),
      sent.map((decision) => decision.taskId),
      sent.map((decision) => decision.labelKey),
    ]);
    await client.query('ANALYZE sent');
    const { rows } = await client.query<Tally>(tallySql, [before]);
    const [figures] = rows;
    if (!figures) throw new Error('nothing was counted');
    return figures;
  } finally {
    client.release(true);
  }
}

const tallySql = `
  WITH audited AS (
    SELECT a.target_id::uuid AS task_id, count(*) AS rows FROM audit_entries a
    JOIN decisions d ON d.id = (a.after->>'decisionId')::uuid AND d.undone_at IS NULL
    WHERE a.action = 'decision.made' AND a.target_kind = 'task' GROUP BY 1
  ), whole AS (
    SELECT s.id FROM sent s
    JOIN decisions d ON d.id = s.id AND d.task_id = s.task_id AND d.label_key = s.label_key AND d.undone_at IS NULL
    JOIN resolutions r ON r.decision_id = d.id AND r.label_key = s.label_key AND r.revoked_at IS NULL
    JOIN tasks t ON t.id = s.task_id AND t.state = 'resolved' AND t.lease_holder_id IS NULL
    JOIN menu_items i ON i.id = t.item_id AND i.label_key = s.label_key AND i.label_source = 'person'
    JOIN audited a ON a.task_id = s.task_id
  ), doubles AS (
    SELECT task_id FROM sent GROUP BY task_id HAVING count(*) > 1
    UNION SELECT task_id FROM decisions WHERE undone_at IS NULL AND label_key IS NOT NULL GROUP BY task_id HAVING count(*) > 1
    UNION SELECT task_id FROM resolutions WHERE revoked_at IS NULL GROUP BY task_id HAVING count(*) > 1
    UNION SELECT task_id FROM audited WHERE rows > 1
  )
  SELECT (SELECT count(*) FROM decisions)::int - $1::int AS stored,
         ((SELECT count(*) FROM sent) - (SELECT count(*) FROM whole))::int AS lost,
         (SELECT count(*) FROM doubles)::int AS doubled`;
