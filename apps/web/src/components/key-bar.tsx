import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Combo } from '../lib/hotkeys/combo.ts';
import { showOverlay } from '../lib/overlay.ts';
import { Key } from './key.tsx';

export type KeyBarEntry = {
  combo: Combo;
  /** The last of a range: `1`–`9`. */
  lastCombo?: Combo;
  label: string;
  /** The page's main key, in celadon. */
  isMain?: boolean;
  isDisabled?: boolean;
  /** What the key does, for those who use the mouse. A range has none. */
  onPress?: () => void;
};

type KeyBarProps = {
  entries: readonly KeyBarEntry[] /** At the right end: what has been saved, what is ready. */;
  status?: ReactNode;
};

function KeyBarItem({ entry }: { entry: KeyBarEntry }) {
  const content = (
    <>
      <Key combo={entry.combo} />
      {entry.lastCombo ? (
        <>
          –<Key combo={entry.lastCombo} />
        </>
      ) : null}
      {entry.label}
    </>
  );
  const look = {
    display: 'flex',
    alignItems: 'center',
    gap: 1.75,
    whiteSpace: 'nowrap',
    color: entry.isMain ? 'celadon.main' : 'text.secondary',
    fontWeight: entry.isMain ? 600 : 400,
  };
  if (!entry.onPress) return <Box sx={look}>{content}</Box>;
  return (
    <ButtonBase
      onClick={entry.onPress}
      disabled={entry.isDisabled ?? false}
      // A press with the mouse must not take the focus away from the work.
      onMouseDown={(event) => event.preventDefault()}
      sx={{ ...look, borderRadius: '4px', '&:hover': { color: 'text.primary' }, '&.Mui-disabled': { opacity: 0.45 } }}
    >
      {content}
    </ButtonBase>
  );
}

/** The foot of a page that is worked by keyboard: each key printed beside what it does. */
export function KeyBar({ entries, status }: KeyBarProps) {
  const { t } = useTranslation();
  return (
    <Box
      component="footer"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 5.5,
        minHeight: 45,
        px: 5,
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'ground.surface',
        overflow: 'hidden',
      }}
    >
      {entries.map((entry) => (
        <KeyBarItem key={entry.combo} entry={entry} />
      ))}
      <Box sx={{ ml: 'auto', color: 'text.disabled', whiteSpace: 'nowrap' }}>{status}</Box>
      <ButtonBase aria-label={t('shell.keysShow')} onClick={() => showOverlay('keys')} sx={{ borderRadius: '4px' }}>
        <Key combo="Shift+Slash" />
      </ButtonBase>
    </Box>
  );
}
