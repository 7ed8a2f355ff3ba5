import { minResolutions } from '@jeoul/shared/models/rules';
import { Trans } from 'react-i18next';
import { useTranslation } from 'react-i18next';
import { differenceKind } from '../difference-kind.ts';
import type { SlotView } from '../model-types.ts';
import { particles } from '../particles.ts';
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

/** Why it is live: what it was better than, or who put it back. */
function WhySentence({ slot: { champion, promotion } }: { slot: Live }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { comparison, liveSince } = champion;
  if (promotion?.kind === 'rollback') {
    const values = {
      at: liveSince ? format.when(liveSince) : '',
      by: promotion.by ? t('models.bySomebody', { name: promotion.by }) : t('models.byNobody'),
      reason: promotion.reason,
    };
    return <Trans i18nKey="models.verdict.rolledBack" values={values} components={sentenceWords} />;
  }
  if (comparison === null) return t('models.verdict.firstModel');
  const values = {
    champion: comparison.championNumber,
    points: format.pointsApart(comparison.difference),
    chance: format.chance(comparison.pNoDifference),
  };
  return <Trans i18nKey={`models.verdict.${differenceKind(comparison)}`} values={values} components={sentenceWords} />;
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
          <LiveSentence slot={slot} /> <WhySentence slot={slot} />
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
