import type { SkipReason } from '@jeoul/shared/labeling/contract';
import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { Key } from '../../../components/key.tsx';
import { SkipReasons } from './skip-reasons.tsx';

type SkipPanelProps = { onSkip: (reason: SkipReason) => void; onClose: () => void };

/** Why a task is passed on: four reasons by digit, over the foot of the page so that nothing moves for it. */
export function SkipPanel({ onSkip, onClose }: SkipPanelProps) {
  const { t } = useTranslation();
  return (
    <Box
      role="group"
      aria-label={t('labeling.skipWhy')}
      sx={{
        position: 'absolute',
        left: 36,
        bottom: 20,
        width: 440,
        maxWidth: 'calc(100% - 72px)',
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'ground.surface',
        boxShadow: '0 8px 24px rgb(0 0 0 / 0.12)',
        py: 2,
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', px: 4, pb: 1.5, fontWeight: 600 }}>
        {t('labeling.skipWhy')}
        <ButtonBase onClick={onClose} sx={{ borderRadius: '4px' }}>
          <HiddenText>{t('common.cancel')}</HiddenText>
          <Key combo="Escape" />
        </ButtonBase>
      </Box>
      <SkipReasons onChoose={onSkip} />
    </Box>
  );
}
