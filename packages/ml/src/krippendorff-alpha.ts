import { type Agreement, type AnswerCounts, type Answers, countAnswers, undefinedAgreement } from './agreement.ts';
import { sortedQuantile } from './paired-bootstrap.ts';
import { createRandom } from './random.ts';

export type AlphaOptions = {
  /** Answers that differ, differ entirely (`nominal`), by ranks between them, or by the numbers' distance squared. */
  level: 'nominal' | 'ordinal' | 'interval';
  /** All labels in their order; needed for `ordinal` where answers are texts. Default: the labels given, by size. */
  labels?: readonly (string | number)[];
  seed: number;
  rounds?: number;
  confidence?: number;
};

/**
 * Krippendorff's α of any number of raters with any answers missing: `ratings[i]` holds the answers to item i; items
 * answered once are left out. Krippendorff 2011, "Computing Krippendorff's alpha-reliability", C. The interval is the
 * percentile bootstrap over items (Zapf et al. 2016, "Measuring inter-rater reliability for nominal data"), the
 * standard error the deviation of its rounds; rounds that drew only one label are left out. Undefined where only one
 * label was given. `observed` and `expected` are 1 less the disagreements, each as a share of the largest there can be.
 * Throws `RangeError` for `interval` on texts, `ordinal` on texts without `labels`, an answer not among `labels`.
 */
export function krippendorffAlpha(ratings: readonly Answers[], options: AlphaOptions): Agreement {
  const { seed, rounds = 1000, confidence = 0.95 } = options;
  const items = disagreements(countAnswers(ratings), options);
  const everyItem = Int32Array.from({ length: items.length }, (_, item) => item);
  const whole = alphaOf(items, everyItem, options.level);
  if (whole === null) return undefinedAgreement(items.length > 0 ? 1 : 0, items.length > 0 ? 1 : 0, items.length);
  const random = createRandom(seed);
  const sample = new Int32Array(items.length);
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < sample.length; at++) sample[at] = random(sample.length);
    const drawn = alphaOf(items, sample, options.level);
    if (drawn !== null) values.push(drawn.value);
  }
  const { value, observed, expected } = whole;
  if (values.length < 2) return { ...undefinedAgreement(observed, expected, items.length), value };
  const sorted = Float64Array.from(values).sort();
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  const squares = sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const tail = (1 - confidence) / 2;
  return {
    value,
    standardError: Math.sqrt(squares / (sorted.length - 1)),
    low: Math.max(-1, sortedQuantile(sorted, tail)),
    high: Math.min(1, sortedQuantile(sorted, 1 - tail)),
    observed,
    expected,
    items: items.length,
  };
}

/** Where each label stands on the scale, how often it was given, and the pairs of unlike answers with their weight. */
type ItemAnswers = {
  places: Float64Array;
  given: Float64Array;
  pairs: { one: number; other: number; weight: number }[];
};

function disagreements({ labels, counts, items }: AnswerCounts, { level, labels: order }: AlphaOptions): ItemAnswers[] {
  const isText = labels.some((label) => typeof label === 'string');
  if (level === 'interval' && isText) throw new RangeError('an interval scale needs numbers');
  if (level === 'ordinal' && isText && !order) throw new RangeError('an ordinal scale of texts needs their order');
  const places = Float64Array.from(labels, (label, index) => {
    if (level === 'interval') return Number(label);
    const place = order ? order.indexOf(label) : index;
    if (place < 0) throw new RangeError(`answer ${label} is not among the labels`);
    return place;
  });
  const ranked = Int32Array.from(labels.keys()).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const sorted = places.slice().sort();
  const size = labels.length;
  const read = (item: number): ItemAnswers => {
    const given = Float64Array.from(ranked, (label) => counts[item * size + label] ?? 0);
    const answers = given.reduce((sum, count) => sum + count, 0);
    const pairs: ItemAnswers['pairs'] = [];
    for (let one = 0; one < size; one++) {
      for (let other = one + 1; other < size; other++) {
        const both = (given[one] ?? 0) * (given[other] ?? 0);
        if (both > 0) pairs.push({ one, other, weight: (2 * both) / (answers - 1) });
      }
    }
    return { places: sorted, given, pairs };
  };
  return Array.from({ length: items }, (_, item) => read(item)).filter(
    ({ given }) => given.reduce((sum, count) => sum + count, 0) > 1,
  );
}

function alphaOf(items: readonly ItemAnswers[], sample: Int32Array, level: AlphaOptions['level']) {
  const places = items[0]?.places ?? new Float64Array(0);
  const totals = new Float64Array(places.length);
  for (const item of sample) {
    const given = items[item]?.given ?? totals;
    for (let label = 0; label < totals.length; label++) totals[label] = (totals[label] ?? 0) + (given[label] ?? 0);
  }
  const apart = distances(totals, places, level);
  const answers = totals.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const item of sample) {
    for (const { one, other, weight } of items[item]?.pairs ?? []) seen += weight * apart(one, other);
  }
  let chance = 0;
  for (let one = 0; one < totals.length; one++) {
    for (let other = one + 1; other < totals.length; other++) {
      chance += (2 * (totals[one] ?? 0) * (totals[other] ?? 0) * apart(one, other)) / (answers - 1);
    }
  }
  if (chance === 0) return null;
  const most = answers * Math.max(Number.MIN_VALUE, apart(0, totals.length - 1));
  return { value: 1 - seen / chance, observed: 1 - seen / most, expected: 1 - chance / most };
}

/** Squared distance of two labels (indexes in their order), as Krippendorff 2011 gives it for each level. */
function distances(totals: Float64Array, places: Float64Array, level: AlphaOptions['level']) {
  if (level === 'nominal') return (one: number, other: number) => (one === other ? 0 : 1);
  if (level === 'interval') {
    return (one: number, other: number) => ((places[one] ?? 0) - (places[other] ?? 0)) ** 2;
  }
  let before = 0;
  const ranks = totals.map((count) => {
    const middle = before + count / 2;
    before += count;
    return middle;
  });
  return (one: number, other: number) => ((ranks[one] ?? 0) - (ranks[other] ?? 0)) ** 2;
}
