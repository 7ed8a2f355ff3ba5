import { newQueue, type NewQueue } from '@jeoul/shared/labeling/contract';
import { createQueue } from '../features/labeling/queue-setup.service.ts';
import { commandActor } from '../lib/audit.ts';
import type { TestHouse } from './catalog.ts';

const label = (key: string, parentKey: string | null) => {
  return { key, parentKey, nameKo: key, nameEn: key, guidelineKo: null, guidelineEn: null };
};

/** A queue of reviews with three labels in two families, each given with a polarity. */
export const smallAspectQueue: NewQueue = {
  key: 'review-aspects',
  slotKey: 'review-aspects',
  nameKo: '맛·식감',
  nameEn: 'Taste and texture',
  itemKind: 'review',
  leaseSeconds: 60,
  trainEvery: 0,
  reopenAfterReports: 0,
  labelSet: {
    key: 'review-aspects',
    kind: 'multi',
    hasPolarity: true,
    nameKo: '맛·식감',
    nameEn: 'Taste and texture',
    labels: [
      label('taste', null),
      label('salty', 'taste'),
      label('texture', null),
      label('crispy', 'texture'),
      label('chewy', 'texture'),
    ],
  },
};

export async function addAspectQueue(house: Pick<TestHouse, 'db'>): Promise<string> {
  const { queueId } = await createQueue(house, commandActor, newQueue.parse(smallAspectQueue));
  return queueId;
}
