import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Piece } from './segments.ts';

/** Pieces of somebody's text, always as text: what can't be seen is shown as a small mark with its code. */
export function VisiblePieces({ pieces }: { pieces: readonly Piece[] }) {
  const { t } = useTranslation();
  return pieces.map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      <Box
        // Pieces have no identity but their place.
        key={index}
        component="span"
        title={t('common.hiddenMark', { code: piece.code })}
        sx={{
          fontSize: '0.7em',
          lineHeight: 1,
          px: 0.75,
          mx: 0.25,
          borderRadius: '3px',
          border: '1px dashed',
          borderColor: 'persimmon.main',
          color: 'text.primary',
          verticalAlign: 'middle',
        }}
      >
        {piece.code.slice(2)}
      </Box>
    ),
  );
}
