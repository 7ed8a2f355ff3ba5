import { maxProblemsKept } from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import type { ImportResult } from '../../features/catalog/import.service.ts';
import type { JeoulError } from '../../lib/errors.ts';
import type { ProblemFile } from '../problem-file.ts';

const unreadable: Record<string, string> = {
  not_found: 'There is no such file.',
  no_access: 'The file may not be read.',
  not_a_file: 'That is a folder or a device.',
  empty: 'The file is empty.',
  spreadsheet: 'This is a spreadsheet. Save it as "CSV UTF-8" and import that.',
  binary: 'This is no text.',
  json_array: 'This is one JSON array. Write one object a line (NDJSON), for example with: jq -c ".[]" FILE',
  gzip_damaged: 'The gzipped data is damaged or cut off.',
  quotes:
    'Thousands of quotation marks are never closed. If another character delimits the cells, name it by --delimiter.',
  no_columns: 'There is no header.',
};

/** A failure of the whole file in words: what is wrong and what to do. */
export function explainFailure({ code, params }: Pick<JeoulError, 'code' | 'params'>): string {
  const file = params['fileName'] === undefined ? '' : `${String(params['fileName'])}: `;
  if (code === 'FILE_TOO_LARGE') {
    return `${file}More than ${String(params['limitMb'])} MB. Split it, or allow more by --max-size.`;
  }
  if (code === 'FILE_UNREADABLE') {
    const line = params['line'] === undefined ? '' : ` (line ${String(params['line'])})`;
    return `${file}${unreadable[String(params['reason'])] ?? 'The file cannot be read.'}${line}`;
  }
  if (code === 'COLUMN_MISSING') {
    const field = String(params['column']);
    const suggestion = params['suggestion'];
    const hint =
      suggestion === null || suggestion === undefined
        ? `--map ${field}=COLUMN`
        : `--map '${field}=${String(suggestion)}'`;
    return `No column was found for "${field}". The file has: ${String(params['columns'])}.\nName it by ${hint}`;
  }
  return `${code} ${JSON.stringify(params)}`;
}

/** What became of an import, on standard output. */
export function printReport(
  { state, counts, error }: ImportResult,
  {
    fileName,
    seconds,
    isDryRun,
    problems,
  }: { fileName: string; seconds: number; isDryRun: boolean; problems: ProblemFile<RowProblem> },
): void {
  const number = (count: number) => count.toLocaleString('en');
  console.log(`${fileName}: ${number(counts.rowsRead)} rows read in ${seconds.toFixed(1)} s`);
  const tense = isDryRun ? 'would be ' : '';
  console.log(
    `  ${tense}created ${number(counts.rowsCreated)} · ${tense}updated ${number(counts.rowsUpdated)} · unchanged ${number(counts.rowsUnchanged)}` +
      ` · rejected ${number(counts.rowsRejected)} · with warnings ${number(counts.rowsWarned)}`,
  );
  if (problems.failure !== null) {
    console.error(`  The problems could not be written to ${problems.path}: ${problems.failure}`);
    console.error(`  The console shows the first ${number(maxProblemsKept)} of them; --problems names another file.`);
  } else if (problems.count > 0) {
    console.log(`  ${number(problems.count)} problems, with line, column and reason: ${problems.path}`);
  }
  if (isDryRun) console.log('  Dry run: nothing was stored.');
  if (state === 'cancelled') console.error('Stopped. What is complete stays; the same command goes on from there.');
  if (error !== null) console.error(explainFailure(error));
}
