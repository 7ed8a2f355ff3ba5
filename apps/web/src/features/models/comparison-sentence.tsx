import { Trans } from 'react-i18next';
import { differenceKind } from './difference-kind.ts';
import type { VersionView } from './model-types.ts';
import { particles } from '../../lib/particles.ts';
import { sentenceWords } from './sentence-words.tsx';
import { useModelFormat } from './use-model-format.ts';

const comparisonKeys = {
  equal: 'challengerEqual',
  higher: 'challengerHigher',
  higherNoise: 'challengerHigherNoise',
  lower: 'challengerLower',
  lowerNoise: 'challengerLowerNoise',
} as const;

/** A version beside the champion it was measured with: higher or lower, by how much, and how likely that is chance. */
export function ComparisonSentence({ version }: { version: VersionView }) {
  const format = useModelFormat();
  const { number, comparison, metrics } = version;
  if (comparison === null) {
    return (
      <Trans
        i18nKey="models.verdict.challengerFirst"
        values={{ number, accuracy: metrics.rows === 0 ? '–' : format.score(metrics.accuracy) }}
        components={sentenceWords}
      />
    );
  }
  const { difference, pNoDifference, championNumber: champion } = comparison;
  const values = {
    number,
    champion,
    points: format.pointsApart(difference),
    chance: format.chance(pNoDifference),
    ...particles(number, format.locale),
  };
  const key = comparisonKeys[differenceKind(comparison)];
  return <Trans i18nKey={`models.verdict.${key}`} values={values} components={sentenceWords} />;
}
