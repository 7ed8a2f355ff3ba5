import { Box, Button, ButtonBase } from '@mui/material';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export type FilterChip = {
  id: string /** A whole phrase: “2년 미만 가게”, “shorter than 4 letters”. */;
  text: string;
  onRemove: () => void;
};

/** The filters in force, as chips that read as a sentence; each goes by a press. */
export function FilterChips({ chips, onClear }: { chips: readonly FilterChip[]; onClear: () => void }) {
  const { t } = useTranslation();
  if (chips.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      {chips.map((chip) => (
        <ButtonBase
          key={chip.id}
          onClick={chip.onRemove}
          aria-label={t('common.removeFilter', { text: chip.text })}
          sx={{
            height: 24,
            px: 2,
            gap: 1,
            borderRadius: 1,
            bgcolor: 'celadon.soft',
            color: 'celadon.main',
            fontSize: 12,
          }}
        >
          {chip.text}
          <X size={12} aria-hidden />
        </ButtonBase>
      ))}
      {chips.length > 1 ? (
        <Button size="small" variant="text" onClick={onClear} sx={{ color: 'text.secondary' }}>
          {t('common.clearFilters')}
        </Button>
      ) : null}
    </Box>
  );
}
