import { lazy } from 'react';
import type { Feature } from '../../shell/feature.ts';
import { rolesWithoutPages } from './roles-without-pages.ts';

const QueuesCard = lazy(async () => ({ default: (await import('./queues-card.tsx')).QueuesCard }));
const RoleCard = lazy(async () => ({ default: (await import('./role-card.tsx')).RoleCard }));
const OwnImpactCard = lazy(async () => ({ default: (await import('./own-impact-card.tsx')).OwnImpactCard }));
const BacklogsCard = lazy(async () => ({ default: (await import('./backlogs-card.tsx')).BacklogsCard }));
const SlotsCard = lazy(async () => ({ default: (await import('./slots-card.tsx')).SlotsCard }));
const CatalogCard = lazy(async () => ({ default: (await import('./catalog-card.tsx')).CatalogCard }));
const AuditCard = lazy(async () => ({ default: (await import('./audit-card.tsx')).AuditCard }));

export const homeFeature: Feature = {
  rail: [],
  homeCards: [
    { id: 'home.queues', section: 'waiting', permission: 'task:decide', Card: QueuesCard },
    { id: 'home.role', section: 'waiting', roles: rolesWithoutPages, Card: RoleCard },
    { id: 'home.ownImpact', section: 'changed', permission: 'task:decide', Card: OwnImpactCard },
    { id: 'home.backlogs', section: 'live', permission: 'task:read', Card: BacklogsCard },
    { id: 'home.slots', section: 'live', permission: 'model:read', Card: SlotsCard },
    { id: 'home.catalog', section: 'live', permission: 'catalog:read', Card: CatalogCard },
    { id: 'home.audit', section: 'live', permission: 'audit:read', Card: AuditCard },
  ],
};
