import { multiLabelReport } from '@jeoul/ml/metrics';
import { labelKeysOf } from '@jeoul/shared/labeling/answers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { severalF1Difference } from './several-f1.ts';

const answer = fc.constantFrom('none', 'a', 'b', 'a+b', 'a+b+c');

it('is on all rows the difference of the two macro F1 of the report', () => {
  const row = fc.record({ truth: answer, first: answer, second: answer });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const [truth, first, second] = (['truth', 'first', 'second'] as const).map((key) => rows.map((one) => one[key]));
      if (!truth || !first || !second) throw new Error('no rows');
      const macro = (answers: string[]) => multiLabelReport(truth.map(labelKeysOf), answers.map(labelKeysOf)).macro.f1;
      const all = Int32Array.from(rows.keys());
      expect(severalF1Difference({ truth, first, second })(all)).toBeCloseTo(macro(second) - macro(first), 10);
    }),
  );
});

it('counts a row as often as it was drawn', () => {
  const difference = severalF1Difference({ truth: ['a', 'b'], first: ['none', 'b'], second: ['a', 'none'] });
  expect(difference(Int32Array.of(0, 0))).toBe(1);
  expect(difference(Int32Array.of(1, 1))).toBe(-1);
});
