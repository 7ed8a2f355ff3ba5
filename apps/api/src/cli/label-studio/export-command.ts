import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import {
  configOfQueue,
  exportToLabelStudio,
  type ExportDeps,
  type ExportFigures,
  type ExportInput,
} from '../../features/labeling/interchange/export.service.ts';
import { commandActor } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';
import { withInstallation } from '../installation.ts';

type Flags = {
  queue: string;
  out?: string;
  config?: string;
  only?: 'resolved' | 'open';
  withPeople?: boolean;
  dataDir?: string;
};

/** `jeoul export label-studio --queue KEY`. */
export function exportCommand(): Command {
  const labelStudio = new Command('label-studio')
    .description('write a queue as JSON for Label Studio: tasks, predictions and annotations; personal data is hidden')
    .requiredOption('--queue <key>', 'the queue')
    .option('--out <file>', 'where to (default: standard output)')
    .option('--config <file>', 'write the labeling config (XML) with which it opens, too')
    .addOption(new Option('--only <state>', 'tasks of one state').choices(['resolved', 'open']))
    .option('--with-people', 'name who decided, by e-mail; Label Studio then wants every one of them as a member')
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(run);
  return new Command('export').description('write what is here for other tools').addCommand(labelStudio);
}

async function run(flags: Flags): Promise<void> {
  const { queue: queueKey, out, config, only = null, withPeople = false } = flags;
  const input = { queueKey, only, withPeople };
  try {
    const { tasks, annotations } = await withInstallation(flags, async (app) => {
      if (config !== undefined) await writeFile(config, await configOfQueue(app, queueKey));
      return out === undefined ? print(app, input) : write(app, input, out);
    });
    const where = out === undefined ? '' : ` in ${out}`;
    console.error(`${tasks.toLocaleString('en')} tasks with ${annotations.toLocaleString('en')} annotations${where}`);
    if (config !== undefined) console.error(`The labeling config is in ${config}`);
  } catch (error) {
    if (!(error instanceof JeoulError) || error.code !== 'NOT_FOUND') throw error;
    throw new Error(`There is no queue "${queueKey}".`, { cause: error });
  }
}

/** A file that is there is whole: until then what is written has another name. */
async function write(app: ExportDeps, input: ExportInput, out: string): Promise<ExportFigures> {
  const part = `${out}.part`;
  try {
    const figures = await stream(app, input, (text) => pipeline(text, createWriteStream(part)));
    await rename(part, out);
    return figures;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function print(app: ExportDeps, input: ExportInput): Promise<ExportFigures> {
  return stream(app, input, (text) => pipeline(text, process.stdout, { end: false }));
}

async function stream(
  app: ExportDeps,
  input: ExportInput,
  consume: (text: Readable) => Promise<void>,
): Promise<ExportFigures> {
  const figures = { value: { tasks: 0, annotations: 0, bytes: 0, sha256: '' } };
  async function* pieces(): AsyncGenerator<string> {
    figures.value = yield* exportToLabelStudio(app, commandActor, input);
  }
  await consume(Readable.from(pieces()));
  return figures.value;
}
