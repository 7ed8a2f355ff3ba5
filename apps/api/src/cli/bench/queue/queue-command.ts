import path from 'node:path';
import { Command } from 'commander';
import { benchChaos } from './chaos.ts';
import { benchQueue } from './queue.ts';

type QueueFlags = { data: string; quick?: boolean; tasks?: number; operators: number };

export function queueCommand(): Command {
  return new Command('queue')
    .description('twenty operators at once on a million open tasks: claim and decide over HTTP, then what was stored')
    .requiredOption('--data <folder>', 'a folder with menus/train.csv and menus/test.csv')
    .option('--quick', 'a tenth of the tasks, a few seconds')
    .option('--tasks <count>', 'open tasks (default: 1,000,000)', Number)
    .option('--operators <count>', 'operators at once', Number, 20)
    .action((flags: QueueFlags) =>
      benchQueue({
        dataDir: path.resolve(flags.data),
        openTasks: flags.tasks ?? (flags.quick ? 100_000 : 1_000_000),
        operators: flags.operators,
        seconds: flags.quick ? 8 : 30,
      }),
    );
}

export function chaosCommand(): Command {
  return new Command('chaos')
    .description('operators at work while the API, the worker and Postgres are killed again and again')
    .requiredOption('--data <folder>', 'a folder with menus/train.csv and menus/test.csv')
    .option('--quick', 'each is killed twice')
    .option('--operators <count>', 'operators at once', Number, 20)
    .action((flags: QueueFlags) =>
      benchChaos({
        dataDir: path.resolve(flags.data),
        openTasks: 100_000,
        operators: flags.operators,
        killsOfEach: flags.quick ? 2 : 8,
        pauseSeconds: 3,
      }),
    );
}
