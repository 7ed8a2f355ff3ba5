import path from 'node:path';
import { fieldsOf, type ColumnMapping, type ImportField } from '@jeoul/shared/catalog/import-contract';
import { Command, InvalidArgumentError } from 'commander';
import { readQueue } from '../../features/labeling/interchange/export.queries.ts';
import { importFromLabelStudio, type ImportOutcome } from '../../features/labeling/interchange/import.service.ts';
import type { TaskProblem } from '../../features/labeling/interchange/import-tally.ts';
import { importAccount } from '../../features/labeling/interchange/people.ts';
import { commandActor } from '../../lib/audit.ts';
import { csvByteOrderMark, csvRow } from '../../lib/csv.ts';
import { JeoulError } from '../../lib/errors.ts';
import { explainFailure } from '../import/report.ts';
import { withInstallation } from '../installation.ts';
import { defaultProblemFile, ProblemFile, type ProblemFormat } from '../problem-file.ts';
import { withItemIntake } from './item-intake.ts';

type Flags = {
  queue: string;
  dryRun?: boolean;
  user: Record<string, string>;
  label: Record<string, string>;
  map: ColumnMapping;
  answer: string[];
  project?: string;
  store?: string;
  problems?: string;
  dataDir?: string;
};

const taskProblems: ProblemFormat<TaskProblem> = {
  head: csvByteOrderMark + csvRow(['task', 'annotation', 'severity', 'reason', 'value', 'suggestion']),
  lines: (problems) =>
    problems
      .map(({ index, annotation, severity, reason, value, suggestion }) =>
        csvRow([index, annotation, severity, reason, value, suggestion]),
      )
      .join(''),
};

/** `jeoul import label-studio FILE --queue KEY`. */
export function importLabelStudioCommand(): Command {
  return new Command('label-studio')
    .description('read tasks and annotations of Label Studio (JSON, JSON-MIN, NDJSON) into a queue')
    .argument('<file>')
    .requiredOption('--queue <key>', 'the queue they go to')
    .option('--dry-run', 'say what would happen, store nothing')
    .option('--user <theirs=email>', "whose account is a Label Studio user's (id or e-mail), repeatable", pair, {})
    .option('--label <theirs=key>', 'which label a value of the file is, repeatable', pair, {})
    .option('--map <field=name>', "which field of a task's data holds what, repeatable", mapping, {})
    .option('--answer <field>', 'a field of JSON-MIN that holds answers, repeatable', listed, [])
    .option('--project <id>', 'the project, where the file does not name it')
    .option('--store <name>', 'the store of tasks that name none')
    .option('--problems <file>', 'where problems go (default: <file>.problems.csv beside the file)')
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(run);
}

function split(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('Write two names with = between them.');
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function pair(text: string, before: Record<string, string>): Record<string, string> {
  const [theirs, ours] = split(text);
  return { ...before, [theirs.includes('@') ? theirs.toLowerCase() : theirs]: ours };
}

function mapping(text: string, before: ColumnMapping): ColumnMapping {
  const [wanted, ...column] = text.split('=');
  const known: ImportField[] = [...new Set([...fieldsOf.menus, ...fieldsOf.reviews])];
  const field = known.find((name) => name === wanted);
  if (field === undefined || column.length === 0) {
    throw new InvalidArgumentError(`Write field=name, with one of ${known.join(', ')}.`);
  }
  return { ...before, [field]: column.join('=') };
}

function listed(text: string, before: string[]): string[] {
  return [...before, text];
}

async function run(file: string, flags: Flags): Promise<void> {
  const fileName = path.basename(file);
  const problems = new ProblemFile(flags.problems ?? defaultProblemFile(file), taskProblems);
  try {
    const outcome = await withInstallation(flags, async (app) => {
      const queue = await readQueue(app, flags.queue);
      const kind = queue.itemKind === 'review' ? 'reviews' : 'menus';
      const intake = { kind, pool: app.db.pool, mapping: flags.map, storeName: flags.store ?? null } as const;
      return withItemIntake(intake, (items) =>
        importFromLabelStudio(app, commandActor, {
          queueKey: flags.queue,
          path: file,
          fileName,
          project: flags.project ?? null,
          isDryRun: flags.dryRun === true,
          users: flags.user,
          labels: flags.label,
          answerFields: flags.answer,
          items,
          onProblems: (found) => problems.write(found),
        }),
      );
    });
    print(outcome, { fileName, isDryRun: flags.dryRun === true, problems });
    const { tasks, tasksRejected } = outcome.figures;
    if (tasks === tasksRejected) process.exitCode = 2;
  } catch (error) {
    if (!(error instanceof JeoulError)) throw error;
    console.error(explained(error, flags));
    process.exitCode = 2;
  } finally {
    await problems.close();
  }
}

function explained(error: JeoulError, { queue }: Flags): string {
  const { code, params } = error;
  if (code === 'NOT_FOUND' && 'email' in params) return `Nobody has the address ${String(params['email'])} here.`;
  if (code === 'NOT_FOUND') return `There is no queue "${queue}".`;
  const behind = params['index'] === undefined ? '' : ` Tasks up to the ${Number(params['index']) + 1}th were read.`;
  if (params['reason'] === 'not_json') return `The file is no JSON, or broken off.${behind}`;
  if (params['reason'] === 'not_utf8') return `The file is not UTF-8.${behind}`;
  return explainFailure(error);
}

function print(
  { figures, unknownLabels, unknownPeople }: ImportOutcome,
  { fileName, isDryRun, problems }: { fileName: string; isDryRun: boolean; problems: ProblemFile<TaskProblem> },
): void {
  const told = (count: number) => count.toLocaleString('en');
  const would = isDryRun ? 'would be ' : '';
  console.log(`${fileName}: ${told(figures.tasks)} tasks read, ${told(figures.tasksRejected)} rejected`);
  console.log(
    `  ${would}stored: ${told(figures.itemsCreated)} items · ${told(figures.decisionsStored)} decisions` +
      ` · ${told(figures.skipsStored)} skips · ${told(figures.resolutions)} resolutions`,
  );
  console.log(
    `  known already ${told(figures.decisionsKnown)} · left out, decided otherwise here ${told(figures.decisionsLeftOut)}` +
      ` · rejected ${told(figures.decisionsRejected)} · ties, left open ${told(figures.ties)}`,
  );
  if (figures.predictionsIgnored > 0) console.log(`  ${told(figures.predictionsIgnored)} predictions ignored`);
  if (figures.resultsIgnored > 0) {
    console.log(`  ${told(figures.resultsIgnored)} results of other kinds (ratings, boxes, …) ignored`);
  }
  if (figures.actionsNotDone > 0) {
    console.log(`  ${told(figures.actionsNotDone)} answers say what to do to their review: kept with them, not done`);
  }
  for (const { value, count, suggestion } of unknownLabels) {
    const hint = suggestion === null ? '' : `; if it is ${suggestion}: --label '${value}=${suggestion}'`;
    console.log(`  no label "${value}" (${told(count)} times)${hint}`);
  }
  for (const { name, count } of unknownPeople) {
    const who = name === '' ? 'nobody named' : name;
    console.log(
      `  ${who} (${told(count)} decisions): by ${importAccount.email}; --user '${name}=EMAIL' says who it is`,
    );
  }
  if (problems.failure !== null) {
    console.error(`  The problems could not be written to ${problems.path}: ${problems.failure}`);
  } else if (problems.count > 0) {
    console.log(`  ${told(problems.count)} problems, with task and reason: ${problems.path}`);
  }
  if (isDryRun) console.log('  Dry run: nothing was stored.');
}
