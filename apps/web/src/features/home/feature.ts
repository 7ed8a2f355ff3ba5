import { lazy } from 'react';
import type { Feature } from '../../shell/feature.ts';

const QueuesCard = lazy(async () => ({ default: (await import('./queues-card.tsx')).QueuesCard }));
const SlotsCard = lazy(async () => ({ default: (await import('./slots-card.tsx')).SlotsCard }));

export const homeFeature: Feature = {
  rail: [],
  homeCards: [
    { id: 'home.queues', section: 'waiting', permission: 'task:decide', Card: QueuesCard },
    { id: 'home.slots', section: 'live', permission: 'model:read', Card: SlotsCard },
  ],
};
