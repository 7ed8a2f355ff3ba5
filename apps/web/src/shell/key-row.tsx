import { Box, ButtonBase } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../components/hidden-text.tsx';
import { KeyCaps } from '../components/key.tsx';
import { type Combo, comboFrom, isMac } from '../lib/hotkeys/combo.ts';
import type { Hotkey } from '../lib/hotkeys/hotkey-registry.ts';
import { isRemappable } from '../lib/hotkeys/personal-keys.ts';

type KeyRowProps = {
  hotkey: Hotkey;
  /** The key this person chose for it. */
  own: Combo | null;
  /** Puts it on these keys, on those it came with for null; false when they can't be had. */
  onChoose: (combo: Combo | null) => boolean;
};

/** Hears the next key wherever the focus is, before anything else does. */
function useNextKey(isListening: boolean, onKey: (combo: Combo) => void): void {
  useEffect(() => {
    if (!isListening) return undefined;
    const hear = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const combo = comboFrom(event, isMac());
      if (combo !== null && !event.repeat) onKey(combo);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [isListening, onKey]);
}

/** One shortcut with its keys; pressing them asks for others. */
export function KeyRow({ hotkey, own, onChoose }: KeyRowProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'shown' | 'asked' | 'taken'>('shown');
  const { label, combo, lastCombo } = hotkey;
  useNextKey(state !== 'shown', (pressed) => {
    if (pressed === 'Escape') setState('shown');
    else if (pressed === 'Backspace' && own !== null) setState(onChoose(null) ? 'shown' : 'taken');
    else setState(onChoose(pressed) ? 'shown' : 'taken');
  });
  const caps = (
    <>
      <KeyCaps combo={own ?? combo} />
      {lastCombo ? (
        <>
          {' – '}
          <KeyCaps combo={lastCombo} />
        </>
      ) : null}
    </>
  );
  const asks = { asked: t('shell.keyPress'), taken: t('shell.keyTaken') };
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', height: 32, gap: 4 }}>
      <Box component="dt">{label}</Box>
      <Box component="dd" sx={{ m: 0, whiteSpace: 'nowrap' }}>
        {isRemappable(hotkey) ? (
          <ButtonBase
            onClick={() => setState('asked')}
            onBlur={() => setState('shown')}
            sx={{
              px: 1,
              height: 28,
              borderRadius: 0.5,
              ...(own === null ? {} : { borderBottom: 2, borderColor: 'primary.main' }),
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            <HiddenText>{t('shell.keyChange', { label })}</HiddenText>
            {state === 'shown' ? (
              caps
            ) : (
              <Box component="span" role="status" sx={{ color: state === 'taken' ? 'error.main' : 'text.secondary' }}>
                {asks[state]}
              </Box>
            )}
          </ButtonBase>
        ) : (
          caps
        )}
      </Box>
    </Box>
  );
}
