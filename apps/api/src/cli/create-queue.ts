import { createReadStream } from 'node:fs';
import { menuLabelSet } from '@jeoul/demo/menu-label-set';
import { newQueue, priorityRules, type newLabel, type PriorityRule } from '@jeoul/shared/labeling/contract';
import { Command, Option } from 'commander';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { createQueue } from '../features/labeling/queue-setup.service.ts';
import { commandActor } from '../lib/audit.ts';
import { JeoulError } from '../lib/errors.ts';
import { withInstallation } from './installation.ts';

type Label = z.infer<typeof newLabel>;
type Flags = { labels?: string; ko?: string; en?: string; order: PriorityRule; trainEvery: number; dataDir?: string };

export function createQueueCommand(): Command {
  return new Command('create-queue')
    .description('make a queue of menu items, with its label set and the slot its model serves in')
    .argument('[key]', 'name of the queue in addresses', 'menu-category')
    .option('--labels <file>', 'CSV: key, parent, ko, en, guideline_ko, guideline_en (default: 110 menu categories)')
    .option('--ko <name>', 'its Korean name', '메뉴 분류')
    .option('--en <name>', 'its English name', 'Menu categories')
    .addOption(new Option('--order <rule>', 'order of its tasks').choices(priorityRules).default('model-doubt'))
    .option('--train-every <resolutions>', 'a run starts after so many; 0 is never', Number, 200)
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(run);
}

async function run(key: string, flags: Flags): Promise<void> {
  const labels =
    flags.labels === undefined ? menuLabelSet.labels.map((label) => ({ ...label })) : await readLabels(flags.labels);
  const names = { nameKo: flags.ko ?? key, nameEn: flags.en ?? key };
  const parsed = newQueue.safeParse({
    key,
    slotKey: key,
    ...names,
    itemKind: 'menu_item',
    priorityRule: flags.order,
    trainEvery: flags.trainEvery,
    labelSet: { key, kind: labels.some((label) => label.parentKey !== null) ? 'tree' : 'single', ...names, labels },
  });
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  try {
    await withInstallation(flags, (app) => createQueue(app, commandActor, parsed.data));
  } catch (error) {
    if (!(error instanceof JeoulError)) throw error;
    const reason =
      error.code === 'CONFLICT' ? `there is a queue "${key}" already` : (error.params['detail'] ?? error.code);
    throw new Error(`The queue was not made: ${reason}.`, { cause: error });
  }
  console.log(`The queue "${key}" is ready with ${labels.length} labels; every menu item is a task in it.`);
}

const cell = z.string().optional();
const labelRow = z.object({
  key: z.string().min(1),
  parent: cell,
  ko: cell,
  en: cell,
  guideline_ko: cell,
  guideline_en: cell,
});

/** The labels of a CSV file; throws with the line of a row that can't be used. */
async function readLabels(file: string): Promise<Label[]> {
  const labels: Label[] = [];
  for await (const record of createReadStream(file).pipe(parse({ columns: true, bom: true, trim: true, info: true }))) {
    const { record: row, info } = record as { record: unknown; info: { lines: number } };
    const parsed = labelRow.safeParse(row);
    if (!parsed.success) throw new Error(`${file}, line ${info.lines}: ${z.prettifyError(parsed.error)}`);
    const { key, parent, ko, en, guideline_ko: guidelineKo, guideline_en: guidelineEn } = parsed.data;
    labels.push({
      key,
      parentKey: parent || null,
      nameKo: ko || key,
      nameEn: en || ko || key,
      guidelineKo: guidelineKo || null,
      guidelineEn: guidelineEn || null,
    });
  }
  return labels;
}
