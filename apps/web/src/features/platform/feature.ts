import { Send } from 'lucide-react';
import type { Feature } from '../../shell/feature.ts';

export const platformFeature: Feature = {
  rail: [
    {
      to: '/deliveries',
      label: 'platform.deliveries',
      icon: Send,
      permission: 'webhook:manage',
      keywords: 'webhook delivery dead letter 웹훅 외부 알림 실패',
    },
  ],
  homeCards: [],
};
