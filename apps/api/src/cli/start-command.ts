import { Command, InvalidArgumentError, Option } from 'commander';
import type { DemoSize } from '@jeoul/demo/marketplace';
import { startInstallation, welcome } from './start.ts';

type Flags = {
  port?: number;
  host?: string;
  dataDir?: string;
  roles?: string;
  demo: DemoSize;
  seed: number;
  empty?: boolean;
  reset?: boolean;
};

export function startCommand(): Command {
  return new Command('start')
    .description('start the console, the API and the workers')
    .option('--port <port>', 'port of the console', portNumber)
    .option('--host <address>', 'address to listen on (default: 127.0.0.1, this machine alone)')
    .option('--data-dir <folder>', 'where the embedded Postgres keeps its data (default: .jeoul)')
    .option('--roles <names>', 'comma-separated: api, worker (default: all)')
    .addOption(
      new Option('--demo <size>', 'size of the demo marketplace')
        .choices(['small', 'city', 'country'])
        .default('small'),
    )
    .option('--seed <number>', 'seed of the demo marketplace', Number, 1)
    .option('--empty', 'no demo marketplace')
    .option('--reset', 'delete the data folder first')
    .action(start);
}

async function start(flags: Flags): Promise<void> {
  const began = performance.now();
  const tell = (line: string) => console.log(line);
  const started = await startInstallation(
    { ...flags, isEmpty: flags.empty ?? false, isReset: flags.reset ?? false },
    tell,
  );
  console.log(welcome(started));
  console.log(`  Ready in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve(name));
  });
  console.log(`\n${signal}: stopping …`);
  await started.stop();
  console.log('Stopped.');
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}
