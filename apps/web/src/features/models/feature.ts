import { Scale } from 'lucide-react';
import { lazy } from 'react';
import type { Feature } from '../../shell/feature.ts';
import { ModelCommands } from './model-commands.tsx';

const WaitingCard = lazy(async () => ({ default: (await import('./waiting-card.tsx')).WaitingCard }));

export const modelsFeature: Feature = {
  rail: [
    {
      to: '/models',
      label: 'models.title',
      icon: Scale,
      permission: 'model:read',
      keywords: '학습 승격 되돌리기 모델 열기 training promotion rollback versions',
    },
  ],
  homeCards: [{ id: 'models.waiting', section: 'asked', permission: 'model:promote', Card: WaitingCard }],
  places: {
    slot: (slotKey) => ({ to: '/models/$slotKey', params: { slotKey } }),
    version: (slotKey, number) => ({ to: '/models/$slotKey/$number', params: { slotKey, number } }),
  },
  PaletteCommands: ModelCommands,
};
