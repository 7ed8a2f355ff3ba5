import { chosenEvents, webhookEvents } from '@jeoul/shared/platform/webhooks';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { createEndpoint, disableEndpoint } from '../features/platform/webhooks/endpoints.service.ts';
import { commandActor } from '../lib/audit.ts';
import { JeoulError } from '../lib/errors.ts';
import { withInstallation } from './installation.ts';

type Flags = { dataDir?: string };

/** What is wrong with an address, for the terminal. */
const problemWords: Record<string, string> = {
  not_a_url: 'that is no address',
  not_https: 'beyond this machine it must begin with https://',
  has_credentials: 'it must hold no user name or password',
  private_address: 'it is in a private network; --allow-private allows that',
};

export function createWebhookCommand(): Command {
  return new Command('create-webhook')
    .description('tell one of your systems of effects as they happen; its secret is printed once')
    .requiredOption('--url <address>', 'https, or http on this machine')
    .addOption(
      new Option('--events <event...>', 'what it is told of').choices(webhookEvents).default([...webhookEvents], 'all'),
    )
    .option('--allow-private', 'the address may be in a private network', false)
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(create);
}

export function disableWebhookCommand(): Command {
  return new Command('disable-webhook')
    .description('tell a system nothing more')
    .argument('<id>', 'as create-webhook printed it')
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(async (id: string, flags: Flags) => {
      try {
        await withInstallation(flags, (app) => disableEndpoint(app, commandActor, id));
      } catch (error) {
        if (error instanceof JeoulError) throw new Error(`There is no webhook ${id}.`, { cause: error });
        throw error;
      }
      console.log(`The webhook ${id} is told nothing more.`);
    });
}

async function create(flags: Flags & { url: string; events: string[]; allowPrivate: boolean }): Promise<void> {
  const { url, allowPrivate: isPrivateAllowed } = flags;
  const events = chosenEvents.safeParse([...new Set(flags.events)]);
  if (!events.success) throw new Error(z.prettifyError(events.error));
  try {
    const made = await withInstallation(flags, (app) =>
      createEndpoint(app, commandActor, { url, events: events.data, isPrivateAllowed }),
    );
    console.log(`The webhook ${made.endpointId} is told of: ${events.data.join(', ')}.`);
    console.log(`Its secret, shown this once: ${made.secret}`);
  } catch (error) {
    if (!(error instanceof JeoulError)) throw error;
    const detail = String(error.params['detail']);
    throw new Error(`${url} can't be used: ${problemWords[detail] ?? detail}.`, { cause: error });
  }
}
