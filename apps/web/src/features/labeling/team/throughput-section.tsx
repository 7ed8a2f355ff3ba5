import type { DecisionTally, TeamFigures } from '@jeoul/shared/labeling/team';
import { Box } from '@mui/material';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, type ChartPick } from '../../../components/chart/chart.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import type { ColorTokens } from '../../../theme/tokens.ts';
import { type Drill, DrillLink } from './drill-link.tsx';
import { drillOf, type Moment, momentsOf } from './moments.ts';
import { FigureTable, Section } from './section.tsx';

type Part = {
  queueKey: string;
  name: string;
  kind: NonNullable<Drill['kind']>;
  valueOf: (tally: DecisionTally) => number;
};
type ThroughputSectionProps = {
  figures: TeamFigures;
  /** The one queue that is looked at, if it is one. */
  queueKey: string | undefined;
  nameOf: (queueKey: string) => string;
};

/** The stacked parts of a bar: queues where all are shown, how answers ended where one is. */
function useParts({ figures, queueKey, nameOf }: ThroughputSectionProps): Part[] {
  const { t } = useTranslation();
  return useMemo(() => {
    if (queueKey === undefined) {
      return figures.queues.map((queue) => ({
        queueKey: queue.queueKey,
        name: nameOf(queue.queueKey),
        kind: 'answered',
        valueOf: ({ answered }) => answered,
      }));
    }
    return [
      { queueKey, name: t('team.accepted'), kind: 'accepted', valueOf: ({ accepted }) => accepted },
      {
        queueKey,
        name: t('team.corrected'),
        kind: 'corrected',
        valueOf: ({ proposed, accepted }) => proposed - accepted,
      },
      { queueKey, name: t('team.skipped'), kind: 'skipped', valueOf: ({ skipped }) => skipped },
    ];
  }, [figures.queues, queueKey, nameOf, t]);
}

/** What was decided when, drawn and as figures that open their lists. */
export function ThroughputSection(props: ThroughputSectionProps) {
  const { figures, queueKey, nameOf } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const parts = useParts(props);
  const moments = useMemo(() => momentsOf(figures), [figures]);
  const isToday = figures.from === figures.to;
  const nameOfMoment = useCallback(
    ({ day, hour }: Moment) => (hour === null ? day.slice(5).replace('-', '/') : t('team.hour', { hour })),
    [t],
  );
  const answered = figures.queues.reduce((sum, queue) => sum + queue.answered, 0);
  const words = { shown: format.count(isToday ? answered : Math.round(answered / moments.length)) };
  const valueOf = (moment: Moment, part: Part) => {
    const tally = moment.tallies.get(part.queueKey);
    return tally ? part.valueOf(tally) : 0;
  };
  const build = useCallback(
    (color: ColorTokens) => ({
      legend: { top: 0, right: 0 },
      grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
      xAxis: { type: 'category' as const, data: moments.map(nameOfMoment) },
      yAxis: { type: 'value' as const, name: t('team.decisions'), minInterval: 1 },
      series: parts.map((part, at) => ({
        type: 'bar' as const,
        name: part.name,
        stack: 'all',
        cursor: 'pointer',
        barMaxWidth: 40,
        // Violet is the model's word and celadon people's, on this chart as everywhere; queues take the other colours.
        color: color.series[(queueKey === undefined ? at + 2 : at) % color.series.length],
        data: moments.map((moment) => {
          const tally = moment.tallies.get(part.queueKey);
          return tally ? part.valueOf(tally) : 0;
        }),
      })),
    }),
    [moments, parts, nameOfMoment, queueKey, t],
  );
  const open = ({ seriesName, dataIndex }: ChartPick) => {
    const part = parts.find(({ name }) => name === seriesName);
    const moment = moments[dataIndex];
    if (!part || !moment) return;
    const search = { ...drillOf(moment), kind: part.kind };
    void navigate({ to: '/queues/$queueKey/list', params: { queueKey: part.queueKey }, search });
  };
  const columns = [t(isToday ? 'team.hours' : 'team.day'), ...parts.map(({ name }) => name)];
  const told: Part[] =
    queueKey === undefined
      ? parts
      : [
          { queueKey, name: t('team.answered'), kind: 'answered', valueOf: (tally) => tally.answered },
          ...parts,
          { queueKey, name: t('team.escalatedDone'), kind: 'escalated', valueOf: (tally) => tally.escalated },
          { queueKey, name: t('team.undone'), kind: 'undone', valueOf: (tally) => tally.undone },
        ];
  const shownMoments = moments.toReversed().filter((moment) => moment.hour === null || moment.tallies.size > 0);
  const isEmpty = figures.queues.every(
    (queue) => queue.answered + queue.skipped + queue.escalated + queue.undone === 0,
  );
  if (isEmpty) {
    return (
      <Section title={t('team.throughput')}>
        <Box sx={{ color: 'text.secondary' }}>{t('team.nobody')}</Box>
      </Section>
    );
  }
  return (
    <Section title={t('team.throughput')} note={t('team.throughputNote')}>
      <Chart
        title={t(isToday ? 'team.throughputToday' : 'team.throughputMean', words)}
        build={build}
        height={200}
        onPick={open}
        data={{
          columns,
          rows: moments.map((moment) => [nameOfMoment(moment), ...parts.map((part) => valueOf(moment, part))]),
        }}
      />
      <Box sx={{ mt: 3 }}>
        <FigureTable
          label={t('team.throughput')}
          maxHeight={244}
          columns={[t(isToday ? 'team.hours' : 'team.day'), ...told.map(({ name }) => name)]}
          rows={shownMoments.map((moment) => ({
            key: moment.key,
            name: nameOfMoment(moment),
            cells: told.map((part) => (
              <DrillLink
                key={part.name}
                queueKey={part.queueKey}
                drill={{ ...drillOf(moment), kind: part.kind }}
                label={t('team.drill', {
                  queue: nameOf(part.queueKey),
                  figure: `${nameOfMoment(moment)} ${part.name}`,
                  shown: format.count(valueOf(moment, part)),
                })}
              >
                {format.count(valueOf(moment, part))}
              </DrillLink>
            )),
          }))}
        />
      </Box>
    </Section>
  );
}
