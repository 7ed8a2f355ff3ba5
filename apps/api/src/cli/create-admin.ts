import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { createUser } from '../features/access/access.service.ts';
import { commandActor } from '../lib/audit.ts';
import { JeoulError } from '../lib/errors.ts';
import { withInstallation } from './installation.ts';

type Flags = { email: string; name: string; passwordStdin?: boolean; dataDir?: string };

export function createAdminCommand(): Command {
  return new Command('create-admin')
    .description('make an administrator; without --password-stdin a password is made and printed once')
    .requiredOption('--email <address>')
    .option('--name <name>', 'shown in the console', 'Admin')
    .option('--password-stdin', 'read the password from standard input')
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(createAdmin);
}

async function createAdmin(flags: Flags): Promise<void> {
  const password = flags.passwordStdin
    ? readFileSync(0, 'utf8').replace(/\r?\n$/, '')
    : randomBytes(15).toString('base64url');
  try {
    await withInstallation(flags, (app) =>
      createUser(app, commandActor, { email: flags.email, name: flags.name, role: 'admin', password }),
    );
  } catch (error) {
    if (error instanceof JeoulError && error.code === 'CONFLICT')
      throw new Error(`${flags.email} has an account already.`, { cause: error });
    if (error instanceof JeoulError) throw new Error(String(error.params['detail'] ?? error.code), { cause: error });
    throw error;
  }
  console.log(`${flags.email} is an administrator.`);
  if (!flags.passwordStdin) console.log(`Password, shown this once: ${password}`);
}
