import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { ItemKind, LabelSetKind, SkipReason } from '@jeoul/shared/labeling/contract';
import { sqlPiece, type Tx } from '@jeoul/db/client';
import type { App } from '../../../lib/app.ts';
import { JeoulError } from '../../../lib/errors.ts';

export type QueueRow = {
  id: string;
  key: string;
  slotKey: string;
  labelSetId: string;
  itemKind: ItemKind;
  kind: LabelSetKind;
};

/** A queue by its key. Throws NOT_FOUND. */
export async function readQueue(app: Pick<App, 'db'>, queueKey: string): Promise<QueueRow> {
  const [queue] = await app.db.prisma.$queryRaw<QueueRow[]>`
    SELECT q.id, q.key, q.slot_key AS "slotKey", q.label_set_id AS "labelSetId", q.item_kind AS "itemKind", ls.kind
    FROM queues q JOIN label_sets ls ON ls.id = q.label_set_id WHERE q.key = ${queueKey}`;
  if (!queue) throw new JeoulError('NOT_FOUND', { queueKey });
  return queue;
}

/** A task with its item, its store and the decision it was resolved by. */
export type ExportedTask = {
  taskId: string;
  resolvedById: string | null;
  itemId: string;
  storeId: string;
  storeName: string;
  district: string | null;
  text: string;
  options: string | null;
  priceKrw: number | null;
  weeklyOrders: number | null;
  stars: number | null;
  menuText: string | null;
  writtenAt: Date | null;
};

const columnsOf: Record<ItemKind, { columns: ReturnType<typeof sqlPiece>; table: ReturnType<typeof sqlPiece> }> = {
  menu_item: {
    columns: sqlPiece`i.name AS text, i.options, i.price_krw AS "priceKrw", i.weekly_orders AS "weeklyOrders",
      NULL::int AS stars, NULL AS "menuText", NULL::timestamptz AS "writtenAt"`,
    table: sqlPiece`menu_items`,
  },
  review: {
    columns: sqlPiece`i.text, NULL AS options, NULL::int AS "priceKrw", NULL::int AS "weeklyOrders", i.rating AS stars,
      i.menu_text AS "menuText", i.written_at AS "writtenAt"`,
    table: sqlPiece`reviews`,
  },
};

/** Tasks of a queue by id, from behind `after`. */
export async function readTasks(
  db: Pick<Tx, '$queryRaw'>,
  input: { queue: QueueRow; only: 'resolved' | 'open' | null; after: string; limit: number },
): Promise<ExportedTask[]> {
  const { queue, only, after, limit } = input;
  const { columns, table } = columnsOf[queue.itemKind];
  return db.$queryRaw<ExportedTask[]>`
    SELECT t.id AS "taskId", r.decision_id AS "resolvedById", i.external_id AS "itemId", s.external_id AS "storeId",
           s.name AS "storeName", s.district, ${columns}
    FROM tasks t JOIN ${table} i ON i.id = t.item_id JOIN stores s ON s.id = i.store_id
    LEFT JOIN resolutions r ON r.task_id = t.id AND r.revoked_at IS NULL
    WHERE t.queue_id = ${queue.id}::uuid AND t.id > ${after}::uuid AND (${only}::text IS NULL OR t.state = ${only})
    ORDER BY t.id LIMIT ${limit}::int`;
}

export type ExportedDecision = {
  id: string;
  taskId: string;
  email: string;
  answer: GivenAnswer | null;
  skipReason: SkipReason | null;
  comment: string | null;
  durationMs: number;
  decidedAt: Date;
};

/** The standing decisions of tasks, oldest first. */
export async function readDecisions(db: Pick<Tx, '$queryRaw'>, taskIds: string[]): Promise<ExportedDecision[]> {
  return db.$queryRaw<ExportedDecision[]>`
    SELECT d.id, d.task_id AS "taskId", u.email, d.answer, d.skip_reason AS "skipReason", d.comment,
           d.duration_ms AS "durationMs", d.decided_at AS "decidedAt"
    FROM decisions d JOIN users u ON u.id = d.user_id
    WHERE d.task_id = ANY(${taskIds}::uuid[]) AND d.undone_at IS NULL ORDER BY d.decided_at, d.id`;
}
