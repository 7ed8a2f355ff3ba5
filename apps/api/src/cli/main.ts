import { Command } from 'commander';
import { createApiKeyCommand, listApiKeysCommand, revokeApiKeyCommand } from './api-keys.ts';
import { auditCommand } from './audit.ts';
import { benchCommand } from './bench/bench-command.ts';
import { createQueueCommand } from './create-queue.ts';
import { createAdminCommand, createUserCommand } from './create-user.ts';
import { importCommand } from './import.ts';
import { exportCommand } from './label-studio/export-command.ts';
import { startCommand } from './start-command.ts';
import { createWebhookCommand, disableWebhookCommand } from './webhooks.ts';

const program = new Command('jeoul')
  .description('The console in which a food-delivery marketplace runs its machine learning')
  .addCommand(startCommand(), { isDefault: true })
  .addCommand(importCommand())
  .addCommand(exportCommand())
  .addCommand(createAdminCommand())
  .addCommand(createUserCommand())
  .addCommand(createQueueCommand())
  .addCommand(createApiKeyCommand())
  .addCommand(listApiKeysCommand())
  .addCommand(revokeApiKeyCommand())
  .addCommand(createWebhookCommand())
  .addCommand(disableWebhookCommand())
  .addCommand(auditCommand())
  .addCommand(benchCommand());

const [asked = 'start'] = process.argv.slice(2);
const isKnown =
  asked.startsWith('-') || asked === 'help' || program.commands.some((command) => command.name() === asked);

try {
  if (!isKnown) throw new Error(`There is no command "${asked}"; jeoul --help lists them.`);
  await program.parseAsync();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
