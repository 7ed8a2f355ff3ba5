import { type Agreement, type Answers, labelsOf, undefinedAgreement } from './agreement.ts';
import { normalQuantile } from './intervals.ts';
import { requireSameLength } from './metrics.ts';

export type KappaOptions = {
  /** How far apart two answers are counts: not at all (the default), by steps between them, or by steps squared. */
  weights?: 'none' | 'linear' | 'quadratic';
  /** All labels in their order; needed for weights where answers are texts. Default: the labels given, by size. */
  labels?: readonly (string | number)[];
  confidence?: number;
};

/**
 * Cohen's κ of two raters who answered the same items: `first[i]` and `second[i]` are of one item, which is left out
 * where either is null. Chance is each rater's own share of each label. Cohen 1960, "A coefficient of agreement for
 * nominal scales"; with weights Cohen 1968; standard error and normal interval by Fleiss, Cohen and Everitt 1969,
 * "Large sample standard errors of kappa and weighted kappa". Undefined where both gave only one label.
 * Throws `RangeError` for lists of different lengths, an answer that is not among `labels`, weights on unordered texts.
 */
export function cohenKappa(
  first: Answers,
  second: Answers,
  { weights = 'none', labels, confidence = 0.95 }: KappaOptions = {},
): Agreement {
  requireSameLength(first, second);
  const known = labels ?? labelsOf([first, second]);
  if (weights !== 'none' && !labels && known.some((label) => typeof label === 'string')) {
    throw new RangeError('weights need the labels in their order');
  }
  const { shares, items } = sharesOfPairs(first, second, known);
  if (items === 0) return undefinedAgreement(0, 0, 0);
  const size = known.length;
  const weightOf = (one: number, other: number): number => {
    if (weights === 'none' || size < 2) return one === other ? 1 : 0;
    const apart = Math.abs(one - other) / (size - 1);
    return 1 - (weights === 'linear' ? apart : apart * apart);
  };
  const table = tableOf(shares, size, weightOf);
  const { observed, expected, meanOfRow, meanOfColumn } = table;
  if (1 - expected < 1e-12) return undefinedAgreement(observed, expected, items);
  const value = (observed - expected) / (1 - expected);
  let sum = 0;
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < size; other++) {
      const chance = (meanOfRow[one] ?? 0) + (meanOfColumn[other] ?? 0);
      sum += (shares[one * size + other] ?? 0) * (weightOf(one, other) - (1 - value) * chance) ** 2;
    }
  }
  const variance = sum - (value - expected * (1 - value)) ** 2;
  const standardError = Math.sqrt(Math.max(0, variance) / items) / (1 - expected);
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  const [low, high] = [Math.max(-1, value - half), Math.min(1, value + half)];
  return { value, standardError, low, high, observed, expected, items };
}

type Labels = readonly (string | number)[];

function sharesOfPairs(first: Answers, second: Answers, labels: Labels) {
  const indexOf = new Map(labels.map((label, index) => [label, index]));
  const shares = new Float64Array(labels.length ** 2);
  let items = 0;
  for (const [item, answer] of first.entries()) {
    const other = second[item];
    if (answer === null || other === null || other === undefined) continue;
    const [row, column] = [indexOf.get(answer), indexOf.get(other)];
    if (row === undefined || column === undefined) {
      throw new RangeError(`item ${item}: an answer is not among the labels`);
    }
    shares[row * labels.length + column] = (shares[row * labels.length + column] ?? 0) + 1;
    items += 1;
  }
  return { shares: shares.map((count) => count / Math.max(1, items)), items };
}

/** Agreement seen and expected, and each label's mean weight against the other rater's answers. */
function tableOf(shares: Float64Array, size: number, weightOf: (one: number, other: number) => number) {
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  let observed = 0;
  for (const [at, share] of shares.entries()) {
    const [one, other] = [Math.floor(at / size), at % size];
    rows[one] = (rows[one] ?? 0) + share;
    columns[other] = (columns[other] ?? 0) + share;
    observed += share * weightOf(one, other);
  }
  const meanOfRow = rows.map((_, one) => columns.reduce((sum, share, other) => sum + share * weightOf(one, other), 0));
  const meanOfColumn = columns.map((_, other) =>
    rows.reduce((sum, share, one) => sum + share * weightOf(one, other), 0),
  );
  const expected = rows.reduce((sum, share, one) => sum + share * (meanOfRow[one] ?? 0), 0);
  return { observed, expected, meanOfRow, meanOfColumn };
}
