import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { HomeCardFrame, HomeCardRow, HomeCardSkeleton } from '../../components/home-card.tsx';
import { ListFailure } from '../../components/table/list-failure.tsx';
import { useIsPermitted } from '../../lib/me.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';
import { QueueBacklog, useLiveBacklogs } from './queue-state.tsx';

/** What waits in each queue, for those who watch and don't decide; nothing for those who decide. */
export function BacklogsCard() {
  const mayDecide = useIsPermitted()('task:decide');
  return mayDecide ? null : <Backlogs />;
}

function Backlogs() {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { data: queues = [], error, isPending, refetch } = useQuery(trpc.labeling.queues.queryOptions());
  useLiveBacklogs();
  return (
    <HomeCardFrame title={t('home.queues')}>
      {isPending ? <HomeCardSkeleton rows={1} /> : null}
      {error ? <ListFailure error={error} onRetry={() => void refetch()} /> : null}
      {queues.map((queue) => (
        <HomeCardRow key={queue.key} link={{ to: '/queues' }}>
          <Box sx={{ fontWeight: 600, flex: 1 }}>{locale === 'ko' ? queue.nameKo : queue.nameEn}</Box>
          <QueueBacklog queue={queue} />
        </HomeCardRow>
      ))}
      {!isPending && !error && queues.length === 0 ? (
        <HomeCardRow>
          <Box sx={{ color: 'text.secondary' }}>{t('home.queuesEmptyTitle')}</Box>
        </HomeCardRow>
      ) : null}
    </HomeCardFrame>
  );
}
