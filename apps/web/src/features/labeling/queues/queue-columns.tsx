import { Box } from '@mui/material';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listColumns } from '../../../components/table/table-features.ts';
import type { RouterOutputs } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';

export type QueueRow = RouterOutputs['labeling']['queues'][number] & { decidedToday: number | null };

const column = listColumns<QueueRow>();

function QueueName({ queue }: { queue: QueueRow }) {
  const { locale } = useFormat();
  return (
    <Box component="span" sx={{ fontWeight: 600, fontSize: 13 }}>
      {locale === 'ko' ? queue.nameKo : queue.nameEn}
    </Box>
  );
}

/** How long the oldest task has waited; persimmon once that is past the queue's limit. */
function Oldest({ queue }: { queue: QueueRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (queue.oldestAt === null) return <Box sx={{ color: 'text.disabled' }}>–</Box>;
  const seconds = Math.max(0, (now.getTime() - Date.parse(queue.oldestAt)) / 1000);
  const isLate = seconds > queue.slaMinutes * 60;
  const words = { sla: format.duration(queue.slaMinutes * 60), moment: format.moment(queue.oldestAt) };
  return (
    <Box
      component="span"
      title={t(isLate ? 'labeling.oldestLate' : 'labeling.oldestHint', words)}
      sx={isLate ? { color: 'persimmon.main', fontWeight: 600 } : undefined}
    >
      {format.duration(seconds)}
    </Box>
  );
}

/** To all tasks and decisions of the queue; pressing it must not open the queue itself as well. */
function ListLink({ queue }: { queue: QueueRow }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const label = t('records.open', { queue: locale === 'ko' ? queue.nameKo : queue.nameEn });
  return (
    <Link
      to="/queues/$queueKey/list"
      params={{ queueKey: queue.key }}
      aria-label={label}
      onClick={(event) => event.stopPropagation()}
      style={{ color: 'var(--jeoul-palette-celadon-main)' }}
    >
      {t('records.title')}
    </Link>
  );
}

export function useQueueColumns({ hasOwnDay }: { hasOwnDay: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const numbers = { align: 'end' } as const;
    const columns = [
      column.display({
        id: 'name',
        header: t('labeling.queueName'),
        meta: { isWide: true },
        cell: ({ row }) => <QueueName queue={row.original} />,
      }),
      column.display({
        id: 'waiting',
        header: t('labeling.waiting'),
        size: 120,
        meta: numbers,
        cell: ({ row }) => `${format.count(row.original.waiting)}${row.original.isWaitingCapped ? '+' : ''}`,
      }),
      column.display({
        id: 'oldest',
        header: t('labeling.oldest'),
        size: 160,
        meta: numbers,
        cell: ({ row }) => <Oldest queue={row.original} />,
      }),
      column.display({
        id: 'sla',
        header: t('labeling.sla'),
        size: 120,
        meta: numbers,
        cell: ({ row }) => format.duration(row.original.slaMinutes * 60),
      }),
    ];
    const list = column.display({
      id: 'list',
      header: t('records.title'),
      size: 88,
      meta: numbers,
      cell: ({ row }) => <ListLink queue={row.original} />,
    });
    if (!hasOwnDay) return [...columns, list];
    return [
      ...columns,
      column.display({
        id: 'today',
        header: t('labeling.todayMine'),
        size: 140,
        meta: numbers,
        cell: ({ row }) => (row.original.decidedToday === null ? '' : format.count(row.original.decidedToday)),
      }),
      list,
    ];
  }, [t, format, hasOwnDay]);
}
