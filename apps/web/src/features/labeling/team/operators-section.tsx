import { enoughAnswers, type TeamFigures, type TeamOperator } from '@jeoul/shared/labeling/team';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { type Drill, DrillLink } from './drill-link.tsx';
import { Seconds, Share } from './estimate.tsx';
import { FigureTable, Section } from './section.tsx';

type OperatorsSectionProps = {
  figures: TeamFigures;
  queueKey: string | undefined;
  nameOf: (queueKey: string) => string;
};

function Name({ operator }: { operator: TeamOperator }) {
  const { t } = useTranslation();
  return (
    <>
      {operator.name}
      {operator.isSelf ? (
        <Box component="span" sx={{ ml: 1.5, fontWeight: 400, color: 'text.secondary' }}>
          {t('team.self')}
        </Box>
      ) : null}
    </>
  );
}

/**
 * Who did what, by name and never by rank. Accuracy and speed are told of one queue only: tasks of different queues
 * can't be compared.
 */
export function OperatorsSection({ figures, queueKey, nameOf }: OperatorsSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { operators, queues } = figures;
  const link = (operator: TeamOperator, key: string, name: string, drill: Drill, count: number) => (
    <DrillLink
      key={`${key} ${name}`}
      queueKey={key}
      drill={{ view: 'decisions', since: figures.from, until: figures.to, by: operator.userId, ...drill }}
      label={t('team.drill', { queue: nameOf(key), figure: `${operator.name} ${name}`, shown: format.count(count) })}
    >
      {format.count(count)}
    </DrillLink>
  );
  if (operators.length === 0) {
    return (
      <Section title={t('team.operators')}>
        <Box sx={{ color: 'text.secondary' }}>{t('team.nobody')}</Box>
      </Section>
    );
  }
  if (queueKey === undefined) {
    return (
      <Section title={t('team.operators')} note={t('team.operatorsAllNote')}>
        <FigureTable
          label={t('team.operators')}
          columns={[t('team.operator'), ...queues.map((queue) => nameOf(queue.queueKey))]}
          rows={operators.map((operator) => ({
            key: operator.userId,
            name: <Name operator={operator} />,
            cells: queues.map(({ queueKey: key }) => {
              const answered = operator.queues.find((queue) => queue.queueKey === key)?.answered ?? 0;
              return link(operator, key, t('team.answered'), { kind: 'answered' }, answered);
            }),
          }))}
        />
      </Section>
    );
  }
  const slowest = Math.max(0, ...operators.map(({ seconds }) => seconds?.high ?? 0));
  return (
    <Section title={t('team.operators')} note={t('team.operatorsNote', { enough: enoughAnswers })}>
      <FigureTable
        label={t('team.operators')}
        columns={[
          t('team.operator'),
          t('team.answered'),
          t('team.acceptanceShare'),
          t('team.secondsMedian'),
          t('team.upheldOf'),
          t('team.accuracy'),
          t('team.skipped'),
          t('team.undone'),
        ]}
        rows={operators.map((operator) => ({
          key: operator.userId,
          name: <Name operator={operator} />,
          cells: [
            link(operator, queueKey, t('team.answered'), { kind: 'answered' }, operator.answered),
            <Share key="acceptance" estimate={operator.acceptance} />,
            <Seconds key="seconds" estimate={operator.seconds} most={slowest} />,
            <span key="compared">
              {link(operator, queueKey, t('team.upheld'), { kind: 'upheld' }, operator.upheld)}
              {' / '}
              {link(operator, queueKey, t('team.compared'), { kind: 'compared' }, operator.compared)}
            </span>,
            <Share key="accuracy" estimate={operator.accuracy} />,
            link(operator, queueKey, t('team.skipped'), { kind: 'skipped' }, operator.skipped),
            link(operator, queueKey, t('team.undone'), { kind: 'undone' }, operator.undone),
          ],
        }))}
      />
    </Section>
  );
}
