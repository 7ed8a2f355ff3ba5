import { forecastPast, type CappedCount, type TeamBacklog } from '@jeoul/shared/labeling/team';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { type Drill, DrillLink } from './drill-link.tsx';
import { FigureTable, Section } from './section.tsx';

type BacklogSectionProps = { backlogs: readonly TeamBacklog[]; nameOf: (queueKey: string) => string };

/** What waits now, how long it has, and how much of it will be late. */
export function BacklogSection({ backlogs, nameOf }: BacklogSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = ({ count, isCapped }: CappedCount) => `${format.count(count)}${isCapped ? '+' : ''}`;
  const link = (queueKey: string, name: string, drill: Drill, count: CappedCount, isAttention = false) => (
    <DrillLink
      queueKey={queueKey}
      drill={drill}
      label={t('team.drill', { queue: nameOf(queueKey), figure: name, shown: shown(count) })}
      isAttention={isAttention && count.count > 0}
    >
      {shown(count)}
    </DrillLink>
  );
  const exact = (count: number): CappedCount => ({ count, isCapped: false });
  return (
    <Section title={t('team.backlog')} note={t('team.backlogNote')}>
      <FigureTable
        label={t('team.backlog')}
        columns={[
          t('team.queue'),
          t('team.waiting'),
          t('team.held'),
          t('team.deferred'),
          t('team.escalated'),
          t('team.past'),
          t('team.soon'),
          t('team.forecast'),
          t('team.answeredToday'),
          t('team.undoneToday'),
          t('team.median'),
          t('team.p90'),
          t('team.oldest'),
        ]}
        rows={backlogs.map((backlog) => {
          const { queueKey, waiting, held, deferred, escalated, past, soon, lastDay, ages, slaMinutes, day, today } =
            backlog;
          const ofToday = { view: 'decisions', since: day, until: day } as const;
          const late = forecastPast({ past: past.count, soon: soon.count, lastDay });
          const about = ages?.isEstimate ? '≈ ' : '';
          const age = (seconds: number | undefined) =>
            seconds === undefined ? '–' : `${about}${format.duration(seconds)}`;
          const isLate = ages !== null && ages.oldest > slaMinutes * 60;
          return {
            key: queueKey,
            name: nameOf(queueKey),
            cells: [
              link(queueKey, t('team.waiting'), {}, waiting),
              link(queueKey, t('team.held'), { state: 'held' }, exact(held)),
              link(queueKey, t('team.deferred'), { state: 'deferred' }, deferred),
              link(queueKey, t('team.escalated'), { state: 'escalated' }, escalated),
              link(queueKey, t('team.past'), { due: 'past', sort: 'created' }, past, true),
              link(queueKey, t('team.soon'), { due: 'soon', sort: 'created' }, soon),
              <Box
                key="forecast"
                component="span"
                title={t('team.forecastHint', { pace: format.count(lastDay) })}
                sx={late > 0 ? { color: 'persimmon.main', fontWeight: 600 } : undefined}
              >
                {`${format.count(late)}${past.isCapped || soon.isCapped ? '+' : ''}`}
              </Box>,
              link(queueKey, t('team.answeredToday'), { ...ofToday, kind: 'answered' }, exact(today.answered)),
              link(queueKey, t('team.undoneToday'), { ...ofToday, kind: 'undone' }, exact(today.undone)),
              age(ages?.median),
              age(ages?.p90),
              <DrillLink
                key="oldest"
                queueKey={queueKey}
                drill={{ sort: 'created' }}
                label={t('team.drill', { queue: nameOf(queueKey), figure: t('team.oldest'), shown: age(ages?.oldest) })}
                isAttention={isLate}
              >
                {ages === null ? '–' : format.duration(ages.oldest)}
              </DrillLink>,
            ],
          };
        })}
      />
    </Section>
  );
}
