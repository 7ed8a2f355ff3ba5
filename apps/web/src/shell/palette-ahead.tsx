import { Box } from '@mui/material';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { typeAhead } from '../lib/overlay.ts';
import { paletteInput } from './palette/palette-look.ts';

/** The palette's line to type in while the palette itself is on its way: nothing typed is lost or taken for a shortcut. */
export function PaletteAhead({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const former = document.activeElement;
    input.current?.focus();
    // The dialog that comes gives the focus back to where it finds it.
    return () => {
      if (former instanceof HTMLElement) former.focus();
    };
  }, []);
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
  };
  return (
    <Box
      sx={{
        position: 'fixed',
        top: '12vh',
        left: '50%',
        transform: 'translateX(-50%)',
        zIndex: 'modal',
        width: 560,
        maxWidth: '90vw',
        borderRadius: 2,
        bgcolor: 'ground.surface',
        boxShadow: '0 8px 24px rgb(0 0 0 / 0.12)',
      }}
    >
      <Box
        component="input"
        type="text"
        ref={input}
        aria-label={t('shell.palette')}
        placeholder={t('shell.searchPlaceholder')}
        onChange={(event) => typeAhead(event.target.value)}
        onKeyDown={leave}
        sx={paletteInput}
      />
    </Box>
  );
}
