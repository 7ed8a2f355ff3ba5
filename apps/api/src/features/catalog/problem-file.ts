import { describeProblem, type RowProblem } from '@jeoul/shared/catalog/problems';
import { csvByteOrderMark, csvRow } from '../../lib/csv.ts';

/** How a file of problems begins: so that Excel takes it for UTF-8, and the names of its columns. */
export const problemFileHead =
  csvByteOrderMark + csvRow(['line', 'column', 'severity', 'reason', 'explanation', 'value']);

/** Problems as lines of such a file, explained in the reader's language. */
export function problemLines(problems: readonly RowProblem[], locale: 'ko' | 'en'): string {
  return problems
    .map(({ line, column, severity, reason, value }) =>
      csvRow([line, column, severity, reason, describeProblem(reason, locale), value]),
    )
    .join('');
}
