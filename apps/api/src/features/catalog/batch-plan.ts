/** What tells one stored item from another, whatever its kind. */
export type ItemRecord = { line: number; externalId: string; storeKey: string };
/** What is stored of an item, by the names of the record's fields. */
export type StoredItem<R extends ItemRecord> = Omit<R, 'line' | 'storeName' | 'district' | 'category'>;

export type BatchPlan<R extends ItemRecord> = {
  create: R[];
  update: R[];
  /** Rows whose id belongs to an item of another store. */
  misplaced: R[];
  rowsCreated: number;
  rowsUpdated: number;
  rowsUnchanged: number;
};

export type ItemShape<R extends ItemRecord> = {
  /** The fields that are compared. */
  content: readonly (keyof R & keyof StoredItem<R>)[];
  /** What a new item has where its row says nothing. */
  initial: Partial<R>;
};

/**
 * What a batch will do to what is stored, row by row in the file's order, so that a later row of the same item wins.
 * A null leaves what is stored.
 */
export function planBatch<R extends ItemRecord>(
  records: readonly R[],
  stored: ReadonlyMap<string, StoredItem<R>>,
  { content, initial }: ItemShape<R>,
): BatchPlan<R> {
  const created = new Map<string, R>();
  const updated = new Map<string, R>();
  const misplaced: R[] = [];
  let rowsUpdated = 0;
  let rowsUnchanged = 0;
  for (const record of records) {
    const { externalId } = record;
    const current: StoredItem<R> | undefined =
      created.get(externalId) ?? updated.get(externalId) ?? stored.get(externalId);
    if (current === undefined) {
      created.set(externalId, withInitial(record, initial));
      continue;
    }
    if (current.storeKey !== record.storeKey) {
      misplaced.push(record);
      continue;
    }
    const changed = content.filter((field) => record[field] !== null && record[field] !== current[field]);
    if (changed.length === 0) {
      rowsUnchanged += 1;
      continue;
    }
    rowsUpdated += 1;
    const merged: R = { ...record };
    for (const field of content) if (record[field] === null) merged[field] = current[field];
    (created.has(externalId) ? created : updated).set(externalId, merged);
  }
  return {
    create: [...created.values()],
    update: [...updated.values()],
    misplaced,
    rowsCreated: created.size,
    rowsUpdated,
    rowsUnchanged,
  };
}

function withInitial<R extends ItemRecord>(record: R, initial: Partial<R>): R {
  const absent = Object.entries(initial).filter(([field]) => record[field as keyof R] === null);
  return { ...record, ...Object.fromEntries(absent) };
}
