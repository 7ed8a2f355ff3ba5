import { preferencesInput } from '@jeoul/shared/access/preferences';
import { publicProcedure, router, signedIn } from '../../lib/trpc.ts';
import { describeMe, updatePreferences } from './access.service.ts';
import { listDemoAccounts } from './demo-accounts.ts';

export const accessRouter = router({
  me: publicProcedure.query(({ ctx }) => describeMe(ctx.app, ctx.user)),
  demoAccounts: publicProcedure.query(({ ctx }) => listDemoAccounts(ctx.app)),
  updatePreferences: signedIn
    .input(preferencesInput)
    .mutation(({ ctx, input }) => updatePreferences(ctx.app, ctx.user.id, input)),
});
