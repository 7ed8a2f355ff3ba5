import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import { enoughAnswers, type OwnFigures, type OwnPeriod } from '@jeoul/shared/labeling/team';
import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeyBar } from '../../../components/key-bar.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { onItsOwn, trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { type Drill, DrillLink } from './drill-link.tsx';
import { Seconds, Share } from './estimate.tsx';
import { OwnTrend } from './own-trend.tsx';
import { SectionOf } from './section-of.tsx';
import { FigureTable, Section } from './section.tsx';
import { TeamControls, useRangeKeyBar } from './team-controls.tsx';
import { figuresOf, type TeamSearch } from './team-search.ts';
import { useLiveRefresh } from './use-live-refresh.ts';

const route = getRouteApi('/console/own');

/** One's own work and nobody else's: how much, how fast, how often like the model, beside one's own past. */
export function OwnPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: queues } = useSuspenseQuery(trpc.labeling.queues.queryOptions());
  if (search.queue !== undefined && !queues.some(({ key }) => key === search.queue)) throw notFound();
  const figures = useQuery({
    ...trpc.labeling.team.own.queryOptions(figuresOf(search), onItsOwn),
    placeholderData: keepPreviousData,
  });
  useLiveRefresh();
  const change = (changes: TeamSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  const keyBar = useRangeKeyBar();
  return (
    <Page crumbs={[{ label: t('team.ownTitle') }]} footer={<KeyBar entries={keyBar} />}>
      <Columns controls={<TeamControls search={search} queues={queues} onChange={change} note={t('team.ownNote')} />}>
        <SectionOf query={figures}>
          {(data) =>
            data.days.every(({ answered, skipped }) => answered + skipped === 0) ? (
              <EmptyState icon={UserRound} title={t('team.ownEmptyTitle')} body={t('team.ownEmptyBody')} />
            ) : (
              <>
                <OwnPeriods figures={data} />
                <OwnQueues figures={data} queues={queues} />
                <OwnTrend figures={data} />
              </>
            )
          }
        </SectionOf>
      </Columns>
    </Page>
  );
}

function OwnPeriods({ figures }: { figures: OwnFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { period, past } = figures;
  const slowest = Math.max(period.seconds?.high ?? 0, past.seconds?.high ?? 0);
  const row = (key: string, name: string, of: OwnPeriod) => ({
    key,
    name,
    cells: [
      format.count(of.answered),
      <Share key="acceptance" estimate={of.acceptance} />,
      <Seconds key="seconds" estimate={of.seconds} most={slowest} />,
      format.count(of.compared),
      <Share key="accuracy" estimate={of.accuracy} />,
      format.count(of.skipped),
      format.count(of.undone),
    ],
  });
  return (
    <Section
      title={t('team.ownPeriods')}
      note={t(figures.queues.length > 1 ? 'team.ownPeriodsAllNote' : 'team.ownPeriodsNote', { enough: enoughAnswers })}
    >
      <FigureTable
        label={t('team.ownPeriods')}
        columns={[
          t('team.when'),
          t('team.answered'),
          t('team.acceptanceShare'),
          t('team.secondsMedian'),
          t('team.compared'),
          t('team.accuracy'),
          t('team.skipped'),
          t('team.undone'),
        ]}
        rows={[row('period', t('team.thisRange'), period), row('past', t('team.ownPast'), past)]}
      />
    </Section>
  );
}

type OwnQueuesProps = {
  figures: OwnFigures;
  queues: readonly { key: string; nameKo: string; nameEn: string }[];
};

/** The range by queue: each figure opens one's own decisions that it counts. */
function OwnQueues({ figures, queues }: OwnQueuesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = (queueKey: string) => {
    const queue = queues.find(({ key }) => key === queueKey);
    return (format.locale === 'ko' ? queue?.nameKo : queue?.nameEn) ?? queueKey;
  };
  const link = (queueKey: string, name: string, kind: NonNullable<Drill['kind']>, count: number) => (
    <DrillLink
      key={kind}
      queueKey={queueKey}
      drill={{ view: 'decisions', since: figures.from, until: figures.to, mine: true, kind }}
      label={t('team.drill', { queue: nameOf(queueKey), figure: name, shown: format.count(count) })}
    >
      {format.count(count)}
    </DrillLink>
  );
  return (
    <Section title={t('team.ownQueues')} note={t('team.ownQueuesNote')}>
      <FigureTable
        label={t('team.ownQueues')}
        columns={[
          t('team.queue'),
          t('team.answered'),
          t('team.accepted'),
          t('team.corrected'),
          t('team.skipped'),
          t('team.escalatedDone'),
          t('team.undone'),
        ]}
        rows={figures.queues.map(({ queueKey, ...tally }) => ({
          key: queueKey,
          name: nameOf(queueKey),
          cells: [
            link(queueKey, t('team.answered'), 'answered', tally.answered),
            link(queueKey, t('team.accepted'), 'accepted', tally.accepted),
            link(queueKey, t('team.corrected'), 'corrected', tally.proposed - tally.accepted),
            link(queueKey, t('team.skipped'), 'skipped', tally.skipped),
            link(queueKey, t('team.escalatedDone'), 'escalated', tally.escalated),
            link(queueKey, t('team.undone'), 'undone', tally.undone),
          ],
        }))}
      />
    </Section>
  );
}
