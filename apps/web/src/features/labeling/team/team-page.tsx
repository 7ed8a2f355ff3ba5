import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyBar } from '../../../components/key-bar.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { onItsOwn, trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { indexLabels } from '../labels/label-index.ts';
import { useAnswerName } from '../records/use-answer-name.ts';
import { AcceptanceSection } from './acceptance-section.tsx';
import { AgreementSection } from './agreement-section.tsx';
import { BacklogSection } from './backlog-section.tsx';
import { OperatorsSection } from './operators-section.tsx';
import { SectionOf } from './section-of.tsx';
import { TeamControls, useRangeKeyBar } from './team-controls.tsx';
import { backlogsOf, figuresOf, type TeamSearch } from './team-search.ts';
import { ThroughputSection } from './throughput-section.tsx';
import { useLiveRefresh } from './use-live-refresh.ts';

const route = getRouteApi('/console/team');
const noLabels = indexLabels([]);

/** What waits, what is done and how well people agree, in one queue or in all. */
export function TeamPage() {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: queues } = useSuspenseQuery(trpc.labeling.queues.queryOptions());
  const queueKey = search.queue;
  if (queueKey !== undefined && !queues.some(({ key }) => key === queueKey)) throw notFound();
  const names = useMemo(
    () => new Map(queues.map((queue) => [queue.key, locale === 'ko' ? queue.nameKo : queue.nameEn])),
    [queues, locale],
  );
  const nameOf = useCallback((key: string) => names.get(key) ?? key, [names]);
  const kept = { placeholderData: keepPreviousData };
  // Each on its own: what waits must not wait for what takes longer to count.
  const backlogs = useQuery({ ...trpc.labeling.team.backlogs.queryOptions(backlogsOf(search), onItsOwn), ...kept });
  const figures = useQuery({ ...trpc.labeling.team.figures.queryOptions(figuresOf(search), onItsOwn), ...kept });
  const labels = useQuery({
    ...trpc.labeling.labels.queryOptions({ queueKey: queueKey ?? '' }),
    enabled: queueKey !== undefined,
  });
  const index = useMemo(() => (labels.data ? indexLabels(labels.data) : noLabels), [labels.data]);
  const answerName = useAnswerName(index);
  useLiveRefresh();
  const change = (changes: TeamSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  const keyBar = useRangeKeyBar();
  // While another queue is on its way the figures are still those of the last: their links must lead there too.
  const isStale = figures.isPlaceholderData;
  const shownQueue =
    figures.data?.queues.length === 1 && queueKey !== undefined ? figures.data.queues[0]?.queueKey : undefined;
  const shared = { queueKey: isStale ? shownQueue : queueKey, nameOf };
  return (
    <Page crumbs={[{ label: t('team.title') }]} footer={<KeyBar entries={keyBar} />}>
      <Columns controls={<TeamControls search={search} queues={queues} onChange={change} note={t('team.note')} />}>
        <SectionOf query={backlogs}>{(data) => <BacklogSection backlogs={data} nameOf={nameOf} />}</SectionOf>
        <SectionOf query={figures}>
          {(data) => (
            <>
              <ThroughputSection figures={data} {...shared} />
              <AcceptanceSection figures={data} {...shared} answerName={answerName} />
              <OperatorsSection figures={data} {...shared} />
              <AgreementSection figures={data} {...shared} />
            </>
          )}
        </SectionOf>
      </Columns>
    </Page>
  );
}
