/**
 * How far people agree beyond chance. `value` is 1 where they always agree and 0 where they agree as often as chance
 * would; below 0 they agree less. `low` and `high` bound it with the confidence asked for, within -1..1.
 *
 * `value` is null where the coefficient is not defined: where no item was answered twice, and where each function says.
 * It must not be read as 0 or 1 then. The error and the bounds are null with it, and where one item alone says nothing
 * of how items differ.
 */
export type Agreement = {
  value: number | null;
  standardError: number | null;
  low: number | null;
  high: number | null;
  /** Share of pairs of answers to one item that agree (by weight, where answers differ more or less), and by chance. */
  observed: number;
  expected: number;
  /** Items answered at least twice: the only ones that say anything about agreement. */
  items: number;
};

/** One item's answers, one place a rater; null for a rater who gave none. */
export type Answers = readonly (string | number | null)[];

/** How often each item got each answer: `counts[item * labels.length + label]`. */
export type AnswerCounts = { labels: (string | number)[]; counts: Float64Array; items: number };

/**
 * Counts the answers of each item. `labels` are those given, numbers by size and then texts in code unit order.
 * Throws `RangeError` for an answer that is NaN or infinite.
 */
export function countAnswers(ratings: readonly Answers[]): AnswerCounts {
  const labels = labelsOf(ratings);
  const indexOf = new Map(labels.map((label, index) => [label, index]));
  const counts = new Float64Array(ratings.length * labels.length);
  for (const [item, answers] of ratings.entries()) {
    for (const answer of answers) {
      if (answer === null) continue;
      const at = item * labels.length + (indexOf.get(answer) ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return { labels, counts, items: ratings.length };
}

export function labelsOf(ratings: readonly Answers[]): (string | number)[] {
  const labels = [...new Set(ratings.flat())].filter((label) => label !== null);
  const broken = labels.find((label) => typeof label === 'number' && !Number.isFinite(label));
  if (broken !== undefined) throw new RangeError(`an answer is ${broken}; a missing one is null`);
  return labels.sort((a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : 1;
    return typeof a === 'number' ? -1 : 1;
  });
}

export function undefinedAgreement(observed: number, expected: number, items: number): Agreement {
  return { value: null, standardError: null, low: null, high: null, observed, expected, items };
}
