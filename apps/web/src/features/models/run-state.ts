import type { RunState } from '@jeoul/shared/models/contract';

/** Whether a run still goes on, in a worker or before one. */
export function isUnderWay(run: { state: RunState } | null): boolean {
  return run !== null && (run.state === 'running' || run.state === 'queued');
}
