import { Box, Button, Dialog, DialogContent, DialogTitle, IconButton } from '@mui/material';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../lib/external-store.ts';
import { type Hotkey, hotkeyRegistry } from '../lib/hotkeys/hotkey-registry.ts';
import { type PersonalKeys, personalKeys, withKey } from '../lib/hotkeys/personal-keys.ts';
import { useActiveHotkeys } from '../lib/hotkeys/use-hotkeys.ts';
import { KeyRow } from './key-row.tsx';
import { usePreferences } from './use-preferences.ts';

type KeyListProps = {
  title: string;
  hotkeys: readonly Hotkey[];
  keys: PersonalKeys;
  /** False when the keys are taken by something that can't give them up. */
  onChoose: (hotkey: Hotkey, combo: string | null) => boolean;
};

function KeyList({ title, hotkeys, keys, onChoose }: KeyListProps) {
  return (
    <Box component="section">
      <Box component="h3" sx={{ typography: 'h3', color: 'text.secondary', mb: 1 }}>
        {title}
      </Box>
      <Box component="dl" sx={{ m: 0 }}>
        {hotkeys.map((hotkey) => (
          <KeyRow
            key={hotkey.id}
            hotkey={hotkey}
            own={keys[hotkey.id] ?? null}
            onChoose={(combo) => onChoose(hotkey, combo)}
          />
        ))}
      </Box>
    </Box>
  );
}

/** The `?` sheet: every key that works on the page it was opened from, and the place to choose others. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const active = useActiveHotkeys();
  const [shown] = useState(active);
  const [others] = useState(hotkeyRegistry.all);
  const keys = useStore(personalKeys);
  const { changeHotkeys } = usePreferences();
  const everywhere = shown.filter((hotkey) => hotkey.scope === 'everywhere');
  const here = shown.filter((hotkey) => hotkey.scope !== 'everywhere');
  const choose = (hotkey: Hotkey, combo: string | null): boolean => {
    const next = withKey(keys, { hotkey, combo: combo ?? hotkey.combo, others });
    if (next !== null) changeHotkeys(next);
    return next !== null;
  };
  const isChanged = Object.keys(keys).length > 0;
  return (
    <Dialog open onClose={onClose} maxWidth={false} aria-labelledby="key-sheet-title">
      <DialogTitle id="key-sheet-title" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        {t('shell.keys')}
        <IconButton onClick={onClose} aria-label={t('common.close')}>
          <X size={16} aria-hidden />
        </IconButton>
      </DialogTitle>
      <DialogContent sx={{ pb: 5 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mb: 4, minHeight: 28, color: 'text.secondary' }}>
          <span>{t('shell.keysHow')}</span>
          {isChanged ? (
            <Button sx={{ ml: 'auto' }} onClick={() => changeHotkeys({})}>
              {t('shell.keysReset')}
            </Button>
          ) : null}
        </Box>
        <Box sx={{ display: 'grid', gridTemplateColumns: here.length > 0 ? '320px 320px' : '320px', gap: 8 }}>
          {here.length > 0 ? (
            <KeyList title={t('shell.keysThisPage')} hotkeys={here} keys={keys} onChoose={choose} />
          ) : null}
          <KeyList title={t('shell.keysEverywhere')} hotkeys={everywhere} keys={keys} onChoose={choose} />
        </Box>
      </DialogContent>
    </Dialog>
  );
}
