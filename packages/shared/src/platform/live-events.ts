import { z } from 'zod';
import { isPermitted, type Permission, type Role } from '../access/permissions.ts';

export const jobStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;

/** What the server tells every open page while it happens. */
export const liveEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('job'),
    id: z.string(),
    name: z.enum(['training', 'rescore', 'import', 'demo']),
    state: z.enum(jobStates),
    fraction: z.number().min(0).max(1),
    label: z.string(),
    /** The slot or queue it is about, when there is one. */
    subject: z.string().nullable(),
  }),
  z.object({ type: z.literal('queue'), queueKey: z.string(), waiting: z.number().int().min(0) }),
  z.object({ type: z.literal('promotion'), slotKey: z.string(), modelNumber: z.number().int() }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;

/** What one must be permitted to be told of an event; null for what everybody is. */
function permissionFor(event: LiveEvent): Permission | null {
  if (event.type === 'queue') return 'task:read';
  if (event.type === 'promotion') return 'model:read';
  const ofJob = { training: 'model:read', rescore: 'model:read', import: 'catalog:import', demo: null } as const;
  return ofJob[event.name];
}

/** Whether a role may be told of an event. */
export function mayHear(role: Role, event: LiveEvent): boolean {
  const permission = permissionFor(event);
  return permission === null || isPermitted(role, permission);
}
