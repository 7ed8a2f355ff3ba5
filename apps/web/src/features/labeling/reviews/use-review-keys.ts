import { type ReviewAction, reviewActions } from '@jeoul/shared/labeling/answers';
import type { SkipReason } from '@jeoul/shared/labeling/contract';
import { useTranslation } from 'react-i18next';
import type { Combo } from '../../../lib/hotkeys/combo.ts';
import type { Hotkey } from '../../../lib/hotkeys/hotkey-registry.ts';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { useSkipKeys } from '../work/use-skip-keys.ts';
import type { ReviewDesk } from './use-review-desk.ts';

/** The letters of the actions, as printed on them. */
export const actionCombos: Record<ReviewAction, Combo> = {
  keep: 'KeyK',
  mask: 'KeyM',
  hide: 'KeyH',
  blind: 'KeyB',
  escalate: 'KeyE',
};

/** Labels that have a digit; the others are reached by the arrows. */
export const digitLabels = 9;

export type ReviewActs = {
  skip: (reason: SkipReason) => void;
  undo: () => void;
  /** Puts the newest refused decision away; null when there is none. */
  dismiss: (() => void) | null;
  /** Shows personal data; null where none is hidden, or the role may not. */
  reveal: (() => void) | null;
};

/** Every key of a queue of reviews. Without a review under the hand only undo and the conflicts are left. */
export function useReviewKeys(desk: ReviewDesk | null, acts: ReviewActs): void {
  useHotkeys([
    ...useSkipKeys({
      name: 'reviews',
      isWorking: desk !== null,
      isOpen: desk?.mode === 'skip',
      open: () => desk?.openSkip(),
      close: () => desk?.closePanel(),
      skip: acts.skip,
    }),
    ...useMarkKeys(desk),
    ...useLabelKeys(desk),
    ...useActionKeys(desk, acts),
    ...useStandingKeys(desk, acts),
  ]);
}

function useMarkKeys(desk: ReviewDesk | null): Hotkey[] {
  const { t } = useTranslation();
  const isOff = desk?.mode !== 'marking';
  const step = (combo: Combo, label: string, run: () => void, isHidden = false): Hotkey => {
    return { id: `reviews.mark.${combo}`, combo, label, repeats: true, isDisabled: isOff, isHidden, run };
  };
  return [
    step('ArrowRight', t('reviews.markMove'), () => desk?.moveWord(1)),
    step('ArrowLeft', t('reviews.markMove'), () => desk?.moveWord(-1), true),
    step('Shift+ArrowRight', t('reviews.markExtend'), () => desk?.markOn(1)),
    step('Shift+ArrowLeft', t('reviews.markExtend'), () => desk?.markOn(-1), true),
    step('Space', t('reviews.markWord'), () => desk?.toggleWord()),
    step('Escape', t('reviews.markLeave'), () => desk?.toggleMarking()),
  ];
}

function useLabelKeys(desk: ReviewDesk | null): Hotkey[] {
  const { t } = useTranslation();
  const isOff = desk === null || desk.mode === 'skip' || desk.mode === 'escalate';
  const isLabels = desk?.mode === 'labels';
  const digits = Array.from({ length: digitLabels }, (_, place) => place);
  return [
    ...digits.map(
      (place): Hotkey => ({
        id: `reviews.label${place + 1}`,
        combo: `Digit${place + 1}`,
        ...(place === 0 ? { lastCombo: `Digit${digitLabels}` } : {}),
        label: t('reviews.labelNumber'),
        isDisabled: isOff,
        isHidden: place > 0,
        run: () => desk?.press(place),
      }),
    ),
    ...digits.map(
      (place): Hotkey => ({
        id: `reviews.drop${place + 1}`,
        combo: `Shift+Digit${place + 1}`,
        label: t('reviews.notChosen'),
        isDisabled: isOff,
        isHidden: place > 0,
        run: () => desk?.drop(place),
      }),
    ),
    {
      id: 'reviews.down',
      combo: 'ArrowDown',
      label: t('labeling.moveDown'),
      repeats: true,
      isDisabled: isOff,
      run: () => desk?.move(1),
    },
    {
      id: 'reviews.up',
      combo: 'ArrowUp',
      label: t('labeling.moveUp'),
      repeats: true,
      isDisabled: isOff,
      run: () => desk?.move(-1),
    },
    {
      id: 'reviews.graver',
      combo: 'ArrowRight',
      label: t('reviews.severityUp'),
      isDisabled: !isLabels,
      run: () => desk?.grade(1),
    },
    {
      id: 'reviews.milder',
      combo: 'ArrowLeft',
      label: t('reviews.severityDown'),
      isDisabled: !isLabels,
      run: () => desk?.grade(-1),
    },
  ];
}

function useActionKeys(desk: ReviewDesk | null, { reveal }: ReviewActs): Hotkey[] {
  const { t } = useTranslation();
  const isOff = desk === null || desk.mode === 'skip' || desk.mode === 'escalate';
  return [
    {
      id: 'reviews.accept',
      combo: 'Enter',
      label: t(desk?.isVeiled ? 'reviews.veilLift' : 'reviews.accept'),
      isDisabled: isOff,
      run: () => desk?.accept(),
    },
    ...reviewActions.map(
      (action): Hotkey => ({
        id: `reviews.${action}`,
        combo: actionCombos[action],
        label: t(`reviews.action.${action}`),
        isDisabled: isOff,
        run: () => desk?.setAction(action),
      }),
    ),
    {
      id: 'reviews.reason',
      combo: 'KeyR',
      label: t('reviews.nextReason'),
      isDisabled: isOff,
      run: () => desk?.nextReason(),
    },
    {
      id: 'reviews.mark',
      combo: 'KeyF',
      label: t(desk?.mode === 'marking' ? 'reviews.markLeave' : 'reviews.marking'),
      isDisabled: isOff,
      run: () => desk?.toggleMarking(),
    },
    {
      id: 'reviews.veil',
      combo: 'Space',
      label: t(desk?.isVeiled ? 'reviews.veilLift' : 'reviews.veilDrop'),
      isDisabled: isOff || desk.mode === 'marking',
      run: () => desk?.toggleVeil(),
    },
    {
      id: 'reviews.personal',
      combo: 'KeyP',
      label: t('reviews.personalShow'),
      isDisabled: isOff || reveal === null,
      run: () => reveal?.(),
    },
  ];
}

function useStandingKeys(desk: ReviewDesk | null, { undo, dismiss }: ReviewActs): Hotkey[] {
  const { t } = useTranslation();
  const isTyping = desk?.mode === 'escalate';
  return [
    { id: 'labeling.undo', combo: 'KeyZ', label: t('labeling.undo'), isDisabled: isTyping, run: undo },
    {
      id: 'labeling.undoMod',
      combo: 'Mod+KeyZ',
      label: t('labeling.undo'),
      isDisabled: isTyping,
      isHidden: true,
      run: undo,
    },
    {
      id: 'labeling.dismiss',
      combo: 'KeyX',
      label: t('labeling.dismiss'),
      isDisabled: isTyping || dismiss === null,
      run: () => dismiss?.(),
    },
  ];
}
