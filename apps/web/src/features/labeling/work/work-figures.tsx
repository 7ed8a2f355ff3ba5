import { useTranslation } from 'react-i18next';
import { Figure } from '../../../components/figure.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { shareHalfWidth } from './share-interval.ts';
import type { Queue } from './use-work-session.ts';
import type { Tally } from './work-state.ts';

/** Fewer proposals than this say nothing about how often they are right. */
const fewest = 10;

/** The head's figures: what waits and since when, and the person's own day. */
export function WorkFigures({ queue, tally }: { queue: Queue; tally: Tally }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const waiting = tally.waiting ?? queue.waiting;
  const ageSeconds = queue.oldestAt === null ? null : Math.max(0, (now.getTime() - Date.parse(queue.oldestAt)) / 1000);
  const isLate = ageSeconds !== null && ageSeconds > queue.slaMinutes * 60;
  const sla = format.duration(queue.slaMinutes * 60);
  const { decided, proposed, accepted } = tally;
  return (
    <>
      <Figure label={t('labeling.waiting')} value={`${format.count(waiting)}${queue.isWaitingCapped ? '+' : ''}`} />
      {ageSeconds === null || queue.oldestAt === null ? null : (
        <Figure
          label={t('labeling.oldest')}
          value={format.duration(ageSeconds)}
          tone={isLate ? 'attention' : 'neutral'}
          hint={t(isLate ? 'labeling.oldestLate' : 'labeling.oldestHint', {
            sla,
            moment: format.moment(queue.oldestAt),
          })}
        />
      )}
      <Figure label={t('labeling.today')} value={format.count(decided)} unit={t('labeling.todayUnit')} />
      {proposed < fewest ? null : (
        <Figure
          label={t('labeling.accepted')}
          value={`${format.percent(accepted / proposed)} ± ${format.count(Math.round(shareHalfWidth(accepted, proposed) * 100))}`}
          hint={t('labeling.acceptedHint', { proposed: format.count(proposed), accepted: format.count(accepted) })}
        />
      )}
    </>
  );
}
