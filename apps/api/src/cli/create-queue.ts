import { createReadStream } from 'node:fs';
import { effectActions } from '@jeoul/shared/labeling/answers';
import {
  itemKinds,
  newQueue,
  priorityRules,
  type ItemKind,
  type newLabel,
  type PriorityRule,
} from '@jeoul/shared/labeling/contract';
import { Command, Option } from 'commander';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { createQueue } from '../features/labeling/queue-setup.service.ts';
import { demoAbuseQueue, demoAspectQueue, demoMenuQueue } from '../features/platform/demo-queues.ts';
import { commandActor } from '../lib/audit.ts';
import { JeoulError } from '../lib/errors.ts';
import { withInstallation } from './installation.ts';

type Label = z.infer<typeof newLabel>;
type Flags = {
  items: ItemKind;
  polarity?: true;
  labels?: string;
  ko?: string;
  en?: string;
  order: PriorityRule;
  trainEvery: number;
  reopenAfterReports?: number;
  dataDir?: string;
};

export function createQueueCommand(): Command {
  return new Command('create-queue')
    .description('make a queue of menu items or reviews, with its label set and the slot its model serves in')
    .argument('[key]', 'name of the queue in addresses (default: menu-category, review-abuse, review-aspects)')
    .addOption(
      new Option('--items <kind>', 'what is labelled: a menu item with one label, a review with any number')
        .choices(itemKinds)
        .default('menu_item'),
    )
    .option('--polarity', 'reviews: each label is positive, negative or neutral, and nothing is done to the review')
    .option(
      '--labels <file>',
      'CSV: key, parent, ko, en, guideline_ko, guideline_en, usual_action (default: 110 menu categories, 9 kinds of abuse, 15 tastes and textures)',
    )
    .option('--ko <name>', 'its Korean name')
    .option('--en <name>', 'its English name')
    .addOption(new Option('--order <rule>', 'order of its tasks').choices(priorityRules).default('model-doubt'))
    .option('--train-every <resolutions>', 'a run starts after so many; 0 is never', Number, 200)
    .option(
      '--reopen-after-reports <people>',
      'so many people who report a review after its decision open its task again; 0 is never (default: 3; with --polarity 0)',
      Number,
    )
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(run);
}

async function run(given: string | undefined, flags: Flags): Promise<void> {
  const hasPolarity = flags.polarity === true;
  const isReview = flags.items === 'review' || hasPolarity;
  const preset = hasPolarity ? demoAspectQueue : isReview ? demoAbuseQueue : demoMenuQueue;
  const { labels: presetLabels, nameKo, nameEn } = preset.labelSet;
  const labels = flags.labels === undefined ? presetLabels : await readLabels(flags.labels);
  const key = given ?? preset.key;
  const isPreset = key === preset.key;
  const names = { nameKo: flags.ko ?? (isPreset ? nameKo : key), nameEn: flags.en ?? (isPreset ? nameEn : key) };
  const kindOfMenu = labels.some((label) => label.parentKey !== null) ? 'tree' : 'single';
  const parsed = newQueue.safeParse({
    key,
    slotKey: key,
    ...names,
    itemKind: isReview ? 'review' : flags.items,
    priorityRule: flags.order,
    trainEvery: flags.trainEvery,
    reopenAfterReports: flags.reopenAfterReports ?? preset.reopenAfterReports,
    labelSet: { key, kind: isReview ? 'multi' : kindOfMenu, hasPolarity, ...names, labels },
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
  console.log(
    `The queue "${key}" is ready with ${labels.length} labels; every ${isReview ? 'review' : 'menu item'} is a task in it.`,
  );
}

const cell = z.string().optional();
const labelRow = z.object({
  key: z.string().min(1),
  parent: cell,
  ko: cell,
  en: cell,
  guideline_ko: cell,
  guideline_en: cell,
  usual_action: z.enum(['', ...effectActions]).optional(),
});

/** The labels of a CSV file; throws with the line of a row that can't be used. */
async function readLabels(file: string): Promise<Label[]> {
  const labels: Label[] = [];
  for await (const record of createReadStream(file).pipe(parse({ columns: true, bom: true, trim: true, info: true }))) {
    const { record: row, info } = record as { record: unknown; info: { lines: number } };
    const parsed = labelRow.safeParse(row);
    if (!parsed.success) throw new Error(`${file}, line ${info.lines}: ${z.prettifyError(parsed.error)}`);
    const {
      key,
      parent,
      ko,
      en,
      guideline_ko: guidelineKo,
      guideline_en: guidelineEn,
      usual_action: usualAction,
    } = parsed.data;
    labels.push({
      key,
      parentKey: parent || null,
      nameKo: ko || key,
      nameEn: en || ko || key,
      guidelineKo: guidelineKo || null,
      guidelineEn: guidelineEn || null,
      usualAction: usualAction || null,
    });
  }
  return labels;
}
