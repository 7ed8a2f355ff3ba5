import { actingAs } from '@jeoul/shared/labeling/contract';
import { JeoulError, toTrpcError } from '../../lib/errors.ts';
import { permitted } from '../../lib/trpc.ts';

/** Work at tasks, done under one's own name: a page that still works for somebody else is told to sign in again. */
export const deciding = permitted('task:decide')
  .input(actingAs)
  .use(({ ctx, input, next }) => {
    const isSelf = input.asUserId === undefined || input.asUserId === ctx.user.id;
    if (!isSelf) throw toTrpcError(new JeoulError('UNAUTHENTICATED', { reason: 'other-person' }));
    return next();
  });
