import type { SkipReason } from '@jeoul/shared/labeling/contract';
import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { Key } from '../../../components/key.tsx';
import { FootPanel } from './foot-panel.tsx';
import { SkipReasons } from './skip-reasons.tsx';

type SkipPanelProps = { onSkip: (reason: SkipReason) => void; onClose: () => void };

/** Why a task is passed on: four reasons by digit. */
export function SkipPanel({ onSkip, onClose }: SkipPanelProps) {
  const { t } = useTranslation();
  return (
    <FootPanel label={t('labeling.skipWhy')} width={440} padding={{ py: 2 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', px: 4, pb: 1.5, fontWeight: 600 }}>
        {t('labeling.skipWhy')}
        <ButtonBase onClick={onClose} sx={{ borderRadius: '4px' }}>
          <HiddenText>{t('common.cancel')}</HiddenText>
          <Key combo="Escape" />
        </ButtonBase>
      </Box>
      <SkipReasons onChoose={onSkip} />
    </FootPanel>
  );
}
