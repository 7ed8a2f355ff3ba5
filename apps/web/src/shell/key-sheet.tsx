import { Box, Dialog, DialogContent, DialogTitle, IconButton } from '@mui/material';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../components/key.tsx';
import type { Hotkey } from '../lib/hotkeys/hotkey-registry.ts';
import { useActiveHotkeys } from '../lib/hotkeys/use-hotkeys.ts';

function KeyList({ title, hotkeys }: { title: string; hotkeys: readonly Hotkey[] }) {
  return (
    <Box component="section">
      <Box component="h3" sx={{ typography: 'h3', color: 'text.secondary', mb: 1 }}>
        {title}
      </Box>
      <Box component="dl" sx={{ m: 0 }}>
        {hotkeys.map((hotkey) => (
          <Box
            key={hotkey.id}
            sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', height: 32, gap: 4 }}
          >
            <Box component="dt">{hotkey.label}</Box>
            <Box component="dd" sx={{ m: 0 }}>
              <Key combo={hotkey.combo} />
              {hotkey.lastCombo ? (
                <>
                  {' – '}
                  <Key combo={hotkey.lastCombo} />
                </>
              ) : null}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** The `?` sheet: every key that works on the page it was opened from. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const active = useActiveHotkeys();
  const [shown] = useState(active);
  const everywhere = shown.filter((hotkey) => hotkey.scope === 'everywhere');
  const here = shown.filter((hotkey) => hotkey.scope !== 'everywhere');
  return (
    <Dialog open onClose={onClose} maxWidth={false} aria-labelledby="key-sheet-title">
      <DialogTitle id="key-sheet-title" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        {t('shell.keys')}
        <IconButton onClick={onClose} aria-label={t('common.close')}>
          <X size={16} aria-hidden />
        </IconButton>
      </DialogTitle>
      <DialogContent
        sx={{ display: 'grid', gridTemplateColumns: here.length > 0 ? '280px 280px' : '320px', gap: 8, pb: 5 }}
      >
        {here.length > 0 ? <KeyList title={t('shell.keysThisPage')} hotkeys={here} /> : null}
        <KeyList title={t('shell.keysEverywhere')} hotkeys={everywhere} />
      </DialogContent>
    </Dialog>
  );
}
