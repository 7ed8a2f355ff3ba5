import { teamFiguresInput, teamInput } from '@jeoul/shared/labeling/team';
import { permitted, router } from '../../../lib/trpc.ts';
import { teamBacklogs } from './backlog.service.ts';
import { teamFigures } from './figures.service.ts';
import { ownFigures } from './own-figures.service.ts';

export const teamRouter = router({
  backlogs: permitted('team:read')
    .input(teamInput)
    .query(({ ctx, input }) => teamBacklogs(ctx.app, input.queueKey ? { queueKey: input.queueKey } : {})),
  figures: permitted('team:read')
    .input(teamFiguresInput)
    .query(({ ctx, input }) => teamFigures(ctx.app, { ...input, userId: ctx.user.id })),
  own: permitted('task:decide')
    .input(teamFiguresInput)
    .query(({ ctx, input }) => ownFigures(ctx.app, { ...input, userId: ctx.user.id })),
});
