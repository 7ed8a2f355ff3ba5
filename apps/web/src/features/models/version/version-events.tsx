import { useTranslation } from 'react-i18next';
import type { SlotView, VersionView } from '../model-types.ts';
import { Timeline, TimelineEntry } from '../timeline.tsx';
import { useModelFormat } from '../use-model-format.ts';
import { useReasonText } from '../use-reason-text.ts';
import { verdictState } from '../verdict-state.ts';

type Event = VersionView['events'][number];

function toneOf(event: Event): 'person' | 'model' | 'neutral' {
  if (event.isByPerson) return 'person';
  return event.kind === 'replaced' ? 'neutral' : 'model';
}

/** What happened to the version, oldest first; a decision it still waits for stands at the end. */
export function VersionEvents({ version, slot }: { version: VersionView; slot: SlotView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const reasonText = useReasonText();
  const who = (event: Event) => {
    if (event.isByPerson) return event.by ?? t('models.event.bySomebodyGone');
    return event.kind === 'trained' ? '' : t('models.event.byItself');
  };
  const isAsked = verdictState(version, slot) === 'needsPerson';
  return (
    <Timeline>
      {version.events.map((event) => (
        <TimelineEntry
          key={`${event.at}${event.kind}`}
          tone={toneOf(event)}
          at={event.at}
          title={
            event.number === null
              ? t(`models.event.${event.kind}`)
              : `${t(`models.event.${event.kind}`)} → ${format.version(event.number)}`
          }
        >
          {[who(event), event.reason === null ? '' : reasonText(event.reason)]
            .filter((part) => part !== '')
            .join(' · ')}
        </TimelineEntry>
      ))}
      {isAsked ? (
        <TimelineEntry tone="attention" at={null} title={t('models.event.waits')}>
          {reasonText(version.reason)}
        </TimelineEntry>
      ) : null}
    </Timeline>
  );
}
