import type { App } from '../../lib/app.ts';

/** What the page may know before anyone signs in. */
export function installation(app: App) {
  return { isDemo: app.config.isDemo };
}

/** The newest link of the audit chain, to note beside a backup. */
export async function auditHead(app: App) {
  const head = await app.db.prisma.auditHead.findUnique({ where: { id: 1 } });
  return head === null ? null : { seq: head.seq.toString(), hash: head.hash };
}
