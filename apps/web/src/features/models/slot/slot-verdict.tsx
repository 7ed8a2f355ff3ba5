import type { VerdictReason } from '@jeoul/shared/models/contract';
import { minResolutions } from '@jeoul/shared/models/rules';
import { Trans } from 'react-i18next';
import { useTranslation } from 'react-i18next';
import { differenceKind } from '../difference-kind.ts';
import type { SlotView } from '../model-types.ts';
import { particles } from '../../../lib/particles.ts';
import { sentenceWords } from '../sentence-words.tsx';
import { useModelFormat } from '../use-model-format.ts';

type Live = SlotView & { champion: NonNullable<SlotView['champion']> };

function hasChampion(slot: SlotView): slot is Live {
  return slot.champion !== null;
}

/** What is live, and how good. */
function LiveSentence({ slot: { champion } }: { slot: Live }) {
  const format = useModelFormat();
  const { number, metrics } = champion;
  return metrics.rows === 0 ? (
    <Trans i18nKey="models.verdict.liveUntested" values={{ number }} components={sentenceWords} />
  ) : (
    <Trans
      i18nKey="models.verdict.live"
      values={{ number, accuracy: format.score(metrics.accuracy) }}
      components={sentenceWords}
    />
  );
}

/** Who put it there, when that was a person: the reason they gave. */
function WhoSentence({ slot: { champion, promotion } }: { slot: Live }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  if (!promotion?.isByPerson) return null;
  const values = {
    at: champion.liveSince ? format.when(champion.liveSince) : '',
    by: promotion.by ? t('models.bySomebody', { name: promotion.by }) : t('models.byNobody'),
    reason: promotion.reason,
  };
  return promotion.kind === 'rollback' ? (
    <Trans i18nKey="models.verdict.rolledBack" values={values} components={sentenceWords} />
  ) : (
    <Trans i18nKey="models.verdict.promotedBy" values={values} components={sentenceWords} />
  );
}

const equalWithMore: VerdictReason = 'equal-with-more-data';

/** What it was better than when it was made, or why it was preferred though it was not. */
function WhySentence({ slot: { champion, promotion } }: { slot: Live }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { comparison } = champion;
  // After a rollback what counts is why it was put back.
  if (promotion?.kind === 'rollback') return null;
  if (comparison === null) return t('models.verdict.firstModel');
  const values = {
    champion: comparison.championNumber,
    points: format.pointsApart(comparison.difference),
    chance: format.chance(comparison.pNoDifference),
  };
  return (
    <>
      <Trans i18nKey={`models.verdict.${differenceKind(comparison)}`} values={values} components={sentenceWords} />
      {promotion?.reason === equalWithMore ? ` ${t('models.verdict.preferred')}` : null}
    </>
  );
}

function NoChampionSentence({ slot }: { slot: SlotView }) {
  const format = useModelFormat();
  const missing = minResolutions - slot.resolutions;
  if (slot.waiting) {
    const { number } = slot.waiting;
    const values = { number, ...particles(number, format.locale) };
    return <Trans i18nKey="models.verdict.firstWaits" values={values} components={sentenceWords} />;
  }
  return missing > 0 ? (
    <Trans i18nKey="models.verdict.none" values={{ missing: format.count(missing) }} components={sentenceWords} />
  ) : (
    <Trans
      i18nKey="models.verdict.ready"
      values={{ given: format.count(slot.resolutions) }}
      components={sentenceWords}
    />
  );
}

/** The slot in one sentence: what is live, why, and whether somebody is needed. */
export function SlotVerdict({ slot }: { slot: SlotView }) {
  const format = useModelFormat();
  const { waiting } = slot;
  return (
    <>
      {hasChampion(slot) ? (
        <>
          <LiveSentence slot={slot} /> <WhySentence slot={slot} /> <WhoSentence slot={slot} />
        </>
      ) : (
        <NoChampionSentence slot={slot} />
      )}
      {waiting ? (
        <>
          {' '}
          <Trans
            i18nKey="models.verdict.waits"
            values={{ number: waiting.number, ...particles(waiting.number, format.locale) }}
            components={sentenceWords}
          />
        </>
      ) : null}
    </>
  );
}
