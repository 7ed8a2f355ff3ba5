import { Command } from 'commander';
import { sealAudit, verifyAudit } from '../lib/audit-chain.ts';
import { withInstallation } from './installation.ts';

type Flags = { head?: string; dataDir?: string };

export function auditCommand(): Command {
  const verify = new Command('verify')
    .description('walk the audit chain and report the first row that was changed, removed or moved')
    .option('--head <seq:hash>', 'a head noted earlier, as printed by this command: shows a tail that was cut')
    .option('--data-dir <folder>', 'the installation, when not .jeoul')
    .action(runVerify);
  return new Command('audit').description('the tamper-evident history').addCommand(verify);
}

async function runVerify(flags: Flags): Promise<void> {
  const noted = /^(\d+):([0-9a-f]{64})$/.exec(flags.head ?? '');
  if (flags.head !== undefined && !noted)
    throw new Error('--head is written <number>:<64 hex digits>, as this command prints it.');
  const expected = noted ? { seq: BigInt(noted[1] ?? 0), hash: noted[2] ?? '' } : undefined;
  const report = await withInstallation(flags, async (app) => {
    while ((await sealAudit(app.db)) > 0);
    return verifyAudit(app.db, expected);
  });
  console.log(`${report.rows} rows checked. Head ${report.head.seq}:${report.head.hash}`);
  if (report.isIntact) {
    console.log('The chain is intact.');
    return;
  }
  console.error(`The chain is broken at row ${report.problem?.seq}: ${report.problem?.kind}.`);
  process.exitCode = 3;
}
