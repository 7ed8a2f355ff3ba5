import type { Job, Worker } from 'bullmq';
import { forgetAnswers } from '../features/catalog/ingest/answer-once.ts';
import { restoreDue } from '../features/labeling/reviews/effects.service.ts';
import { letNoticesLeave } from '../features/labeling/reviews/notices.ts';
import { abandonRun, considerTraining } from '../features/models/runs.service.ts';
import { forgetDeliveries } from '../features/platform/webhooks/forget.service.ts';
import { jobHandlers } from '../jobs.ts';
import type { App } from '../lib/app.ts';
import { sealAudit } from '../lib/audit-chain.ts';
import { jobDefinitions, jobNames, jobQueues, type JobName } from '../lib/jobs/definitions.ts';

const sealEveryMs = 1_000;
const considerEveryMs = 1_000;
const reviewsEveryMs = 2_000;
const forgetEveryMs = 3_600_000;
const concurrency = { training: 1, platform: 3, webhooks: 10 } as const;

export type WorkerRole = { close(): Promise<void> };

/** Runs BullMQ's workers, seals the audit chain, starts the runs that are due and ends blinds whose time has run out. */
export function startWorker(app: App): WorkerRole {
  const stop = new AbortController();
  const workers = jobQueues.map((queueName) => {
    const worker = app.jobsBackend.worker(queueName, (job) => runJob(app, job, stop.signal), concurrency[queueName]);
    worker.on('error', (err) => app.log.warn({ err, queueName }, 'job worker'));
    worker.on('failed', (job, err) => {
      // What this process gives back by stopping is taken up again by the next: no failure to tell of.
      if (!stop.signal.aborted) app.log.error({ err, job: job?.name, id: job?.id }, 'job failed');
      if (job?.finishedOn !== undefined) void giveUp(app, job);
    });
    return worker;
  });
  const seal = repeat(app, sealEveryMs, 'sealing the audit chain', () => sealAudit(app.db));
  const consider = repeat(app, considerEveryMs, 'looking for due training', () => considerAll(app));
  const reviews = repeat(app, reviewsEveryMs, 'restoring reviews and letting notices leave', async () => {
    await restoreDue(app);
    await letNoticesLeave(app);
  });
  const forget = repeat(app, forgetEveryMs, 'forgetting what was answered and delivered long ago', async () => {
    await forgetAnswers(app);
    while ((await forgetDeliveries(app)) > 0);
  });
  return {
    async close() {
      stop.abort();
      await Promise.all([seal.stop(), consider.stop(), reviews.stop(), forget.stop()]);
      await Promise.all(workers.map((worker) => closeSoon(worker)));
      await sealAudit(app.db);
    },
  };
}

async function runJob(app: App, job: Job, signal: AbortSignal): Promise<void> {
  if (!isJobName(job.name)) throw new Error(`no such job: ${job.name}`);
  const attempt = job.attemptsMade + 1;
  await dispatch(app, job.name, job.data, { attempt, isLastAttempt: attempt >= (job.opts.attempts ?? 1), signal });
}

/** A job that will not be tried again must not leave behind a run that seems to go on. */
async function giveUp(app: App, job: Job): Promise<void> {
  if (job.name !== 'training.run') return;
  const { runId } = jobDefinitions['training.run'].payload.parse(job.data);
  await abandonRun(app, { runId, error: 'given-up' }).catch((err: unknown) => {
    app.log.error({ err, runId }, 'run not ended after its job was given up');
  });
}

async function dispatch<N extends JobName>(
  app: App,
  name: N,
  data: unknown,
  context: Parameters<(typeof jobHandlers)[N]>[2],
) {
  const payload = jobDefinitions[name].payload.parse(data);
  // The schema is the one this name is defined with; TypeScript can't follow the pair through the index.
  await jobHandlers[name](app, payload as Parameters<(typeof jobHandlers)[N]>[1], context);
}

function isJobName(name: string): name is JobName {
  return (jobNames as string[]).includes(name);
}

/** Jobs are safe to repeat: what does not end in a few seconds is left to be taken up at the next start. */
async function closeSoon(worker: Worker): Promise<void> {
  const patience = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), 3_000).unref());
  if ((await Promise.race([worker.close(), patience])) === 'late') await worker.close(true);
}

async function considerAll(app: App): Promise<void> {
  const slots = await app.db.prisma.slot.findMany({ where: { trainEvery: { gt: 0 } }, select: { key: true } });
  for (const { key } of slots) await considerTraining(app, key);
}

/** Repeats a piece of upkeep, one at a time; a failure is logged and tried again. */
function repeat(app: App, everyMs: number, what: string, run: () => Promise<unknown>): { stop(): Promise<void> } {
  let isStopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const tick = () => {
    running = run()
      .catch((err: unknown) => {
        if (!isStopped) app.log.warn({ err }, `${what} failed, trying again`);
      })
      .finally(() => {
        if (!isStopped) timer = setTimeout(tick, everyMs);
      });
  };
  tick();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
