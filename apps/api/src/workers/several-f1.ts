import { labelKeysOf } from '@jeoul/shared/labeling/answers';

type Pair = { truth: readonly string[]; first: readonly string[]; second: readonly string[] };

/**
 * The second's macro F1 less the first's on any sample of rows, where each answer key stands for any number of labels: the
 * mean over the labels that are true or answered in the sample, as `multiLabelReport` has it.
 */
export function severalF1Difference({ truth, first, second }: Pair): (rows: Int32Array) => number {
  const indexOf = new Map<string, number>();
  const coded = (answerKeys: readonly string[]) =>
    answerKeys.map((answerKey) =>
      labelKeysOf(answerKey).map((labelKey) => {
        const index = indexOf.get(labelKey) ?? indexOf.size;
        indexOf.set(labelKey, index);
        return index;
      }),
    );
  const [expected, ofFirst, ofSecond] = [coded(truth), coded(first), coded(second)];
  const f1 = (answers: readonly number[][], rows: Int32Array) => {
    const hits = new Float64Array(indexOf.size);
    // True and answered together: twice the hits over this is F1.
    const named = new Float64Array(indexOf.size);
    for (const row of rows) {
      const isTrue = expected[row] ?? [];
      for (const label of isTrue) named[label] = (named[label] ?? 0) + 1;
      for (const label of answers[row] ?? []) {
        named[label] = (named[label] ?? 0) + 1;
        if (isTrue.includes(label)) hits[label] = (hits[label] ?? 0) + 1;
      }
    }
    let sum = 0;
    let labels = 0;
    for (const [label, count] of named.entries()) {
      if (count === 0) continue;
      labels += 1;
      sum += (2 * (hits[label] ?? 0)) / count;
    }
    return labels > 0 ? sum / labels : 0;
  };
  return (rows) => f1(ofSecond, rows) - f1(ofFirst, rows);
}
