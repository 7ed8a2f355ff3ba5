import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeyBar } from '../../../components/key-bar.tsx';
import { Page } from '../../../components/page/page.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useLiveEvents } from '../../../lib/live.tsx';
import { useIsPermitted } from '../../../lib/me.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { useQueueColumns, type QueueRow } from './queue-columns.tsx';

/** What waits in each queue follows the live events. */
function useLiveWaiting(): void {
  const client = useQueryClient();
  useLiveEvents((event) => {
    if (event.type !== 'queue') return;
    client.setQueryData(trpc.labeling.queues.queryKey(), (queues) =>
      queues?.map((queue) => (queue.key === event.queueKey ? { ...queue, waiting: event.waiting } : queue)),
    );
  });
}

/** Every queue, what waits in it and what of today's work there is one's own. */
export function QueuesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayDecide = useIsPermitted()('task:decide');
  const { data: queues, error, isPending, refetch } = useQuery(trpc.labeling.queues.queryOptions());
  useLiveWaiting();
  const days = useQueries({
    queries: (queues ?? []).map((queue) => ({
      ...trpc.labeling.ownDay.queryOptions({ queueKey: queue.key }),
      enabled: mayDecide,
    })),
    combine: (results) => results.map((result) => result.data?.decided ?? null),
  });
  const rows = useMemo(
    () => (queues ?? []).map((queue, at): QueueRow => ({ ...queue, decidedToday: days[at] ?? null })),
    [queues, days],
  );
  const columns = useQueueColumns({ hasOwnDay: mayDecide });
  // Who may not decide reads what others do.
  const open = (queue: QueueRow) =>
    void navigate({ to: mayDecide ? '/queues/$queueKey' : '/queues/$queueKey/list', params: { queueKey: queue.key } });
  return (
    <Page
      crumbs={[{ label: t('labeling.queues') }]}
      footer={
        mayDecide ? (
          <KeyBar
            entries={[
              { combo: 'Enter', label: t('labeling.open'), isMain: true },
              { combo: 'KeyJ', label: t('common.nextRow') },
              { combo: 'KeyK', label: t('common.previousRow') },
            ]}
          />
        ) : undefined
      }
    >
      <DataTable
        label={t('labeling.queues')}
        columns={columns}
        rows={rows}
        rowId={(queue) => queue.key}
        isLoading={isPending}
        error={error}
        onRetry={() => void refetch()}
        onOpen={open}
        startsActive
        empty={
          <EmptyState icon={ListChecks} title={t('labeling.queuesEmptyTitle')} body={t('labeling.queuesEmptyBody')} />
        }
      />
    </Page>
  );
}
