import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { HomeCardFrame, HomeCardRow, HomeCardSkeleton } from '../../components/home-card.tsx';
import { Key } from '../../components/key.tsx';
import { ListFailure } from '../../components/table/list-failure.tsx';
import { useHotkeys } from '../../lib/hotkeys/use-hotkeys.ts';
import { trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';
import { usePlace } from '../../shell/shell-context.tsx';
import { OwnDay } from './own-day.tsx';
import { type Queue, QueueBacklog, useLiveBacklogs } from './queue-state.tsx';

/** The queues this person may work in, each with what waits in it and one key to start. */
export function QueuesCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const placeOf = usePlace('queue');
  const { data: queues = [], error, isPending, refetch } = useQuery(trpc.labeling.queues.queryOptions());
  useLiveBacklogs();
  const nameOf = (queue: Queue) => (format.locale === 'ko' ? queue.nameKo : queue.nameEn);
  useHotkeys(
    queues.slice(0, 9).map((queue, index) => ({
      id: `home.queue${index + 1}`,
      combo: `Digit${index + 1}`,
      label: nameOf(queue),
      isDisabled: placeOf === undefined,
      run: () => void (placeOf && navigate(placeOf(queue.key))),
    })),
  );
  const rows = queues.map((queue, index) => (
    <HomeCardRow key={queue.key} link={placeOf?.(queue.key)}>
      {placeOf && index < 9 ? <Key combo={`Digit${index + 1}`} /> : null}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{nameOf(queue)}</Box>
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          <OwnDay queueKey={queue.key} />
        </Box>
      </Box>
      <QueueBacklog queue={queue} />
    </HomeCardRow>
  ));
  return (
    <HomeCardFrame title={t('home.queues')}>
      {isPending ? <HomeCardSkeleton rows={1} /> : null}
      {error ? <ListFailure error={error} onRetry={() => void refetch()} /> : rows}
      {!isPending && !error && queues.length === 0 ? (
        <EmptyState icon={ListChecks} title={t('home.queuesEmptyTitle')} body={t('home.queuesEmptyBody')} />
      ) : null}
    </HomeCardFrame>
  );
}
