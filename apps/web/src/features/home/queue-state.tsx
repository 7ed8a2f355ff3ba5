import { Box } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLiveEvents } from '../../lib/live.tsx';
import { type RouterOutputs, trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';

export type Queue = RouterOutputs['labeling']['queues'][number];

/** The counts follow the live events: a card left open all day stays right. */
export function useLiveBacklogs(): void {
  const client = useQueryClient();
  useLiveEvents((event) => {
    if (event.type !== 'queue') return;
    client.setQueryData(trpc.labeling.queues.queryKey(), (queues) =>
      queues?.map((queue) => (queue.key === event.queueKey ? { ...queue, waiting: event.waiting } : queue)),
    );
  });
}

function QueueAge({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (queue.oldestAt === null) return <Box sx={{ color: 'text.disabled' }}>{t('home.queueEmpty')}</Box>;
  const ageSeconds = Math.max(0, (now.getTime() - Date.parse(queue.oldestAt)) / 1000);
  const isLate = ageSeconds > queue.slaMinutes * 60;
  return (
    <Box sx={{ color: isLate ? 'persimmon.main' : 'text.secondary' }} title={format.moment(queue.oldestAt)}>
      {t('home.oldest', { age: format.duration(ageSeconds) })}
    </Box>
  );
}

/** How long a queue's oldest task has waited, and how many wait. */
export function QueueBacklog({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <QueueAge queue={queue} />
      <Box sx={{ fontWeight: 600, minWidth: 72, textAlign: 'right' }}>
        {t('home.waitingCount', {
          count: queue.waiting,
          shown: `${format.count(queue.waiting)}${queue.isWaitingCapped ? '+' : ''}`,
        })}
      </Box>
    </>
  );
}
