import { type Agreement, type Answers, countAnswers, undefinedAgreement } from './agreement.ts';
import { studentQuantile } from './intervals.ts';

type ChanceOptions = { confidence?: number };

/**
 * Fleiss' κ of any number of raters, not always the same and not always as many: `ratings[i]` holds the answers to item
 * i. Chance is how often each label is given altogether. Fleiss 1971, "Measuring nominal scale agreement among many
 * raters"; with missing answers, and with standard error and Student interval by items, Gwet 2021, "Large-sample
 * variance of Fleiss generalized kappa". Undefined where only one label was ever given.
 */
export function fleissKappa(ratings: readonly Answers[], { confidence = 0.95 }: ChanceOptions = {}): Agreement {
  return beyondChance(ratings, confidence, (shares) => ({
    expected: shares.reduce((sum, share) => sum + share * share, 0),
    chances: shares,
  }));
}

export type GwetOptions = ChanceOptions & {
  /** How many labels could have been given, where that is more than were. */
  labelCount?: number;
};

/**
 * Gwet's AC1 of any number of raters, as `fleissKappa`. It stays stable where one label is much more common than the
 * others, which drives κ towards 0 among people who agree almost always. Where only one label was ever given it is 1.
 * Gwet 2008, "Computing inter-rater reliability and its variance in the presence of high agreement", also for the
 * standard error; with missing answers Gwet 2014, "Handbook of inter-rater reliability", 4th edition.
 */
export function gwetAc1(
  ratings: readonly Answers[],
  { confidence = 0.95, labelCount = 0 }: GwetOptions = {},
): Agreement {
  return beyondChance(ratings, confidence, (shares) => {
    const others = Math.max(1, Math.max(labelCount, shares.length) - 1);
    const chances = shares.map((share) => (1 - share) / others);
    return { expected: shares.reduce((sum, share, label) => sum + share * (chances[label] ?? 0), 0), chances };
  });
}

/** Agreement expected by chance of labels given with these shares, and what each answer with a label adds to it. */
type ChanceModel = (shares: Float64Array) => { expected: number; chances: Float64Array };

function beyondChance(ratings: readonly Answers[], confidence: number, chanceOf: ChanceModel): Agreement {
  const { labels, counts } = countAnswers(ratings);
  const size = labels.length;
  const items = ratings
    .map((_, item) => counts.subarray(item * size, (item + 1) * size))
    .map((given) => ({ given, raters: given.reduce((sum, count) => sum + count, 0) }))
    .filter(({ raters }) => raters > 0);
  const paired = items.filter(({ raters }) => raters > 1).length;
  if (paired === 0) return undefinedAgreement(0, 0, 0);
  const shares = new Float64Array(size);
  for (const { given, raters } of items) {
    for (const [label, count] of given.entries()) shares[label] = (shares[label] ?? 0) + count / raters / items.length;
  }
  const { expected, chances } = chanceOf(shares);
  const agreements = items.map(({ given, raters }) => {
    const pairs = given.reduce((sum, count) => sum + count * (count - 1), 0);
    return raters > 1 ? pairs / (raters * (raters - 1)) : 0;
  });
  const observed = agreements.reduce((sum, agreement) => sum + agreement, 0) / paired;
  if (1 - expected < 1e-12) return undefinedAgreement(observed, expected, paired);
  const value = (observed - expected) / (1 - expected);
  const weight = items.length / paired;
  let squares = 0;
  for (const [item, { given, raters }] of items.entries()) {
    const own = raters > 1 ? (weight * ((agreements[item] ?? 0) - expected)) / (1 - expected) : 0;
    const chance = given.reduce((sum, count, label) => sum + count * (chances[label] ?? 0), 0) / raters;
    squares += (own - (2 * (1 - value) * (chance - expected)) / (1 - expected) - value) ** 2;
  }
  if (items.length < 2) return { ...undefinedAgreement(observed, expected, paired), value };
  const standardError = Math.sqrt(squares / (items.length * (items.length - 1)));
  const half = studentQuantile((1 + confidence) / 2, items.length - 1) * standardError;
  // Where answers are missing, the value itself can lie below -1.
  const [low, high] = [Math.max(Math.min(-1, value), value - half), Math.min(1, value + half)];
  return { value, standardError, low, high, observed, expected, items: paired };
}
