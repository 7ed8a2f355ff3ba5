import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planBatch, type StoredItem } from './batch-plan.ts';

type Row = {
  line: number;
  externalId: string;
  storeKey: string;
  name: string;
  price: number | null;
  orders: number | null;
};
const shape = { content: ['name', 'price', 'orders'] as const, initial: { orders: 0 } };

/** Applies rows in batches of `size`, as an import does, and returns what is stored and counted in the end. */
function apply(rows: Row[], size: number) {
  const stored = new Map<string, StoredItem<Row>>();
  const counts = { created: 0, updated: 0, unchanged: 0, misplaced: 0 };
  for (let from = 0; from < rows.length; from += size) {
    const plan = planBatch(rows.slice(from, from + size), stored, shape);
    for (const { line: _, ...item } of [...plan.create, ...plan.update]) stored.set(item.externalId, item);
    counts.created += plan.rowsCreated;
    counts.updated += plan.rowsUpdated;
    counts.unchanged += plan.rowsUnchanged;
    counts.misplaced += plan.misplaced.length;
  }
  return { stored, counts };
}

const rows = fc.array(
  fc.record({
    line: fc.constant(0),
    externalId: fc.constantFrom('a', 'b', 'c'),
    storeKey: fc.constantFrom('s', 's', 's', 't'),
    name: fc.constantFrom('치킨', '피자'),
    price: fc.constantFrom(null, 1000, 2000),
    orders: fc.constantFrom(null, 0, 7),
  }),
  { maxLength: 30 },
);

test('however a file is cut into batches, the same is stored and counted', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 30 }), (file, size) => {
      expect(apply(file, size)).toEqual(apply(file, 1));
    }),
  );
});

test('every row is counted once, and a repeat of the file changes nothing once it agrees with itself', () => {
  fc.assert(
    fc.property(rows, (file) => {
      const { stored, counts } = apply(file, 7);
      expect(counts.created + counts.updated + counts.unchanged + counts.misplaced).toBe(file.length);
      expect(counts.created).toBe(stored.size);
      const again = planBatch(
        [...stored.values()].map((item) => ({ ...item, line: 0 })),
        stored,
        shape,
      );
      expect(again).toMatchObject({ create: [], update: [], rowsUnchanged: stored.size });
    }),
  );
});

test('an empty cell leaves what is stored, an item of another store is not touched', () => {
  const stored = new Map<string, StoredItem<Row>>([
    ['a', { externalId: 'a', storeKey: 's', name: '치킨', price: 1000, orders: 7 }],
  ]);
  const row: Row = { line: 2, externalId: 'a', storeKey: 's', name: '치킨', price: null, orders: null };
  expect(planBatch([row], stored, shape).rowsUnchanged).toBe(1);
  expect(planBatch([{ ...row, name: '피자' }], stored, shape).update).toEqual([
    { ...row, name: '피자', price: 1000, orders: 7 },
  ]);
  expect(planBatch([{ ...row, storeKey: 't' }], stored, shape).misplaced).toHaveLength(1);
});
