import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { roles, type Role } from '@jeoul/shared/access/permissions';
import { Command, Option } from 'commander';
import { createUser } from '../features/access/access.service.ts';
import { commandActor } from '../lib/audit.ts';
import { JeoulError } from '../lib/errors.ts';
import { withInstallation } from './installation.ts';

type Flags = { email: string; name: string; passwordStdin?: boolean; dataDir?: string };

export function createAdminCommand(): Command {
  return accountCommand('create-admin', 'make an administrator', 'Admin').action((flags: Flags) =>
    createAccount(flags, 'admin'),
  );
}

export function createUserCommand(): Command {
  return accountCommand('create-user', 'make an account of any role', 'User')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .action((flags: Flags & { role: Role }) => createAccount(flags, flags.role));
}

function accountCommand(name: string, what: string, shownName: string): Command {
  return new Command(name)
    .description(`${what}; without --password-stdin a password is made and printed once`)
    .requiredOption('--email <address>')
    .option('--name <name>', 'shown in the console', shownName)
    .option('--password-stdin', 'read the password from standard input')
    .option('--data-dir <folder>', 'the installation, when not .jeoul');
}

async function createAccount(flags: Flags, role: Role): Promise<void> {
  const password = flags.passwordStdin
    ? readFileSync(0, 'utf8').replace(/\r?\n$/, '')
    : randomBytes(15).toString('base64url');
  try {
    await withInstallation(flags, (app) =>
      createUser(app, commandActor, { email: flags.email, name: flags.name, role, password }),
    );
  } catch (error) {
    if (error instanceof JeoulError && error.code === 'CONFLICT')
      throw new Error(`${flags.email} has an account already.`, { cause: error });
    if (error instanceof JeoulError) throw new Error(String(error.params['detail'] ?? error.code), { cause: error });
    throw error;
  }
  console.log(`${flags.email} is ready, as ${role}.`);
  if (!flags.passwordStdin) console.log(`Password, shown this once: ${password}`);
}
