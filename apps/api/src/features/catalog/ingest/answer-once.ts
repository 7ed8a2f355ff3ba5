import { createHash } from 'node:crypto';
import type { App } from '../../../lib/app.ts';
import { JeoulError } from '../../../lib/errors.ts';
import type pg from 'pg';
import { inTransaction } from '../transactions.ts';

const keptDays = 7;

/**
 * Does a request's work once for each idempotency key of an API key: the answer is stored in the transaction that does
 * it, and the same request sent again gets that answer. Two at a time wait for each other; work that failed left nothing
 * and is done anew. Throws CONFLICT when another request was sent under the same idempotency key.
 */
export async function answerOnce<T extends object>(
  app: Pick<App, 'db'>,
  request: { apiKeyId: string; idempotencyKey: string; url: string; body: Buffer },
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<{ answer: T; isRepeat: boolean }> {
  const { apiKeyId, idempotencyKey, url, body } = request;
  const requestHash = createHash('sha256').update(url).update('\n').update(body).digest('hex');
  return inTransaction(app.db.pool, async (client) => {
    const begun = await client.query(
      `INSERT INTO ingest_answers (api_key_id, idempotency_key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [apiKeyId, idempotencyKey, requestHash],
    );
    if (begun.rowCount === 0) {
      const { rows } = await client.query<{ request_hash: string; answer: T }>(
        'SELECT request_hash, answer FROM ingest_answers WHERE api_key_id = $1 AND idempotency_key = $2',
        [apiKeyId, idempotencyKey],
      );
      const [stored] = rows;
      if (stored?.request_hash !== requestHash) throw new JeoulError('CONFLICT', { idempotencyKey });
      return { answer: stored.answer, isRepeat: true };
    }
    const answer = await work(client);
    await client.query('UPDATE ingest_answers SET answer = $3 WHERE api_key_id = $1 AND idempotency_key = $2', [
      apiKeyId,
      idempotencyKey,
      JSON.stringify(answer),
    ]);
    return { answer, isRepeat: false };
  });
}

/** Forgets answers that nobody asks for any more. Returns how many. Safe to overlap. */
export async function forgetAnswers(app: Pick<App, 'db'>): Promise<number> {
  return app.db.prisma.$executeRaw`
    DELETE FROM ingest_answers WHERE created_at < now() - make_interval(days => ${keptDays}::int)`;
}
