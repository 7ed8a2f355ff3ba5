import type { WebhookEvent } from '@jeoul/shared/platform/webhooks';
import type { Tx } from '@jeoul/db/client';
import { outboxChannel } from '../jobs/outbox.ts';

/** How a subject came to stand, and what its endpoints are told of it. */
export type SubjectChange = {
  /** `review:<id>`, `menu_item:<id>`, or `<queue>:<id>` for what a queue says of a review. */
  subject: string;
  event: WebhookEvent;
  /** In one word, by which it is known whether there is anything to tell: the standing effect, the label. */
  standing: string | null;
  priorStanding: string | null;
  payload: Record<string, unknown>;
};

/** Whether anybody wants to hear of any of the events. */
export async function isHeard(tx: Tx, events: readonly WebhookEvent[]): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isHeard: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM webhook_endpoints WHERE disabled_at IS NULL AND events && ${[...events]}::text[]) AS "isHeard"`;
  return row?.isHeard ?? false;
}

/**
 * Owes every endpoint that listens a word on how subjects stand now, in the transaction that changes them; a subject once
 * a call. What is owed of the same subject and has not left is withdrawn first, so that an endpoint hears the outcome
 * only, and nothing at all when the outcome is what it knows: a decision undone in time leaves no trace outside.
 */
export async function tellChanges(
  tx: Tx,
  { changes, delayMinutes }: { changes: readonly SubjectChange[]; delayMinutes: number },
): Promise<void> {
  if (changes.length === 0) return;
  const given = changes.map(({ priorStanding, ...change }) => ({ ...change, prior_standing: priorStanding }));
  // Due is as good as gone: whoever delivers may be at it. What was tried in vain may have been heard all the same.
  await tx.$executeRaw`
    WITH told AS (
      SELECT e.id AS endpoint_id, g.* FROM webhook_endpoints e, jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        AS g(subject text, event text, standing text, prior_standing text, payload jsonb)
      WHERE e.disabled_at IS NULL AND g.event = ANY(e.events)
    ), withdrawn AS (
      UPDATE webhook_deliveries d SET state = 'withdrawn', ended_at = now() FROM told t
      WHERE d.subject = t.subject AND d.endpoint_id = t.endpoint_id AND d.state = 'waiting' AND d.due_at > now()
      RETURNING d.id, d.subject, d.endpoint_id, d.attempts, d.prior_standing
    ), heard AS (
      SELECT DISTINCT ON (d.subject, d.endpoint_id) d.subject, d.endpoint_id, d.standing
      FROM told t JOIN webhook_deliveries d ON d.subject = t.subject AND d.endpoint_id = t.endpoint_id
      WHERE (d.state <> 'withdrawn' OR d.attempts > 0) AND d.id NOT IN (SELECT id FROM withdrawn WHERE attempts = 0)
      ORDER BY d.subject, d.endpoint_id, d.id DESC
    ), unheard AS (
      SELECT DISTINCT ON (subject, endpoint_id) subject, endpoint_id, prior_standing FROM withdrawn
      ORDER BY subject, endpoint_id, id
    ), known AS (
      SELECT t.*, CASE WHEN h.subject IS NOT NULL THEN h.standing WHEN u.subject IS NOT NULL THEN u.prior_standing
                       ELSE t.prior_standing END AS known_standing
      FROM told t LEFT JOIN heard h USING (subject, endpoint_id) LEFT JOIN unheard u USING (subject, endpoint_id)
    ), owed AS (
      INSERT INTO webhook_deliveries (endpoint_id, event, subject, standing, prior_standing, payload, due_at)
      SELECT endpoint_id, event, subject, standing, known_standing, payload,
        now() + make_interval(mins => ${delayMinutes}::int)
      FROM known WHERE standing IS DISTINCT FROM known_standing
      RETURNING id, due_at
    )
    INSERT INTO job_outbox (name, payload, due_at)
    SELECT 'platform.deliver', jsonb_build_object('deliveryId', id, 'attempt', 0), due_at FROM owed`;
  if (delayMinutes === 0) await tx.$executeRaw`SELECT pg_notify(${outboxChannel}, '')`;
}
