import { decisionListInput, taskListInput } from '@jeoul/shared/labeling/lists';
import { permitted, router } from '../../../lib/trpc.ts';
import { listDecisions, listTasks } from './lists.service.ts';

export const listsRouter = router({
  tasks: permitted('task:read')
    .input(taskListInput)
    .query(({ ctx, input }) => listTasks(ctx.app, input)),
  decisions: permitted('task:read')
    .input(decisionListInput)
    .query(({ ctx, input }) => listDecisions(ctx.app, input)),
});
