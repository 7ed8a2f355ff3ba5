import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { ComparisonSentence } from '../comparison-sentence.tsx';
import type { SlotView, VersionView } from '../model-types.ts';
import { particles } from '../../../lib/particles.ts';
import { sentenceWords } from '../sentence-words.tsx';
import { useModelFormat } from '../use-model-format.ts';
import type { LabelNames } from '../use-slot-labels.ts';
import { verdictState } from '../verdict-state.ts';
import { useSliceName } from './slice-names.ts';
import { clearlyWorst } from './slices.ts';

/** The reason why a person is asked, by the verdict's code. */
function NeedSentence({ version }: { version: VersionView }) {
  if (version.reason === 'champion-moved')
    return <Trans i18nKey="models.verdict.needsMoved" components={sentenceWords} />;
  if (version.reason === 'rolled-back')
    return <Trans i18nKey="models.verdict.needsRolledBack" components={sentenceWords} />;
  if (version.reason === 'first-model') return <Trans i18nKey="models.verdict.needsFirst" components={sentenceWords} />;
  return <Trans i18nKey="models.verdict.needsPolicy" components={sentenceWords} />;
}

/** Why one that is no better took over by itself: it has learned more. */
function LearnedMoreSentence({ version }: { version: VersionView }) {
  const format = useModelFormat();
  const { verdict, reason, learned } = version;
  if (verdict !== 'promoted' || reason !== 'equal-with-more-data' || !learned) return null;
  const values = { count: learned.resolutions, shown: format.count(learned.resolutions) };
  return (
    <>
      <Trans
        i18nKey="models.verdict.learnedMore"
        count={values.count}
        values={values}
        components={sentenceWords}
      />{' '}
    </>
  );
}

/** What became of it, or who is asked. */
function OutcomeSentence({ version, slot }: { version: VersionView; slot: SlotView }): ReactNode {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { champion, waiting } = slot;
  const state = verdictState(version, slot);
  const live = champion ? { live: champion.number, ...particles(champion.number, format.locale) } : null;
  if (state === 'live') return t('models.verdict.isLive');
  if (state === 'needsPerson') return <NeedSentence version={version} />;
  if (state === 'kept') return t('models.verdict.kept');
  if (state === 'rejected') return t('models.verdict.rejected');
  if (live === null) return null;
  if (state === 'waiting' && waiting !== null) {
    const newer = { number: waiting.number, ...particles(waiting.number, format.locale) };
    return <Trans i18nKey="models.verdict.newerWaits" values={newer} components={sentenceWords} />;
  }
  return state === 'waiting' ? (
    <Trans i18nKey="models.verdict.outdated" values={live} components={sentenceWords} />
  ) : (
    <Trans i18nKey="models.verdict.replaced" values={live} components={sentenceWords} />
  );
}

type VersionVerdictProps = { version: VersionView; slot: SlotView; labels: LabelNames };

/** The whole case of a version in one breath: better or not, for whom it gets worse, what that means. */
export function VersionVerdict({ version, slot, labels }: VersionVerdictProps) {
  const format = useModelFormat();
  const sliceName = useSliceName(labels);
  const worst = version.comparison ? clearlyWorst(version.comparison.slices) : null;
  const isLower = (version.comparison?.difference ?? 0) < 0;
  return (
    <>
      <ComparisonSentence version={version} />{' '}
      {worst ? (
        <>
          <Trans
            i18nKey={isLower ? 'models.verdict.worstSliceToo' : 'models.verdict.worstSlice'}
            values={{ slice: sliceName(worst), points: format.pointsApart(worst.difference) }}
            components={sentenceWords}
          />{' '}
        </>
      ) : null}
      <LearnedMoreSentence version={version} />
      <OutcomeSentence version={version} slot={slot} />
    </>
  );
}
