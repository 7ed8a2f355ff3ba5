import { runImportJob } from './features/catalog/catalog.jobs.ts';
import { rescoreSlot } from './features/labeling/rescore.jobs.ts';
import { deliver } from './features/platform/webhooks/deliver.jobs.ts';
import { runTraining } from './features/models/training.jobs.ts';
import type { App } from './lib/app.ts';
import type { JobHandlers } from './lib/jobs/definitions.ts';

/** Every job's handler. One that is missing does not compile. */
export const jobHandlers: JobHandlers<App> = {
  'training.run': runTraining,
  'labeling.rescore': rescoreSlot,
  'catalog.import': runImportJob,
  'platform.deliver': deliver,
};
