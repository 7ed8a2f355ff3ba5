import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page/page.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { AspectRoom } from '../aspects/aspect-room.tsx';
import { ReviewRoom } from '../reviews/review-room.tsx';
import { type Queue, useWorkSession } from './use-work-session.ts';
import { WorkElsewhere, WorkRest } from './work-rest.tsx';
import { WorkRoom } from './work-room.tsx';

const route = getRouteApi('/console/queues/$queueKey');
const recountMs = 60_000;

function OpenQueue({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { data: labels } = useSuspenseQuery(trpc.labeling.labels.queryOptions({ queueKey: queue.key }));
  const work = useWorkSession(queue);
  if (work?.session) {
    const Room = queue.hasPolarity ? AspectRoom : queue.itemKind === 'review' ? ReviewRoom : WorkRoom;
    return <Room key={queue.key} queue={queue} labels={labels} desk={work.desk} session={work.session} />;
  }
  const name = locale === 'ko' ? queue.nameKo : queue.nameEn;
  return (
    <Page crumbs={[{ label: t('labeling.queues'), link: { to: '/queues' } }, { label: name }]}>
      {work?.isElsewhere ? (
        <WorkElsewhere onTake={() => work.desk.tab.take()} />
      ) : (
        <WorkRest work={null} trouble={null} onRetry={() => undefined} />
      )}
    </Page>
  );
}

/** Working through one queue. */
export function WorkPage() {
  const { queueKey } = route.useParams();
  const { data: queues } = useSuspenseQuery(trpc.labeling.queues.queryOptions());
  // Ages grow while one works, and not every change is heard of live.
  useQuery({ ...trpc.labeling.queues.queryOptions(), refetchInterval: recountMs });
  const queue = queues.find((one) => one.key === queueKey);
  // One that was there when the page was opened may be gone by now.
  if (!queue) throw notFound();
  return <OpenQueue key={queueKey} queue={queue} />;
}
