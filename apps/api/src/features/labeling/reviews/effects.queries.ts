import type { EffectAction, PolicyReason, TextSpan } from '@jeoul/shared/labeling/answers';
import type { EffectView } from '@jeoul/shared/labeling/contract';
import { maskPersonalData, maskSpans } from '@jeoul/shared/labeling/personal-data';
import type { Prisma, Tx } from '@jeoul/db/client';

type Sql = Pick<Prisma | Tx, '$queryRaw'>;

type EffectRow = {
  id: string;
  reviewId: string;
  storeName: string;
  stars: number | null;
  text: string;
  writtenAt: Date | null;
  place: number;
  reviewsOfStore: number;
  action: EffectAction;
  policyReason: PolicyReason;
  spans: TextSpan[];
  labelKeys: string[];
  decidedById: string;
  decidedBy: string;
  startedAt: Date;
  endsAt: Date | null;
  endedAt: Date | null;
  endReason: EffectView['endReason'];
  objection: EffectView['objection'];
  notices: EffectView['notices'];
};

/**
 * Effects on reviews, newest first; `cursor` is the last effect of the page before. `open` are those that stand, those with an objection nobody has ruled
 * on first of all. A review's place is among all reviews of its store by date, shown or not: effects do not move it.
 */
export async function listEffects(
  sql: Sql,
  input: {
    filter: 'open' | 'objections' | 'ended';
    limit: number;
    cursor?: string | null | undefined;
    viewerId: string;
  },
): Promise<EffectView[]> {
  const { filter, limit, cursor = null } = input;
  const rows = await sql.$queryRaw<EffectRow[]>`
    WITH picked AS (
      SELECT e.* FROM review_effects e LEFT JOIN review_objections o ON o.effect_id = e.id
      WHERE (${cursor}::uuid IS NULL OR e.id < ${cursor}::uuid)
        AND CASE ${filter} WHEN 'ended' THEN e.ended_at IS NOT NULL
                           WHEN 'objections' THEN e.ended_at IS NULL AND o.state = 'open'
                           ELSE e.ended_at IS NULL END
      ORDER BY e.id DESC LIMIT ${limit}
    )
    SELECT e.id, v.id AS "reviewId", s.name AS "storeName", v.rating AS stars, v.text, v.written_at AS "writtenAt",
      (SELECT count(*)::int + 1 FROM reviews n WHERE n.store_id = v.store_id
        AND (n.written_at > v.written_at OR (n.written_at = v.written_at AND n.id > v.id))) AS place,
      (SELECT count(*)::int FROM reviews n WHERE n.store_id = v.store_id) AS "reviewsOfStore",
      e.action, e.policy_reason AS "policyReason", e.spans, d.label_keys AS "labelKeys", u.name AS "decidedBy",
      e.decided_by_id AS "decidedById", e.started_at AS "startedAt", e.ends_at AS "endsAt", e.ended_at AS "endedAt",
      e.end_reason AS "endReason",
      (SELECT jsonb_build_object('state', o.state, 'reason', o.reason, 'filedAt', o.filed_at, 'ruling', o.ruling)
        FROM review_objections o WHERE o.effect_id = e.id) AS objection,
      coalesce((SELECT jsonb_agg(jsonb_build_object('recipient', n.recipient, 'kind', n.kind, 'dueAt', n.due_at,
          'leftAt', n.left_at, 'withdrawnAt', n.withdrawn_at) ORDER BY n.created_at, n.recipient)
        FROM review_notices n WHERE n.effect_id = e.id), '[]') AS notices
    FROM picked e JOIN reviews v ON v.id = e.review_id JOIN stores s ON s.id = v.store_id
    JOIN decisions d ON d.id = e.decision_id JOIN users u ON u.id = e.decided_by_id
    ORDER BY e.id DESC`;
  return rows.map(({ decidedById, spans, ...row }) => {
    const text = maskPersonalData(row.text);
    return {
      ...row,
      text,
      /** What customers see of it while the effect stands. */
      shownText: row.action === 'mask' ? maskSpans(text, spans) : null,
      isOwn: decidedById === input.viewerId,
      writtenAt: row.writtenAt?.toISOString() ?? null,
      startedAt: row.startedAt.toISOString(),
      endsAt: row.endsAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
    };
  });
}
