import { isPermitted } from '@jeoul/shared/access/permissions';
import {
  batchInput,
  batchPreviewInput,
  decisionListInput,
  savedView,
  taskListInput,
  viewPage,
} from '@jeoul/shared/labeling/lists';
import { z } from 'zod';
import { permitted, router } from '../../../lib/trpc.ts';
import { decideTaskBatch, previewTaskBatch, undoTaskBatch } from './batch.service.ts';
import { exportReceipt } from './export.service.ts';
import { listDecisions, listTasks, taskHistory } from './lists.service.ts';
import { deleteView, listViews, saveView } from './saved-views.service.ts';

export const listsRouter = router({
  tasks: permitted('task:read')
    .input(taskListInput)
    .query(({ ctx, input }) => listTasks(ctx.app, input)),
  decisions: permitted('task:read')
    .input(decisionListInput)
    .query(({ ctx, input }) => listDecisions(ctx.app, input)),
  history: permitted('task:read')
    .input(z.object({ taskId: z.uuid() }))
    .query(({ ctx, input }) => taskHistory(ctx.app, input.taskId)),
  exportReceipt: permitted('task:read')
    .input(z.object({ exportId: z.uuid() }))
    .query(({ ctx, input }) => exportReceipt(ctx.app, { userId: ctx.user.id, ...input })),
  views: permitted('task:read')
    .input(z.object({ page: viewPage }))
    .query(({ ctx, input }) => listViews(ctx.app, { userId: ctx.user.id, ...input })),
  saveView: permitted('task:read')
    .input(savedView)
    .mutation(({ ctx, input }) => saveView(ctx.app, { userId: ctx.user.id, ...input })),
  deleteView: permitted('task:read')
    .input(savedView.pick({ page: true, name: true }))
    .mutation(({ ctx, input }) => deleteView(ctx.app, { userId: ctx.user.id, ...input })),
  previewBatch: permitted('task:decide')
    .input(batchPreviewInput)
    // By POST: the ids of five hundred tasks do not fit an address.
    .mutation(({ ctx, input }) => previewTaskBatch(ctx.app, input)),
  decideBatch: permitted('task:decide')
    .input(batchInput)
    .mutation(({ ctx, input }) =>
      decideTaskBatch(ctx.app, {
        ...input,
        userId: ctx.user.id,
        requestId: ctx.requestId,
        mayAdjudicate: isPermitted(ctx.user.role, 'task:adjudicate'),
      }),
    ),
  undoBatch: permitted('task:decide')
    .input(z.object({ batchId: z.uuid() }))
    .mutation(({ ctx, input }) => undoTaskBatch(ctx.app, { userId: ctx.user.id, requestId: ctx.requestId, ...input })),
});
