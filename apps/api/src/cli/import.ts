import path from 'node:path';
import {
  fieldsOf,
  importEncodings,
  importKinds,
  maxImportBytes,
  importOptions,
  type ColumnMapping,
  type ImportKind,
  type ImportOptions,
} from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import { Command, InvalidArgumentError, Option } from 'commander';
import { problemFileHead, problemLines } from '../features/catalog/problem-file.ts';
import { openImportFile } from '../features/catalog/import-file.ts';
import { mappingOf } from '../features/catalog/import-rows.ts';
import { runImport } from '../features/catalog/import-run.ts';
import { cancelImport, createImport, type ImportDeps, type ImportResult } from '../features/catalog/import.service.ts';
import { fileSource } from '../features/catalog/import-source.ts';
import { commandActor } from '../lib/audit.ts';
import { JeoulError } from '../lib/errors.ts';
import { withInstallation } from './installation.ts';
import { showProgress } from './import/progress.ts';
import { explainFailure, printReport } from './import/report.ts';
import { importLabelStudioCommand } from './label-studio/import-command.ts';
import { defaultProblemFile, ProblemFile } from './problem-file.ts';

type Flags = {
  map?: ColumnMapping;
  dryRun?: boolean;
  encoding?: ImportOptions['encoding'];
  delimiter?: string;
  source?: string;
  problems?: string;
  maxSize: number;
  dataDir?: string;
};

const exitCode = { partlyRead: 1, nothingRead: 2, interrupted: 130 } as const;

/** `jeoul import menus FILE`, `jeoul import reviews FILE` and `jeoul import label-studio FILE`. */
export function importCommand(): Command {
  const command = new Command('import').description('read menu items, reviews or labelled tasks from a file');
  for (const kind of importKinds) command.addCommand(kindCommand(kind));
  return command.addCommand(importLabelStudioCommand());
}

function kindCommand(kind: ImportKind): Command {
  return new Command(kind)
    .description(`import ${kind} from CSV, TSV or NDJSON, plain or gzipped; the same file again stores nothing twice`)
    .argument('<file>')
    .option(
      '--map <field=column>',
      `which column holds what, repeatable; fields: ${fieldsOf[kind].join(', ')}`,
      readMapping(kind),
    )
    .option('--dry-run', 'read and check everything, store nothing')
    .addOption(new Option('--encoding <name>', 'when it is guessed wrongly').choices(importEncodings))
    .option('--delimiter <character>', 'when it is guessed wrongly; "tab" for a tab', readDelimiter)
    .option('--source <name>', 'whose ids these are, when several systems use the same ones')
    .option('--problems <file>', 'where rejected rows and warnings go (default: <file>.problems.csv beside the file)')
    .addOption(
      new Option('--max-size <size>', 'the largest file, and the most a gzipped one may unpack to')
        .argParser(readSize)
        .default(maxImportBytes, '2GB'),
    )
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action((file: string, flags: Flags) => importFile(kind, file, flags));
}

function readMapping(kind: ImportKind): (pair: string, before: ColumnMapping | undefined) => ColumnMapping {
  return (pair, before) => {
    const [name, ...column] = pair.split('=');
    const field = fieldsOf[kind].find((known) => known === name);
    if (field === undefined || column.length === 0) {
      throw new InvalidArgumentError(`Write field=column, with one of ${fieldsOf[kind].join(', ')}.`);
    }
    return { ...before, [field]: column.join('=') };
  };
}

function readDelimiter(text: string): string {
  const character = text === 'tab' || text === '\\t' ? '\t' : text;
  if (character.length !== 1) throw new InvalidArgumentError('A delimiter is one character.');
  return character;
}

const unitBytes: Record<string, number> = { '': 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };

function readSize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([KMGT]B)?$/i.exec(text.trim());
  const unit = unitBytes[(match?.[2] ?? '').toUpperCase()];
  if (!match || unit === undefined) throw new InvalidArgumentError('Write a size such as 500MB or 2GB.');
  return Math.floor(Number(match[1]) * unit);
}

async function importFile(kind: ImportKind, file: string, flags: Flags): Promise<void> {
  const fileName = path.basename(file);
  const parsed = importOptions.safeParse({
    mapping: flags.map ?? {},
    encoding: flags.encoding,
    delimiter: flags.delimiter,
    source: flags.source,
  });
  if (!parsed.success)
    throw new Error(`--${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}`);
  const options = parsed.data;
  try {
    // Before a database is started for it.
    const opened = await openImportFile(await fileSource(file, { fileName, maxBytes: flags.maxSize }), options);
    options.mapping = await mappingOf(opened, kind, options);
  } catch (error) {
    if (!(error instanceof JeoulError)) throw error;
    console.error(explainFailure(error));
    process.exitCode = exitCode.nothingRead;
    return;
  }
  const began = performance.now();
  const problems = new ProblemFile<RowProblem>(flags.problems ?? defaultProblemFile(file), {
    head: problemFileHead,
    lines: (found) => problemLines(found, localeHere()),
  });
  const result = await withInstallation(flags, (app) =>
    runHere(app, { kind, file, fileName, options, isDryRun: flags.dryRun === true, maxBytes: flags.maxSize, problems }),
  );
  await problems.close();
  printReport(result, {
    fileName,
    seconds: (performance.now() - began) / 1000,
    isDryRun: flags.dryRun === true,
    problems,
  });
  process.exitCode = codeOf(result);
}

type HereInput = {
  kind: ImportKind;
  file: string;
  fileName: string;
  options: ImportOptions;
  isDryRun: boolean;
  maxBytes: number;
  problems: ProblemFile<RowProblem>;
};

/** Imports in this process. Ctrl-C stops after the batch at work, keeping what is stored; a second one ends at once. */
async function runHere(app: ImportDeps, input: HereInput): Promise<ImportResult> {
  const { file, maxBytes, problems, ...wanted } = input;
  const { importId } = await createImport(app, commandActor, wanted);
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  const progress = showProgress();
  try {
    return await runImport(app, {
      importId,
      path: file,
      actor: commandActor,
      maxBytes,
      signal: stop.signal,
      onProgress: progress.update,
      onProblems: (found) => problems.write(found),
    });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return await cancelImport(app, commandActor, importId);
  } finally {
    progress.stop();
    process.off('SIGINT', onInterrupt);
  }
}

/** The language of this computer's user: the rest of the command line speaks English, a spreadsheet goes to others. */
function localeHere(): 'ko' | 'en' {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ko') ? 'ko' : 'en';
}

function codeOf({ state, counts }: ImportResult): number {
  if (state === 'cancelled') return exitCode.interrupted;
  if (counts.rowsRead === counts.rowsRejected) return exitCode.nothingRead;
  return state === 'succeeded' ? 0 : exitCode.partlyRead;
}
