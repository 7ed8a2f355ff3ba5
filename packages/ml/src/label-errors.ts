import { isProbability } from './metrics.ts';

export type LabelledRows = {
  /** `probabilities[row * labelCount + label]`, from models that did not learn from the row (out of fold). */
  probabilities: ArrayLike<number>;
  /** The label each row was given, an index below `labelCount`. */
  given: ArrayLike<number>;
  labelCount: number;
};

/** A row whose given label is doubtful. */
export type LabelSuspicion = {
  row: number;
  given: number;
  /** The label it has if the given one is wrong. With one label there is no other. */
  suggested: number;
  /** Whether the likeliest label that reaches its threshold is another: an error, by confident learning. */
  isLikelyError: boolean;
  /** How sure the model is of the given label compared with the best other, -1..1: below 0 it prefers the other. */
  margin: number;
};

export type LabelErrors = {
  /** All rows, the most suspicious first: likely errors before others, then by falling doubt in the given label. */
  ranked: LabelSuspicion[];
  /**
   * The confident joint, as an estimate of how rows fall together: `joint[given * labelCount + true]`, summing to 1 (to
   * 0 without rows). Off its diagonal are the errors.
   */
  joint: Float64Array;
  /** Share of rows estimated to be labelled wrongly. */
  errorShare: number;
};

/**
 * Finds rows that were probably given the wrong label: Northcutt, Jiang and Chuang 2021, "Confident learning: estimating
 * uncertainty in dataset labels". A label's threshold is the mean probability it has among the rows that were given it;
 * a row counts as having the likeliest label among those whose probability reaches their threshold, and the counts,
 * scaled to the labels given, are the confident joint. Rows off its diagonal are likely errors. Ranked by margin: the
 * given label's probability less the best other's.
 *
 * The model may be over- or underconfident in a label: thresholds allow for that, since each label has its own. With
 * one label nothing is suspicious. Throws `RangeError` for sizes that do not
 * fit, probabilities that are NaN or not within 0..1, and labels that do not exist.
 */
export function findLabelErrors({ probabilities, given, labelCount }: LabelledRows): LabelErrors {
  const rows = given.length;
  if (!(Number.isInteger(labelCount) && labelCount >= 1) || probabilities.length !== rows * labelCount) {
    throw new RangeError(`${probabilities.length} probabilities of ${rows} rows and ${labelCount} labels`);
  }
  for (let row = 0; row < rows; row++) {
    const label = given[row] ?? -1;
    if (!(Number.isInteger(label) && label >= 0 && label < labelCount))
      throw new RangeError(`row ${row} has label ${label}`);
    for (let other = 0; other < labelCount; other++) {
      const probability = probabilities[row * labelCount + other] ?? Number.NaN;
      if (!isProbability(probability)) throw new RangeError(`row ${row} has a probability of ${probability}`);
    }
  }
  const labelled = { probabilities, given, labelCount };
  const thresholds = thresholdsOf(labelled);
  const counts = new Float64Array(labelCount * labelCount);
  const ranked = Array.from({ length: rows }, (_, row): LabelSuspicion => {
    const own = given[row] ?? 0;
    const found = likeliestConfident(labelled, row, thresholds);
    if (found >= 0) counts[own * labelCount + found] = (counts[own * labelCount + found] ?? 0) + 1;
    const isLikelyError = found >= 0 && found !== own;
    const best = likeliestOther(labelled, row);
    const margin = labelCount < 2 ? 1 : probabilityOf(labelled, row, own) - probabilityOf(labelled, row, best);
    return { row, given: own, suggested: isLikelyError ? found : best, isLikelyError, margin };
  });
  ranked.sort((a, b) => Number(b.isLikelyError) - Number(a.isLikelyError) || a.margin - b.margin || a.row - b.row);
  const joint = calibrated(counts, labelled);
  let right = 0;
  for (let label = 0; label < labelCount; label++) right += joint[label * labelCount + label] ?? 0;
  return { ranked, joint, errorShare: rows > 0 ? Math.max(0, 1 - right) : 0 };
}

function probabilityOf({ probabilities, labelCount }: LabelledRows, row: number, label: number): number {
  return probabilities[row * labelCount + label] ?? 0;
}

/** How sure the model is of each label, on average, where it was given; 1 where it never was. */
function thresholdsOf(labelled: LabelledRows): Float64Array {
  const sums = new Float64Array(labelled.labelCount);
  const rows = new Float64Array(labelled.labelCount);
  for (let row = 0; row < labelled.given.length; row++) {
    const label = labelled.given[row] ?? 0;
    sums[label] = (sums[label] ?? 0) + probabilityOf(labelled, row, label);
    rows[label] = (rows[label] ?? 0) + 1;
  }
  return sums.map((sum, label) => ((rows[label] ?? 0) > 0 ? sum / (rows[label] ?? 1) : 1));
}

/** The likeliest label that reaches its threshold, the given one where equal; -1 where none does. */
function likeliestConfident(labelled: LabelledRows, row: number, thresholds: Float64Array): number {
  const own = labelled.given[row] ?? 0;
  let found = -1;
  let most = -1;
  for (let label = 0; label < labelled.labelCount; label++) {
    const probability = probabilityOf(labelled, row, label);
    if (probability < (thresholds[label] ?? 1) - 1e-12) continue;
    if (probability < most || (probability === most && label !== own)) continue;
    found = label;
    most = probability;
  }
  return found;
}

/** The likeliest label but the given one; the given one where there is no other. */
function likeliestOther(labelled: LabelledRows, row: number): number {
  const own = labelled.given[row] ?? 0;
  let found = own;
  for (let label = 0; label < labelled.labelCount; label++) {
    if (label === own) continue;
    if (found === own || probabilityOf(labelled, row, label) > probabilityOf(labelled, row, found)) found = label;
  }
  return found;
}

/** Scales each given label's counts to the rows that were given it; a label none of whose rows counted is taken as right. */
function calibrated(counts: Float64Array, { given, labelCount }: LabelledRows): Float64Array {
  const joint = new Float64Array(counts.length);
  const rowsOf = new Float64Array(labelCount);
  for (let row = 0; row < given.length; row++) rowsOf[given[row] ?? 0] = (rowsOf[given[row] ?? 0] ?? 0) + 1;
  for (let label = 0; label < labelCount; label++) {
    const share = (rowsOf[label] ?? 0) / Math.max(1, given.length);
    const from = label * labelCount;
    const counted = counts.subarray(from, from + labelCount).reduce((sum, count) => sum + count, 0);
    if (counted === 0) joint[from + label] = share;
    else
      for (let other = 0; other < labelCount; other++)
        joint[from + other] = (share * (counts[from + other] ?? 0)) / counted;
  }
  return joint;
}
