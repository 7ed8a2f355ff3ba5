import type { RunState } from '@jeoul/shared/models/contract';
import type { App } from '../../lib/app.ts';

/** Tells the pages how a run stands. */
export async function publishRun(
  app: Pick<App, 'live'>,
  run: { id: string; slotKey: string },
  { state, fraction }: { state: RunState; fraction: number },
): Promise<void> {
  const { id, slotKey } = run;
  await app.live.publish({ type: 'job', id, name: 'training', state, fraction, label: slotKey, subject: slotKey });
}
