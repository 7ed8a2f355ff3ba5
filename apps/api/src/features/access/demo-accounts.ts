import type { Role } from '@jeoul/shared/access/permissions';
import type { App } from '../../lib/app.ts';
import { commandActor } from '../../lib/audit.ts';
import { createUser } from './access.service.ts';

/** Known to everybody, hence only ever made in demo mode, which listens on loopback alone. */
const password = 'jeoul-demo-1234';

const accounts: readonly { email: string; name: string; role: Role }[] = [
  { email: 'operator@demo.jeoul', name: '운영자', role: 'operator' },
  { email: 'ml@demo.jeoul', name: 'ML 엔지니어', role: 'ml_engineer' },
  { email: 'store@demo.jeoul', name: '가게 관리자', role: 'store_manager' },
  { email: 'marketer@demo.jeoul', name: '마케터', role: 'marketer' },
  { email: 'analyst@demo.jeoul', name: '분석가', role: 'analyst' },
  { email: 'admin@demo.jeoul', name: '관리자', role: 'admin' },
];

export type DemoAccount = { email: string; name: string; role: Role; password: string };

/** What the sign-in page offers in demo mode; empty otherwise. */
export function listDemoAccounts(app: App): DemoAccount[] {
  return app.config.isDemo ? accounts.map((account) => ({ ...account, password })) : [];
}

/** Makes the demo accounts that are missing. */
export async function createDemoAccounts(app: Pick<App, 'db'>): Promise<void> {
  for (const account of accounts) {
    const existing = await app.db.prisma.user.findUnique({ where: { email: account.email } });
    if (!existing) await createUser(app, commandActor, { ...account, password, isDemo: true });
  }
}
