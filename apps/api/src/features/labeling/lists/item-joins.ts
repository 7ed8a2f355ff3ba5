/** Joins a task's item as `i` and its store as `s`; `task` is the alias of what holds `item_id`. */
export function itemJoins(kind: string, task: string): string {
  const table = kind === 'review' ? 'reviews' : 'menu_items';
  return `JOIN ${table} i ON i.id = ${task}.item_id JOIN stores s ON s.id = i.store_id`;
}

/** What a person judges of an item joined so, and how many orders it stands in: a review's are its store's. */
export function itemColumns(kind: string): string {
  const isReview = kind === 'review';
  return `i.id AS "itemId", ${isReview ? 'i.text' : 'i.name'} AS text, s.name AS "storeName", s.district,
    ${isReview ? 's' : 'i'}.weekly_orders AS "weeklyOrders"`;
}
