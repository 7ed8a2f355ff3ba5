import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';
import { useModelFormat } from './use-model-format.ts';
import { useTranslation } from 'react-i18next';

export type Impact = { waiting: number; text: string; queues: { key: string; name: string; text: string }[] };

/** The waiting tasks a new champion would rescore, in all and by queue; null until known. */
export function useImpact(slotKey: string): Impact | null {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { data } = useQuery(trpc.labeling.queues.queryOptions());
  if (!data) return null;
  const queues = data.filter((queue) => queue.slotKey === slotKey);
  const textOf = (waiting: number, isCapped: boolean) =>
    isCapped ? t('models.atLeast', { shown: format.count(waiting) }) : format.count(waiting);
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  return {
    waiting,
    text: textOf(
      waiting,
      queues.some((queue) => queue.isWaitingCapped),
    ),
    // One queue is the whole: its own line would say the same again.
    queues:
      queues.length < 2
        ? []
        : queues.map((queue) => ({
            key: queue.key,
            name: format.name(queue),
            text: textOf(queue.waiting, queue.isWaitingCapped),
          })),
  };
}
