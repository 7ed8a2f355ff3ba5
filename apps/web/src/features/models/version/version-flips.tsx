import { Box } from '@mui/material';
import type { Flip, ModelComparison } from '@jeoul/shared/models/contract';
import { useTranslation } from 'react-i18next';
import { ToneChip } from '../../../components/chips.tsx';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { visiblePieces } from '../../../components/text/segments.ts';
import { VisiblePieces } from '../../../components/text/visible-text.tsx';
import { Section } from '../section.tsx';
import { useModelFormat } from '../use-model-format.ts';
import type { LabelNames } from '../use-slot-labels.ts';

function FlipRow({ flip, labels }: { flip: Flip; labels: LabelNames }) {
  const { t } = useTranslation();
  const isRight = flip.challenger === flip.truth;
  const truth = t('models.page.truth', { label: labels.path(flip.truth) });
  return (
    <Box
      component="li"
      title={truth}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto auto',
        alignItems: 'center',
        gap: 2.5,
        height: 30,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        <VisiblePieces pieces={visiblePieces(flip.text)} />
      </Box>
      <Box component={isRight ? 's' : 'span'} sx={{ color: 'text.disabled', fontSize: 12 }}>
        <HiddenText>{t('models.page.was', { label: '' })}</HiddenText>
        {labels.leaf(flip.champion)}
      </Box>
      <ToneChip tone={isRight ? 'violet' : 'persimmon'}>{labels.leaf(flip.challenger)}</ToneChip>
    </Box>
  );
}

function FlipList({ title, flips, labels }: { title: string; flips: readonly Flip[]; labels: LabelNames }) {
  if (flips.length === 0) return null;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ fontSize: 11, color: 'text.disabled', pb: 1 }}>{title}</Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', borderTop: 1, borderColor: 'divider' }}>
        {flips.map((flip) => (
          <FlipRow key={`${flip.text}\n${flip.truth}`} flip={flip} labels={labels} />
        ))}
      </Box>
    </Box>
  );
}

/** Which held-out items the challenger gets right that the champion got wrong, and the other way round. */
export function VersionFlips({ comparison, labels }: { comparison: ModelComparison; labels: LabelNames }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { nowRight, nowWrong, flips } = comparison;
  const right = flips.filter((flip) => flip.challenger === flip.truth);
  const wrong = flips.filter((flip) => flip.challenger !== flip.truth);
  return (
    <Section
      title={t('models.page.flips')}
      small={t('models.page.flipsSmall', { right: format.count(nowRight), wrong: format.count(nowWrong) })}
    >
      {flips.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{t('models.page.flipsNone')}</Box>
      ) : (
        <Box
          tabIndex={0}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))',
            columnGap: 9,
            rowGap: 4,
            maxHeight: 336,
            overflow: 'auto',
          }}
        >
          <FlipList title={t('models.page.nowRight')} flips={right} labels={labels} />
          <FlipList title={t('models.page.nowWrong')} flips={wrong} labels={labels} />
        </Box>
      )}
    </Section>
  );
}
