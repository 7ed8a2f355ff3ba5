import { Box } from '@mui/material';
import { memo } from 'react';
import { type Combo, comboCaps, isMac } from '../lib/hotkeys/combo.ts';

type KeyProps = {
  combo: Combo /** For caps on a coloured button: takes the button's own colours. */;
  isOnFill?: boolean;
};

/** The cap of a key, printed on the thing it does. */
export const Key = memo(function Key({ combo, isOnFill = false }: KeyProps) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, verticalAlign: 'middle' }}>
      {comboCaps(combo, isMac()).map((cap) => (
        <Box
          key={cap}
          component="kbd"
          sx={{
            fontFamily: 'inherit',
            fontSize: 11,
            fontWeight: 600,
            lineHeight: 1,
            minWidth: 20,
            textAlign: 'center',
            px: 1.25,
            py: '3px',
            borderRadius: '4px',
            border: 1,
            borderBottomWidth: 2,
            ...(isOnFill
              ? { color: 'inherit', borderColor: 'currentColor', bgcolor: 'transparent' }
              : { color: 'text.secondary', borderColor: 'divider', bgcolor: 'ground.key' }),
          }}
        >
          {cap}
        </Box>
      ))}
    </Box>
  );
});
