import { EyeOff, ListChecks, UserRound, UsersRound } from 'lucide-react';
import { lazy } from 'react';
import type { Feature } from '../../shell/feature.ts';

const DecisionSender = lazy(async () => ({ default: (await import('./outbox/decision-sender.tsx')).DecisionSender }));

const QueueCommands = lazy(async () => ({ default: (await import('./queues/queue-commands.tsx')).QueueCommands }));

export const labelingFeature: Feature = {
  rail: [
    {
      to: '/queues',
      label: 'labeling.queues',
      icon: ListChecks,
      permission: 'task:read',
      keywords: '검수 라벨 판정 queue task label',
    },
    {
      to: '/effects',
      label: 'reviews.effects',
      icon: EyeOff,
      permission: 'effect:read',
      keywords: '임시조치 이의 숨김 리뷰 blind objection hidden review',
    },
    {
      to: '/team',
      label: 'team.title',
      icon: UsersRound,
      permission: 'team:read',
      keywords: '팀 현황 처리량 일치도 기한 사람별 lead throughput agreement sla operators',
    },
    {
      to: '/own',
      label: 'team.ownTitle',
      icon: UserRound,
      permission: 'task:decide',
      keywords: '내 기록 속도 비율 own speed record',
    },
  ],
  homeCards: [],
  places: { queue: (queueKey) => ({ to: '/queues/$queueKey', params: { queueKey } }) },
  background: { id: 'labeling.sender', permission: 'task:decide', Background: DecisionSender },
  PaletteCommands: QueueCommands,
};
