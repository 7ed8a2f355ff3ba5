import type { Prisma } from '@jeoul/db/client';
import type { RunState } from '@jeoul/shared/models/contract';

type RunRow = NonNullable<Awaited<ReturnType<Prisma['trainingRun']['findFirst']>>>;

export type LossPoint = { epoch: number; loss: number; validationLoss: number | null };

/** A fraction too small to tell from how long the rest will take. */
const leastFraction = 0.05;

/** A run as the page shows it. `remainingSeconds` supposes that it goes on at the pace it had so far. */
export function describeRun(run: RunRow, now = new Date()) {
  return {
    id: run.id,
    state: run.state as RunState,
    stage: run.stage,
    fraction: run.fraction,
    remainingSeconds: remainingSeconds(run, now),
    isCancelRequested: run.isCancelRequested,
    attempts: run.attempts,
    losses: run.losses as LossPoint[],
    error: run.error,
    isByPerson: run.triggeredById !== null,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}

function remainingSeconds(run: RunRow, now: Date): number | null {
  if (run.state !== 'running' || run.startedAt === null || run.fraction < leastFraction) return null;
  const elapsed = Math.max(0, now.getTime() - run.startedAt.getTime()) / 1000;
  return (elapsed * (1 - run.fraction)) / run.fraction;
}
