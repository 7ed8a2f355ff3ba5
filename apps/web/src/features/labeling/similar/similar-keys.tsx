import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import type { Hotkey } from '../../../lib/hotkeys/hotkey-registry.ts';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { keepFocus } from '../../../lib/keep-focus.ts';

export type SimilarActs = { move: (step: number) => void; toggle: () => void; all: () => void; none: () => void };

/** The keys of the list of similar tasks, and beside each what it does, pressed by mouse too. */
export function SimilarKeys({ move, toggle, all, none }: SimilarActs) {
  const { t } = useTranslation();
  const keys: Hotkey[] = [
    { id: 'similar.down', combo: 'KeyJ', label: t('similar.move'), repeats: true, run: () => move(1) },
    { id: 'similar.up', combo: 'KeyK', label: t('similar.move'), repeats: true, run: () => move(-1) },
    { id: 'similar.downArrow', combo: 'ArrowDown', label: t('similar.move'), repeats: true, run: () => move(1) },
    { id: 'similar.upArrow', combo: 'ArrowUp', label: t('similar.move'), repeats: true, run: () => move(-1) },
    { id: 'similar.toggle', combo: 'KeyX', label: t('similar.toggle'), run: toggle },
    { id: 'similar.toggleSpace', combo: 'Space', label: t('similar.toggle'), run: toggle },
    { id: 'similar.all', combo: 'KeyA', label: t('similar.all'), run: all },
    { id: 'similar.none', combo: 'KeyN', label: t('similar.none'), run: none },
  ];
  useHotkeys(keys.map((key) => ({ ...key, worksInDialog: true, isHidden: true })));
  const shown = [
    { combos: ['KeyJ', 'KeyK'], label: t('similar.move'), run: null },
    { combos: ['KeyX'], label: t('similar.toggle'), run: toggle },
    { combos: ['KeyA'], label: t('similar.all'), run: all },
    { combos: ['KeyN'], label: t('similar.none'), run: none },
  ];
  const look = { display: 'flex', gap: 1.5, alignItems: 'center', color: 'text.secondary', borderRadius: '4px' };
  return (
    <Box sx={{ display: 'flex', gap: 4, mt: 4, mb: 2, fontSize: 12 }}>
      {shown.map(({ combos, label, run }) => {
        const content = [...combos.map((combo) => <Key key={combo} combo={combo} />), label];
        return run === null ? (
          <Box key={label} sx={look}>
            {content}
          </Box>
        ) : (
          <ButtonBase key={label} onClick={run} onMouseDown={keepFocus} sx={look}>
            {content}
          </ButtonBase>
        );
      })}
    </Box>
  );
}
