import { type SkipReason, skipReasons } from '@jeoul/shared/labeling/contract';
import { useTranslation } from 'react-i18next';
import type { Hotkey } from '../../../lib/hotkeys/hotkey-registry.ts';

type SkipPanelKeys = {
  /** Begins the shortcuts' names: a person's own key in one kind of queue may be taken in the other. */
  name: 'labeling' | 'reviews' | 'aspects';
  /** Whether a task is under the hand. */
  isWorking: boolean;
  /** Whether the panel is. */
  isOpen: boolean;
  open: () => void;
  close: () => void;
  skip: (reason: SkipReason) => void;
};

/** The keys of the skip panel, which take the digits' place while it is open. */
export function useSkipKeys({ name, isWorking, isOpen, open, close, skip }: SkipPanelKeys): Hotkey[] {
  const { t } = useTranslation();
  return [
    {
      id: `${name}.skip`,
      combo: 'KeyS',
      label: t('labeling.skip'),
      isDisabled: !isWorking,
      run: isOpen ? close : open,
    },
    ...skipReasons.map((reason, at) => ({
      id: `${name}.skip.${reason}`,
      combo: `Digit${at + 1}` as const,
      label: t(`labeling.skipReason.${reason}`),
      isDisabled: !isOpen,
      run: () => skip(reason),
    })),
    { id: `${name}.skipCancel`, combo: 'Escape', label: t('common.cancel'), isDisabled: !isOpen, run: close },
  ];
}
