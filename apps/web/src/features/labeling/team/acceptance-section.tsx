import type { TeamFigures } from '@jeoul/shared/labeling/team';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { type Drill, DrillLink } from './drill-link.tsx';
import { Share } from './estimate.tsx';
import { FigureTable, Section } from './section.tsx';

type AcceptanceSectionProps = {
  figures: TeamFigures;
  queueKey: string | undefined;
  nameOf: (queueKey: string) => string;
  /** What an answer of the one queue is called. */
  answerName: (answerKey: string) => string;
};

/** How often people kept what the model proposed: by queue, or by answer where one queue is looked at. */
export function AcceptanceSection({ figures, queueKey, nameOf, answerName }: AcceptanceSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const range = { view: 'decisions', since: figures.from, until: figures.to } as const;
  const link = (key: string, name: string, drill: Drill, count: number) => (
    <DrillLink
      queueKey={key}
      drill={{ ...range, ...drill }}
      label={t('team.drill', { queue: nameOf(key), figure: name, shown: format.count(count) })}
    >
      {format.count(count)}
    </DrillLink>
  );
  if (queueKey === undefined) {
    return (
      <Section title={t('team.acceptance')} note={t('team.acceptanceNote')}>
        <FigureTable
          label={t('team.acceptance')}
          columns={[
            t('team.queue'),
            t('team.answered'),
            t('team.proposed'),
            t('team.accepted'),
            t('team.corrected'),
            t('team.acceptanceShare'),
          ]}
          rows={figures.queues.map(({ queueKey: key, answered, proposed, accepted, acceptance }) => ({
            key,
            name: nameOf(key),
            cells: [
              link(key, t('team.answered'), { kind: 'answered' }, answered),
              link(key, t('team.proposed'), { kind: 'proposed' }, proposed),
              link(key, t('team.accepted'), { kind: 'accepted' }, accepted),
              link(key, t('team.corrected'), { kind: 'corrected' }, proposed - accepted),
              <Share key="share" estimate={acceptance} />,
            ],
          }))}
        />
      </Section>
    );
  }
  return (
    <Section title={t('team.acceptance')} note={t('team.acceptanceLabelNote')}>
      <FigureTable
        label={t('team.acceptance')}
        maxHeight={320}
        columns={[t('team.label'), t('team.chosen'), t('team.proposed'), t('team.accepted'), t('team.acceptanceShare')]}
        rows={figures.labels.map(({ labelKey, chosen, proposed, accepted, acceptance }) => {
          const name = answerName(labelKey);
          const of = (figure: string) => `${name} ${figure}`;
          return {
            key: labelKey,
            name,
            cells: [
              link(queueKey, of(t('team.chosen')), { kind: 'answered', chosen: labelKey }, chosen),
              link(queueKey, of(t('team.proposed')), { kind: 'proposed', predicted: labelKey }, proposed),
              link(queueKey, of(t('team.accepted')), { kind: 'accepted', predicted: labelKey }, accepted),
              <Share key="share" estimate={acceptance} />,
            ],
          };
        })}
      />
    </Section>
  );
}
