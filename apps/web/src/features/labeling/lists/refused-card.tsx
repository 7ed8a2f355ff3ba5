import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { Key } from '../../../components/key.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { LabelPath } from '../labels/label-path.tsx';
import type { RefusedEntry } from '../outbox/outbox-entry.ts';

const titles = {
  ALREADY_DECIDED: 'labeling.conflictTitle',
  LEASE_LOST: 'labeling.conflictLost',
  NOT_FOUND: 'labeling.conflictGone',
  INVALID_INPUT: 'labeling.conflictUnreadable',
} as const;

type RefusedCardProps = { entry: RefusedEntry; index: LabelIndex; isNewest: boolean; onDismiss: () => void };

/** A decision that met another one: both answers, whose the other is and since when. It stays until it was seen. */
export function RefusedCard({ entry, index, isNewest, onDismiss }: RefusedCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { conflict, labelKey, skipReason, task } = entry;
  const term = { color: 'text.secondary', fontSize: 11, gridColumn: 1 } as const;
  return (
    <Box
      component="article"
      aria-label={t(titles[conflict.reason])}
      sx={{
        mx: 3,
        mb: 2,
        px: 2,
        py: 1.5,
        borderRadius: 1,
        border: 1,
        borderColor: 'divider',
        boxShadow: 'inset 2px 0 var(--jeoul-palette-persimmon-main)',
        bgcolor: 'ground.surface',
        fontSize: 12,
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
        <Box role="status" sx={{ fontWeight: 600, color: 'persimmon.main' }}>
          {t(titles[conflict.reason])}
        </Box>
        <ButtonBase onClick={onDismiss} onMouseDown={(event) => event.preventDefault()} sx={{ borderRadius: '4px' }}>
          <HiddenText>{t('labeling.dismiss')}</HiddenText>
          {isNewest ? <Key combo="KeyX" /> : <span aria-hidden>×</span>}
        </ButtonBase>
      </Box>
      <Box sx={{ my: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{task.item.name}</Box>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 2, alignItems: 'baseline' }}
      >
        <Box component="dt" sx={term}>
          {t('labeling.conflictMine')}
        </Box>
        <Box component="dd" sx={{ m: 0, display: 'flex', color: 'celadon.main' }}>
          {labelKey === null ? (
            t(skipReason === null ? 'reviews.passedUp' : `labeling.skipReason.${skipReason}`)
          ) : (
            <LabelPath index={index} labelKey={labelKey} />
          )}
        </Box>
        {conflict.standingLabelKey === null ? null : (
          <>
            <Box component="dt" sx={term}>
              {conflict.decidedBy !== null && conflict.decidedAt !== null
                ? t('labeling.conflictTheirs', { name: conflict.decidedBy, time: format.clock(conflict.decidedAt) })
                : t('labeling.conflictTitle')}
            </Box>
            <Box component="dd" sx={{ m: 0, display: 'flex', color: 'celadon.main' }}>
              <LabelPath index={index} labelKey={conflict.standingLabelKey} />
            </Box>
          </>
        )}
      </Box>
      <Box sx={{ mt: 1, color: 'text.secondary', fontSize: 11 }}>{t('labeling.conflictKept')}</Box>
    </Box>
  );
}
