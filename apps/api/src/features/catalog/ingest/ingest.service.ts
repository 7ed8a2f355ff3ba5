import type pg from 'pg';
import { auditInsert } from '../../../lib/audit.ts';
import type { ApiKeyUser } from '../../../lib/api-keys.ts';
import type { App } from '../../../lib/app.ts';
import { enqueueJobOnce } from '../../../lib/jobs/outbox.ts';
import { storeBatch } from '../import-batch.ts';
import { reviews } from '../item-tables.ts';
import { answerOnce } from './answer-once.ts';
import { pointerTo, readReports, readReviews, type BodyProblem } from './bodies.ts';
import { holdTasks, reopenTasks } from './reopen.queries.ts';
import { storeReports } from './reports.queries.ts';

export type IngestRequest = {
  key: ApiKeyUser;
  idempotencyKey: string;
  url: string;
  body: Buffer;
  requestId: string;
};

/** What became of a request. `refused` could not be stored and says why; all else is. */
export type IngestAnswer = {
  created: number;
  updated: number;
  unchanged: number;
  /** Tasks that were resolved and are open again. */
  reopened: number;
  refused: BodyProblem[];
};

/** Many small requests share one rescoring: it reads every open task. */
const rescoreDelaySeconds = 30;

/**
 * Stores reviews, each as a task in every queue of reviews, all of a request or nothing. One that is known is brought up
 * to date, and judged anew when its text has changed. Throws BodyError, CONFLICT.
 */
export async function ingestReviews(app: Pick<App, 'db'>, request: IngestRequest) {
  const { records, isList } = readReviews(request.body);
  const ids = [...new Set(records.map(({ externalId }) => externalId))];
  return answerOnce(app, { ...request, apiKeyId: request.key.id }, async (client): Promise<IngestAnswer> => {
    await holdTasks(client, ids);
    const { counts, problems } = await storeBatch(client, reviews, records);
    const reopened = counts.rowsUpdated === 0 ? 0 : await reopenTasks(client, ids);
    if (counts.rowsCreated + counts.rowsUpdated > 0) await oweRescoring(client);
    const answer = {
      created: counts.rowsCreated,
      updated: counts.rowsUpdated,
      unchanged: counts.rowsUnchanged,
      reopened,
      refused: problems.map(({ line, reason }) => ({ path: pointerTo(line, isList, 'id'), reason })),
    };
    await noteIngest(client, request, { action: 'ingest.reviews', answer });
    return answer;
  });
}

/**
 * Stores what people report of reviews; one person counts once a review. The review's tasks come sooner, and those that
 * were resolved are opened again after as many people as the queue says. Throws BodyError, CONFLICT.
 */
export async function ingestReports(app: Pick<App, 'db'>, request: IngestRequest) {
  const { reports, isList } = readReports(request.body);
  const ids = [...new Set(reports.map(({ reviewId }) => reviewId))];
  return answerOnce(app, { ...request, apiKeyId: request.key.id }, async (client): Promise<IngestAnswer> => {
    await holdTasks(client, ids);
    const { created, unknown } = await storeReports(client, reports);
    const reopened = created === 0 ? 0 : await reopenTasks(client, ids);
    if (reopened > 0) await oweRescoring(client);
    const refused = unknown.map((place) => {
      return { path: pointerTo(place, isList, 'reviewId'), reason: 'unknown_review' };
    });
    const unchanged = reports.length - created - refused.length;
    const answer = { created, updated: 0, unchanged, reopened, refused };
    await noteIngest(client, request, { action: 'ingest.reports', answer });
    return answer;
  });
}

async function oweRescoring(client: pg.ClientBase): Promise<void> {
  const slots = await client.query<{ slot_key: string }>(
    `SELECT DISTINCT slot_key FROM queues WHERE item_kind = 'review' ORDER BY slot_key`,
  );
  for (const { slot_key: slotKey } of slots.rows) {
    await enqueueJobOnce(client, 'labeling.rescore', { payload: { slotKey }, delaySeconds: rescoreDelaySeconds });
  }
}

async function noteIngest(
  client: pg.ClientBase,
  { key, requestId }: IngestRequest,
  { action, answer }: { action: string; answer: IngestAnswer },
): Promise<void> {
  const { refused, ...counts } = answer;
  const { text, values } = auditInsert([
    {
      actor: { kind: 'key', id: key.id },
      action,
      targetKind: 'api_key',
      targetId: key.id,
      after: { ...counts, refused: refused.length },
      requestId,
    },
  ]);
  await client.query(text, values);
}
