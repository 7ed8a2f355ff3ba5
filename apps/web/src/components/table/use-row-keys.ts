import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../lib/hotkeys/use-hotkeys.ts';

type RowKeys = {
  count: number;
  active: number;
  onMove: (index: number) => void;
  onOpen: ((index: number) => void) | undefined;
  onSelect: ((index: number) => void) | undefined;
};

/** `j` and `k` (or the arrows) move, `o` or Enter opens, `x` selects. */
export function useRowKeys({ count, active, onMove, onOpen, onSelect }: RowKeys): void {
  const { t } = useTranslation();
  const isEmpty = count === 0;
  const move = (step: number) => onMove(Math.min(Math.max(active + step, 0), count - 1));
  const down = { label: t('common.nextRow'), repeats: true, isDisabled: isEmpty, run: () => move(1) };
  const up = { label: t('common.previousRow'), repeats: true, isDisabled: isEmpty, run: () => move(-1) };
  const open = {
    label: t('common.openRow'),
    isDisabled: isEmpty || active < 0 || !onOpen,
    run: () => onOpen?.(active),
  };
  useHotkeys([
    { id: 'list.next', combo: 'KeyJ', ...down },
    { id: 'list.nextArrow', combo: 'ArrowDown', ...down, isHidden: true },
    { id: 'list.previous', combo: 'KeyK', ...up },
    { id: 'list.previousArrow', combo: 'ArrowUp', ...up, isHidden: true },
    { id: 'list.open', combo: 'KeyO', ...open },
    { id: 'list.openEnter', combo: 'Enter', ...open, isHidden: true },
    {
      id: 'list.select',
      combo: 'KeyX',
      label: t('common.selectRow'),
      isDisabled: isEmpty || active < 0 || !onSelect,
      run: () => onSelect?.(active),
    },
  ]);
}
