import type { TreeOptions } from '@jeoul/ml/gradient-boosting';
import { readCsv } from './csv-files.ts';

type Row = Record<string, string>;
export type EtaFeature = { name: string; kind: 'number' | 'category'; values: Float64Array };
/** Orders as columns, and how many minutes each took. */
export type EtaTable = { features: EtaFeature[]; target: Float64Array };
export type EtaTask = {
  name: 'eta-food' | 'eta-doordash';
  /** Chosen by cross-validation on the training files. */
  options: Omit<TreeOptions, 'seed'>;
  read(dataDir: string): Promise<{ train: EtaTable; test: EtaTable }>;
};

const isMissing = (cell: string | undefined) => cell === undefined || ['', 'NaN', 'NA', 'null'].includes(cell.trim());
const numberOf = (cell: string | undefined) => (isMissing(cell) ? Number.NaN : Number(cell));
const minutesOf = (cell: string | undefined) => {
  const [, hours, minutes] = /(\d+):(\d+)/.exec(cell ?? '') ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes);
};
/** Days since 1970 of a date written day first; Thursday was the first. */
const dayOf = (cell: string | undefined) => {
  const [, day, month, year] = /(\d+)-(\d+)-(\d+)/.exec(cell ?? '') ?? [];
  return year === undefined ? Number.NaN : Date.UTC(Number(year), Number(month) - 1, Number(day)) / 864e5;
};
const weekdayOf = (day: number) => (day + 3) % 7;

function numbers(rows: readonly Row[], read: (row: Row) => number): Float64Array {
  return Float64Array.from(rows, read);
}

function plainColumns(rows: readonly Row[], names: readonly string[]): EtaFeature[] {
  return names.map((name) => ({ name, kind: 'number', values: numbers(rows, (row) => numberOf(row[name])) }));
}

/** Categories by codes that the training rows give; a value they do not hold counts as missing. */
function categoryReader(train: readonly Row[], name: string): (rows: readonly Row[]) => EtaFeature {
  const levels = [...new Set(train.map((row) => row[name] ?? ''))].filter((cell) => !isMissing(cell)).sort();
  const codes = new Map(levels.map((level, code) => [level, code]));
  return (rows) => ({
    name,
    kind: 'category',
    values: numbers(rows, (row) => codes.get(row[name] ?? '') ?? Number.NaN),
  });
}

async function readFood(dataDir: string): Promise<{ train: EtaTable; test: EtaTable }> {
  const train = await readCsv(dataDir, 'eta', 'food-delivery-train.csv');
  const test = await readCsv(dataDir, 'eta', 'food-delivery-test.csv');
  const plain = [
    'delivery_person_age',
    'delivery_person_ratings',
    'vehicle_condition',
    'multiple_deliveries',
    'distance_km',
  ];
  const categories = [
    'weatherconditions',
    'road_traffic_density',
    'type_of_order',
    'type_of_vehicle',
    'festival',
    'city',
  ];
  const readers = categories.map((name) => categoryReader(train, name));
  const tableOf = (rows: readonly Row[]): EtaTable => {
    const ordered = numbers(rows, (row) => minutesOf(row['time_orderd']));
    const picked = numbers(rows, (row) => minutesOf(row['time_order_picked']));
    const derived: EtaFeature[] = [
      { name: 'time_orderd', kind: 'number', values: ordered },
      { name: 'time_order_picked', kind: 'number', values: picked },
      { name: 'prep', kind: 'number', values: ordered.map((at, n) => ((picked[n] ?? 0) - at + 1440) % 1440) },
      { name: 'weekday', kind: 'number', values: numbers(rows, (row) => weekdayOf(dayOf(row['order_date']))) },
    ];
    return {
      features: [...plainColumns(rows, plain), ...derived, ...readers.map((read) => read(rows))],
      target: numbers(rows, (row) => numberOf(row['minutes'])),
    };
  };
  return { train: tableOf(train), test: tableOf(test) };
}

const createdAt = (row: Row) => Date.parse(`${(row['created_at'] ?? '').replace(' ', 'T')}Z`) / 60_000;

/** How much the mean of all orders counts in that of a store with few of its own. */
const priorOrders = 5;

/**
 * What the store's earlier training orders took, in minutes, pulled to the mean of all: for a training order those
 * before it, so that none knows its own answer; for a tested one all of them.
 */
function storeMinutes(train: readonly Row[]): { ofTrain: Float64Array; of(rows: readonly Row[]): Float64Array } {
  const minutes = numbers(train, (row) => numberOf(row['minutes']));
  const mean = minutes.reduce((sum, value) => sum + value, 0) / minutes.length;
  const stores = new Map<string, { sum: number; orders: number }>();
  const expected = (row: Row) => {
    const { sum, orders } = stores.get(row['store_id'] ?? '') ?? { sum: 0, orders: 0 };
    return (sum + priorOrders * mean) / (orders + priorOrders);
  };
  const ofTrain = new Float64Array(train.length);
  const inTime = [...train.keys()].sort((a, b) => createdAt(train[a] ?? {}) - createdAt(train[b] ?? {}));
  for (const at of inTime) {
    const row = train[at] ?? {};
    ofTrain[at] = expected(row);
    const { sum, orders } = stores.get(row['store_id'] ?? '') ?? { sum: 0, orders: 0 };
    stores.set(row['store_id'] ?? '', { sum: sum + (minutes[at] ?? 0), orders: orders + 1 });
  }
  return { ofTrain, of: (rows) => numbers(rows, expected) };
}

async function readDoordash(dataDir: string): Promise<{ train: EtaTable; test: EtaTable }> {
  const train = await readCsv(dataDir, 'eta', 'doordash-train.csv');
  const test = await readCsv(dataDir, 'eta', 'doordash-test.csv');
  const plain = [
    'market_id',
    'order_protocol',
    'total_items',
    'subtotal',
    'num_distinct_items',
    'min_item_price',
    'max_item_price',
    'total_onshift_dashers',
    'total_busy_dashers',
    'total_outstanding_orders',
    'estimated_order_place_duration',
    'estimated_store_to_consumer_driving_duration',
  ];
  const readCategory = categoryReader(train, 'store_primary_category');
  const stores = storeMinutes(train);
  const tableOf = (rows: readonly Row[], ofStore: Float64Array): EtaTable => {
    const at = numbers(rows, createdAt);
    const [onShift, busy, outstanding] = plainColumns(rows, [
      'total_onshift_dashers',
      'total_busy_dashers',
      'total_outstanding_orders',
    ]).map(({ values }) => values);
    const perDasher = (values: Float64Array | undefined) =>
      Float64Array.from(onShift ?? [], (dashers, n) => (values?.[n] ?? Number.NaN) / Math.max(dashers, 1));
    const derived: [string, Float64Array][] = [
      ['hour', at.map((minute) => (minute / 60) % 24)],
      ['weekday', at.map((minute) => weekdayOf(Math.floor(minute / 1440)))],
      ['day', at.map((minute) => Math.floor(minute / 1440))],
      ['busy_share', perDasher(busy)],
      ['orders_per_dasher', perDasher(outstanding)],
      ['free_dashers', Float64Array.from(onShift ?? [], (dashers, n) => dashers - (busy?.[n] ?? Number.NaN))],
      ['store_minutes', ofStore],
    ];
    return {
      features: [
        ...plainColumns(rows, plain),
        readCategory(rows),
        ...derived.map(([name, values]): EtaFeature => ({ name, kind: 'number', values })),
      ],
      target: numbers(rows, (row) => numberOf(row['minutes'])),
    };
  };
  return { train: tableOf(train, stores.ofTrain), test: tableOf(test, stores.of(test)) };
}

export const etaTasks: readonly EtaTask[] = [
  { name: 'eta-food', options: { mostTrees: 56, mostLeaves: 127, mostDepth: 10, fewestRows: 10 }, read: readFood },
  {
    name: 'eta-doordash',
    options: {
      growth: 'depth',
      mostDepth: 3,
      mostLeaves: 8,
      columnShare: 0.3,
      rowShare: 0.5,
      fewestRows: 40,
      learningRate: 0.05,
      mostTrees: 250,
      categoryL2: 50,
    },
    read: readDoordash,
  },
];
