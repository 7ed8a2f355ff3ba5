import type { AgreementFigure, TeamFigures } from '@jeoul/shared/labeling/team';
import { enoughAnswers } from '@jeoul/shared/labeling/team';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { DrillLink } from './drill-link.tsx';
import { FigureTable, Section } from './section.tsx';

const places = 2;

/** A coefficient with its interval, as numbers between −1 and 1. */
function Coefficient({ figure }: { figure: AgreementFigure }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (figure === null) return <Box sx={{ color: 'text.disabled' }}>{t('team.undefined')}</Box>;
  const { value, low, high } = figure;
  return (
    <span>
      <b>{format.decimal(value, places)}</b>{' '}
      {low === null || high === null ? null : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {format.decimal(low, places)}–{format.decimal(high, places)}
        </Box>
      )}
    </span>
  );
}

type AgreementSectionProps = {
  figures: TeamFigures;
  queueKey: string | undefined;
  nameOf: (queueKey: string) => string;
};

/** How far people agree who answered the same tasks; says so where too few were answered twice. */
export function AgreementSection({ figures, queueKey, nameOf }: AgreementSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tooFew = (
    <Box key="few" sx={{ color: 'text.disabled' }}>
      {t('team.tooFew')}
    </Box>
  );
  const pairs = queueKey === undefined ? [] : figures.agreement.flatMap((one) => one.pairs);
  return (
    <Section title={t('team.agreement')} note={t('team.agreementNote', { enough: enoughAnswers })}>
      <FigureTable
        label={t('team.agreement')}
        columns={[
          t('team.queue'),
          t('team.sharedTasks'),
          t('team.sharedAnswers'),
          t('team.observed'),
          t('team.fleiss'),
          t('team.ac1'),
          t('team.alpha'),
        ]}
        rows={figures.agreement.map(({ queueKey: key, tasks, answers, isCapped, measured }) => {
          const more = isCapped ? '+' : '';
          return {
            key,
            name: nameOf(key),
            cells: [
              `${format.count(tasks)}${more}`,
              <DrillLink
                key="answers"
                queueKey={key}
                drill={{ view: 'decisions', kind: 'shared', since: figures.from, until: figures.to }}
                label={t('team.drill', {
                  queue: nameOf(key),
                  figure: t('team.sharedAnswers'),
                  shown: format.count(answers),
                })}
              >
                {`${format.count(answers)}${more}`}
              </DrillLink>,
              measured ? <b key="observed">{format.percent(measured.observed)}</b> : tooFew,
              measured ? <Coefficient key="fleiss" figure={measured.fleiss} /> : tooFew,
              measured ? <Coefficient key="ac1" figure={measured.ac1} /> : tooFew,
              measured ? <Coefficient key="alpha" figure={measured.alpha} /> : tooFew,
            ],
          };
        })}
      />
      {pairs.length === 0 ? null : (
        <Box sx={{ mt: 3 }}>
          <FigureTable
            label={t('team.pairs')}
            maxHeight={240}
            columns={[t('team.pair'), t('team.sharedTasks'), t('team.cohen')]}
            rows={pairs.map(({ names, tasks, kappa }) => ({
              key: names.join(' '),
              name: names.join(' · '),
              cells: [format.count(tasks), tasks < enoughAnswers ? tooFew : <Coefficient key="kappa" figure={kappa} />],
            }))}
          />
        </Box>
      )}
    </Section>
  );
}
