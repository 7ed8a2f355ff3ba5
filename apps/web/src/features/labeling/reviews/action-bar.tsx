import { isEffectAction, reviewActions, usualReason } from '@jeoul/shared/labeling/answers';
import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import { keepFocus } from '../../../lib/keep-focus.ts';
import type { ReviewDesk } from './use-review-desk.ts';
import { actionCombos } from './use-review-keys.ts';

/** What will be done to the review, and by which rule. What the labels usually ask for is chosen until somebody says otherwise. */
export function ActionBar({ desk }: { desk: ReviewDesk }) {
  const { t } = useTranslation();
  const { action, draft, setAction, nextReason } = desk;
  const reason = draft.policyReason ?? usualReason(action);
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1, mt: 3, minHeight: 36 }}
    >
      <Box role="group" aria-label={t('reviews.actions')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {reviewActions.map((one) => {
          const isChosen = one === action;
          return (
            <ButtonBase
              key={one}
              aria-pressed={isChosen}
              onClick={() => setAction(one)}
              onMouseDown={keepFocus}
              sx={{
                gap: 1.5,
                height: 34,
                px: 2.5,
                border: 1,
                borderRadius: 1,
                borderColor: isChosen ? 'celadon.main' : 'divider',
                bgcolor: isChosen ? 'celadon.soft' : 'ground.surface',
                color: isChosen ? 'celadon.main' : 'text.primary',
                fontWeight: isChosen ? 600 : 400,
              }}
            >
              <Key combo={actionCombos[one]} />
              {t(`reviews.action.${one}`)}
            </ButtonBase>
          );
        })}
      </Box>
      {isEffectAction(action) ? (
        <ButtonBase
          onClick={nextReason}
          onMouseDown={keepFocus}
          sx={{ gap: 1.5, height: 34, px: 1, borderRadius: 1, color: 'text.secondary' }}
        >
          <Key combo="KeyR" />
          {t('reviews.reason')}
          <Box component="b" sx={{ color: 'text.primary', fontWeight: 600 }}>
            {t(`reviews.reasons.${reason}`)}
          </Box>
        </ButtonBase>
      ) : null}
    </Box>
  );
}
