/** How good predictions are. Every function names the source of its formula; lists of one call are equally long. */

/** One label's counts and rates. A rate with nothing below the fraction line is 0, as scikit-learn's `zero_division=0`. */
export type LabelRates = {
  labelKey: string;
  /** How often the label is true, and how often it was predicted. */
  support: number;
  predicted: number;
  precision: number;
  recall: number;
  f1: number;
};

export type Rates = { precision: number; recall: number; f1: number };

/** `counts[truth * labelKeys.length + predicted]`. */
export type ConfusionMatrix = { labelKeys: string[]; counts: Uint32Array };

export type ClassificationReport = {
  rows: number;
  /** `single` labels: share of rows right. Several labels: share of rows whose set is exactly right. */
  accuracy: number;
  micro: Rates;
  /** Plain means over the labels that are true or predicted at least once. */
  macro: Rates;
  perLabel: LabelRates[];
};

/**
 * Accuracy and precision, recall and F1 by label, micro and macro. Micro sums counts first; macro is the mean of the
 * labels' rates (van Rijsbergen 1979, "Information retrieval", ch. 7; Manning, Raghavan and Schütze 2008, 13.6).
 */
export function classificationReport(truth: readonly string[], predicted: readonly string[]): ClassificationReport {
  return multiLabelReport(
    truth.map((labelKey) => [labelKey]),
    predicted.map((labelKey) => [labelKey]),
  );
}

/** The same for rows with any number of labels each. */
export function multiLabelReport(
  truth: readonly (readonly string[])[],
  predicted: readonly (readonly string[])[],
): ClassificationReport {
  requireSameLength(truth, predicted);
  const counts = new Map<string, { hits: number; support: number; predicted: number }>();
  const countOf = (labelKey: string) => {
    const known = counts.get(labelKey) ?? { hits: 0, support: 0, predicted: 0 };
    counts.set(labelKey, known);
    return known;
  };
  let exact = 0;
  for (const [row, expected] of truth.entries()) {
    const isTrue = new Set(expected);
    const found = new Set(predicted[row]);
    for (const labelKey of isTrue) countOf(labelKey).support += 1;
    for (const labelKey of found) {
      countOf(labelKey).predicted += 1;
      if (isTrue.has(labelKey)) countOf(labelKey).hits += 1;
    }
    if (isTrue.size === found.size && [...isTrue].every((labelKey) => found.has(labelKey))) exact += 1;
  }
  const perLabel = [...counts]
    .map(([labelKey, count]) => ({ labelKey, support: count.support, predicted: count.predicted, ...ratesOf(count) }))
    .sort((a, b) => (a.labelKey < b.labelKey ? -1 : 1));
  const total = { hits: 0, support: 0, predicted: 0 };
  for (const count of counts.values()) {
    total.hits += count.hits;
    total.support += count.support;
    total.predicted += count.predicted;
  }
  return {
    rows: truth.length,
    accuracy: ratio(exact, truth.length),
    micro: ratesOf(total),
    macro: {
      precision: mean(perLabel.map(({ precision }) => precision)),
      recall: mean(perLabel.map(({ recall }) => recall)),
      f1: mean(perLabel.map(({ f1 }) => f1)),
    },
    perLabel,
  };
}

/** How often each label was taken for each other (Kohavi and Provost 1998, "Glossary of terms"). */
export function confusionMatrix(truth: readonly string[], predicted: readonly string[]): ConfusionMatrix {
  requireSameLength(truth, predicted);
  const labelKeys = [...new Set([...truth, ...predicted])].sort();
  const indexOf = new Map(labelKeys.map((labelKey, index) => [labelKey, index]));
  const counts = new Uint32Array(labelKeys.length ** 2);
  for (const [row, labelKey] of truth.entries()) {
    const at = (indexOf.get(labelKey) ?? 0) * labelKeys.length + (indexOf.get(predicted[row] ?? '') ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { labelKeys, counts };
}

/** Rows whose probability falls between `from` and `to`: how many, their mean probability, and how many were right. */
export type ReliabilityBin = { from: number; to: number; rows: number; meanProbability: number; shareRight: number };

export type Calibration = { error: number; bins: ReliabilityBin[] };

/**
 * Expected calibration error: the mean over bins of equal width, weighted by rows, of the distance between mean
 * probability and share right (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017, eq. 3). `probabilities` are of what
 * was predicted (or of the positive label, with `isRight` then saying whether the row is positive).
 */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  isRight: ArrayLike<boolean>,
  binCount = 15,
): Calibration {
  requireSameLength(probabilities, isRight);
  const rows = new Float64Array(binCount);
  const sums = new Float64Array(binCount);
  const right = new Float64Array(binCount);
  for (let row = 0; row < probabilities.length; row++) {
    const probability = probabilities[row] ?? 0;
    if (!isProbability(probability)) throw new RangeError(`row ${row} has a probability of ${probability}`);
    const bin = Math.min(binCount - 1, Math.max(0, Math.floor(probability * binCount)));
    rows[bin] = (rows[bin] ?? 0) + 1;
    sums[bin] = (sums[bin] ?? 0) + probability;
    if (isRight[row]) right[bin] = (right[bin] ?? 0) + 1;
  }
  const bins = Array.from(rows, (count, bin) => ({
    from: bin / binCount,
    to: (bin + 1) / binCount,
    rows: count,
    meanProbability: ratio(sums[bin] ?? 0, count),
    shareRight: ratio(right[bin] ?? 0, count),
  }));
  const error = bins.reduce((sum, bin) => sum + bin.rows * Math.abs(bin.meanProbability - bin.shareRight), 0);
  return { error: ratio(error, probabilities.length), bins };
}

/**
 * Average precision: the sum over thresholds of precision times the gain in recall, equal scores taken together
 * (scikit-learn's `average_precision_score`; Zhu 2004). 0 when nothing is positive. Throws `RangeError` for a score that
 * is NaN or infinite.
 */
export function averagePrecision(scores: ArrayLike<number>, isPositive: ArrayLike<boolean>): number {
  requireSameLength(scores, isPositive);
  requireFinite(scores);
  const order = Int32Array.from({ length: scores.length }, (_, row) => row);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  let hits = 0;
  let hitsBefore = 0;
  let sum = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const row = order[rank] ?? 0;
    if (isPositive[row]) hits += 1;
    if (rank + 1 < order.length && scores[order[rank + 1] ?? 0] === scores[row]) continue;
    sum += ((hits - hitsBefore) * hits) / (rank + 1);
    hitsBefore = hits;
  }
  return ratio(sum, hits);
}

/** Rounding of single precision is let pass. */
export function isProbability(value: number): boolean {
  return value >= -1e-6 && value <= 1 + 1e-6;
}

export function requireSameLength(first: ArrayLike<unknown>, second: ArrayLike<unknown>): void {
  if (first.length !== second.length) throw new RangeError(`${first.length} values beside ${second.length}`);
}

export function requireFinite(values: ArrayLike<number>): void {
  for (let row = 0; row < values.length; row++) {
    if (!Number.isFinite(values[row])) throw new RangeError(`row ${row} is ${values[row]}, not a finite number`);
  }
}

function ratesOf({ hits, support, predicted }: { hits: number; support: number; predicted: number }): Rates {
  return {
    precision: ratio(hits, predicted),
    recall: ratio(hits, support),
    f1: ratio(2 * hits, support + predicted),
  };
}

function mean(values: readonly number[]): number {
  return ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
