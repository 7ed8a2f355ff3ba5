import type { Permission } from '@jeoul/shared/access/permissions';
import { createContext, type ReactNode, use } from 'react';
import type { RouterOutputs } from './trpc.ts';

/** Who is signed in. */
export type Me = NonNullable<RouterOutputs['access']['me']>;

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

/** Who is signed in; only inside the console, where somebody always is. */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === null) throw new Error('useMe outside the console');
  return me;
}

/** Whether the person's role holds the permission: the same table the server refuses by. */
export function useIsPermitted(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
