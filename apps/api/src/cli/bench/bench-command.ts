import path from 'node:path';
import { Command, Option } from 'commander';
import { benchEta } from './eta.ts';
import { etaTasks } from './eta-tasks.ts';
import { benchLoop } from './loop.ts';
import { chaosCommand, queueCommand } from './queue/queue-command.ts';
import { benchText } from './text.ts';
import { textTasks } from './text-tasks.ts';

type LoopFlags = { data: string; quick?: boolean; every?: number; order: 'both' | 'queue' | 'random' };
type ModelFlags = { data: string; task: string[]; quick?: boolean; peers: boolean };

/** `jeoul bench NAME`: JSON lines on standard output, progress on standard error, exit code 0 whatever the figures. */
export function benchCommand(): Command {
  const loop = new Command('loop')
    .description(
      "import, correct, retrain, promote, rescore: accuracy for corrections, in the queue's order and a random one",
    )
    .requiredOption('--data <folder>', 'a folder with menus/train.csv and menus/test.csv')
    .option('--quick', 'a few rounds only')
    .option('--every <corrections>', 'corrections between two runs', Number)
    .addOption(
      new Option('--order <order>', 'which order to measure').choices(['both', 'queue', 'random']).default('both'),
    )
    .action((flags: LoopFlags) =>
      benchLoop({
        dataDir: path.resolve(flags.data),
        every: flags.every ?? (flags.quick ? 1500 : 500),
        most: flags.quick ? 6000 : Number.POSITIVE_INFINITY,
        orders: flags.order === 'both' ? ['queue', 'random'] : [flags.order],
      }),
    );
  return new Command('bench')
    .description('benchmarks')
    .addCommand(loop)
    .addCommand(queueCommand())
    .addCommand(chaosCommand())
    .addCommand(
      modelCommand('text', {
        description: 'text models on abuse, profanity, taste and menus, beside scikit-learn and fastText',
        tasks: textTasks.map(({ name }) => name),
        quick: 'profanity',
        run: benchText,
      }),
    )
    .addCommand(
      modelCommand('eta', {
        description: 'delivery times by boosted trees, beside scikit-learn and XGBoost',
        tasks: etaTasks.map(({ name }) => name),
        quick: 'eta-doordash',
        run: benchEta,
      }),
    );
}

type ModelBench = {
  description: string;
  tasks: readonly string[];
  /** The one task that says most in least time. */
  quick: string;
  run: (options: { dataDir: string; tasks: readonly string[]; hasPeers: boolean }) => Promise<void>;
};

function modelCommand(name: string, { description, tasks, quick, run }: ModelBench): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--data <folder>', 'a folder with the data sets')
    .addOption(new Option('--task <names...>', 'these only').choices(tasks).default([]))
    .option('--quick', `${quick} only, without peers`)
    .option('--no-peers', 'leave out what a team would otherwise use')
    .action((flags: ModelFlags) =>
      run({
        dataDir: path.resolve(flags.data),
        tasks: flags.quick ? [quick] : flags.task,
        hasPeers: flags.peers && flags.quick !== true,
      }),
    );
}
