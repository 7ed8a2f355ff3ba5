import type { ItemKind, Visibility } from '@jeoul/shared/labeling/contract';
import { sqlPiece, type SqlPiece } from '@jeoul/db/client';

type TaskColumns = { taskId: string; createdAt: Date; itemId: string };
type StoreColumns = { storeId: string; storeName: string; district: string | null; weeklyOrders: number };

/** A task with its dish, as the page shows it. */
export type MenuTaskRow = TaskColumns &
  StoreColumns & {
    itemKind: 'menu_item';
    name: string;
    options: string | null;
    priceKrw: number | null;
    labelKey: string | null;
  };

/** A task with its review. `weeklyOrders` are the store's: a review has no readers counted of its own. */
export type ReviewTaskRow = TaskColumns &
  StoreColumns & {
    itemKind: 'review';
    text: string;
    stars: number | null;
    menuText: string | null;
    writtenAt: Date | null;
    visibility: Visibility;
    mayHurt: boolean;
  };

export type TaskRow = MenuTaskRow | ReviewTaskRow;

/** What is read of the items of one kind, and from where, behind a `FROM` of tasks named `t`. */
export function itemSql(kind: ItemKind): { columns: SqlPiece; joins: SqlPiece } {
  return kind === 'review' ? reviewSql : menuItemSql;
}

const menuItemSql = {
  columns: sqlPiece`'menu_item' AS "itemKind", i.id AS "itemId", i.name, i.options, i.price_krw AS "priceKrw",
    i.weekly_orders AS "weeklyOrders", s.id AS "storeId", s.name AS "storeName", s.district, i.label_key AS "labelKey"`,
  joins: sqlPiece`JOIN menu_items i ON i.id = t.item_id JOIN stores s ON s.id = i.store_id`,
};

/** Whether another queue, that of harm, has something against the review: a person's word there, else its model's. */
const mayHurt = sqlPiece`EXISTS (
      SELECT 1 FROM tasks o JOIN queues oq ON oq.id = o.queue_id JOIN label_sets os ON os.id = oq.label_set_id
      LEFT JOIN resolutions r ON r.task_id = o.id AND r.revoked_at IS NULL
      WHERE o.item_id = i.id AND o.id <> t.id AND NOT os.has_polarity
        AND coalesce(r.label_key, o.top_label_key) <> 'none')`;

const reviewSql = {
  columns: sqlPiece`'review' AS "itemKind", i.id AS "itemId", i.text, i.rating AS stars, i.menu_text AS "menuText",
    i.written_at AS "writtenAt", i.visibility, s.weekly_orders AS "weeklyOrders", s.id AS "storeId",
    s.name AS "storeName", s.district, ${mayHurt} AS "mayHurt"`,
  joins: sqlPiece`JOIN reviews i ON i.id = t.item_id JOIN stores s ON s.id = i.store_id`,
};

/** The text of a task's item: what a model reads and people judge. */
export function textOf(row: TaskRow): string {
  return row.itemKind === 'review' ? row.text : row.name;
}
