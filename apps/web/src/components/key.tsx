import { Box } from '@mui/material';
import { memo, useSyncExternalStore } from 'react';
import { type Combo, comboCaps, isMac } from '../lib/hotkeys/combo.ts';
import { hotkeyRegistry } from '../lib/hotkeys/hotkey-registry.ts';

type KeyProps = {
  combo: Combo;
  /** For caps on a coloured button: takes the button's own colours. */
  isOnFill?: boolean;
};

/** The cap of a key, printed on the thing it does: where the person chose another key for that, it is theirs. */
export const Key = memo(function Key({ combo, isOnFill = false }: KeyProps) {
  const printed = useSyncExternalStore(hotkeyRegistry.watch, () => hotkeyRegistry.printed(combo));
  return <KeyCaps combo={printed} isOnFill={isOnFill} />;
});

/** The caps of exactly this combination. */
export const KeyCaps = memo(function KeyCaps({ combo, isOnFill = false }: KeyProps) {
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
