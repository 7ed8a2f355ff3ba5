import type { ReviewView } from '@jeoul/shared/labeling/contract';
import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { ToneChip } from '../../../components/chips.tsx';
import { Key } from '../../../components/key.tsx';
import { keepFocus } from '../../../lib/keep-focus.ts';
import { useFormat } from '../../../lib/use-format.ts';
import type { HeldTask } from '../work/work-state.ts';
import { ReviewText } from './review-text.tsx';
import type { ReviewDesk } from './use-review-desk.ts';

/** Room for four lines: a longer review scrolls in it, and nothing below ever moves. */
const textHeight = 128;

/** Whose review it is, of what, and when it was written. */
export function ReviewFacts({ item }: { item: ReviewView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { stars, storeName, district, writtenAt, weeklyOrders, menuText } = item;
  const starText = stars === null ? t('reviews.noStars') : t('reviews.stars', { stars });
  const facts = [
    storeName,
    district,
    writtenAt === null ? null : format.day(writtenAt),
    t('labeling.weeklyOrders', { count: weeklyOrders, shown: format.count(weeklyOrders) }),
    menuText === null ? null : t('reviews.ordered', { menu: menuText }),
  ].filter((fact) => fact !== null);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        height: 22,
        mb: 2,
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        color: 'text.secondary',
        '& > span + span::before': { content: '"·"', mx: 3, color: 'text.disabled' },
        '& > span:last-of-type': { overflow: 'hidden', textOverflow: 'ellipsis' },
      }}
    >
      <Box component="span" role="img" aria-label={starText} title={starText} sx={{ letterSpacing: '1px' }}>
        {stars === null ? '–' : `${'★'.repeat(stars)}${'☆'.repeat(5 - stars)}`}
      </Box>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </Box>
  );
}

type ReviewHeadProps = {
  held: HeldTask;
  desk: ReviewDesk;
  revealed: string | null;
  onReveal: (() => void) | null;
  pulls: React.ComponentProps<typeof ReviewText>['pulls'];
};

/** The review being judged: who was reviewed when, its words, and what of them is hidden. */
export function ReviewHead({ held, desk, revealed, onReveal, pulls }: ReviewHeadProps) {
  const { t } = useTranslation();
  const { item, missing, mode, words, word } = desk;
  const hidden = item.personal.length;
  const isMarking = mode === 'marking';
  return (
    <Box sx={{ pt: 5 }}>
      <ReviewFacts item={item} />
      <Box
        component="section"
        aria-label={item.name}
        sx={{ height: textHeight, overflow: 'auto', display: 'flex', flexDirection: 'column', p: '3px', mx: '-3px' }}
      >
        <ReviewText desk={desk} revealed={revealed} pulls={pulls} />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, height: 32, whiteSpace: 'nowrap' }}>
        {held.isLost ? (
          <Box component="span" role="alert" sx={{ color: 'persimmon.main' }}>
            {t('labeling.lost')}
          </Box>
        ) : null}
        {missing ? (
          <Box component="span" role="alert" sx={{ color: 'persimmon.main' }}>
            {t(`reviews.missing.${missing}`)}
          </Box>
        ) : null}
        {isMarking && !missing ? (
          <Box component="span" role="status" sx={{ color: 'celadon.main' }}>
            {t('reviews.markingHint', { at: Math.min(word + 1, words.length), count: words.length })}
          </Box>
        ) : null}
        {hidden === 0 ? null : revealed !== null ? (
          <ToneChip tone="amber">{t('reviews.personalShown')}</ToneChip>
        ) : (
          <ButtonBase
            onClick={() => onReveal?.()}
            onMouseDown={keepFocus}
            disabled={onReveal === null}
            sx={{ gap: 1.5, borderRadius: '4px', color: 'text.secondary' }}
          >
            <Key combo="KeyP" />
            {t('reviews.personal', { count: hidden })}
          </ButtonBase>
        )}
        <ButtonBase
          onClick={isMarking ? desk.toggleWord : desk.toggleVeil}
          onMouseDown={keepFocus}
          sx={{ gap: 1.5, ml: 'auto', borderRadius: '4px', color: 'text.secondary' }}
        >
          <Key combo="Space" />
          {t(isMarking ? 'reviews.markWord' : desk.isVeiled ? 'reviews.veilLift' : 'reviews.veilDrop')}
        </ButtonBase>
      </Box>
    </Box>
  );
}
