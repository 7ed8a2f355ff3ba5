import path from 'node:path';
import { Command, Option } from 'commander';
import { benchLoop } from './loop.ts';

type LoopFlags = { data: string; quick?: boolean; every?: number; order: 'both' | 'queue' | 'random' };

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
  return new Command('bench').description('benchmarks').addCommand(loop);
}
