import { Command } from 'commander';
import { auditCommand } from './audit.ts';
import { benchCommand } from './bench/bench-command.ts';
import { createAdminCommand } from './create-admin.ts';
import { importCommand } from './import.ts';
import { startCommand } from './start-command.ts';

const program = new Command('jeoul')
  .description('The console in which a food-delivery marketplace runs its machine learning')
  .addCommand(startCommand(), { isDefault: true })
  .addCommand(importCommand())
  .addCommand(createAdminCommand())
  .addCommand(auditCommand())
  .addCommand(benchCommand());

try {
  await program.parseAsync();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
