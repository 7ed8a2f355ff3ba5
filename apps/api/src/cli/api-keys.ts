import { keyPermissions, type KeyPermission } from '@jeoul/shared/access/api-keys';
import { Command, Option } from 'commander';
import { createApiKey, listApiKeys, revokeApiKey } from '../features/access/api-keys.service.ts';
import { commandActor } from '../lib/audit.ts';
import { JeoulError } from '../lib/errors.ts';
import { withInstallation } from './installation.ts';

type Flags = { dataDir?: string };

export function createApiKeyCommand(): Command {
  return new Command('create-api-key')
    .description('make a key for a program that sends reviews or reports; it and its signing secret are printed once')
    .requiredOption('--name <name>', 'whose it is')
    .addOption(
      new Option('--permission <permission...>', 'what it may send').choices(keyPermissions).makeOptionMandatory(),
    )
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(async ({ name, permission, ...flags }: Flags & { name: string; permission: KeyPermission[] }) => {
      const permissions = [...new Set(permission)];
      const made = await withInstallation(flags, (app) => createApiKey(app, commandActor, { name, permissions }));
      console.log(`The key ${made.id} of ${name} may send: ${permissions.join(', ')}.`);
      console.log(`Key and signing secret, shown this once:\n${made.key}\n${made.secret}`);
    });
}

export function listApiKeysCommand(): Command {
  return new Command('list-api-keys')
    .description('list the keys of programs, when each was last used, and which are revoked')
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(async (flags: Flags) => {
      for (const key of await withInstallation(flags, listApiKeys)) {
        const used = key.lastUsedAt ? `last used ${key.lastUsedAt.toISOString()}` : 'never used';
        const state = key.revokedAt ? `revoked ${key.revokedAt.toISOString()}` : 'in force';
        console.log([key.id, key.name, key.permissions.join(','), used, state].join('\t'));
      }
    });
}

export function revokeApiKeyCommand(): Command {
  return new Command('revoke-api-key')
    .description('end a key at once')
    .argument('<id>', 'as create-api-key and list-api-keys print it')
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(async (id: string, flags: Flags) => {
      try {
        await withInstallation(flags, (app) => revokeApiKey(app, commandActor, id));
      } catch (error) {
        if (error instanceof JeoulError) throw new Error(`There is no key ${id}.`, { cause: error });
        throw error;
      }
      console.log(`The key ${id} is revoked.`);
    });
}
