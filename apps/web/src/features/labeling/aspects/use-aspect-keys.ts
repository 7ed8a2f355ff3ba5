import type { SkipReason } from '@jeoul/shared/labeling/contract';
import { useTranslation } from 'react-i18next';
import type { Combo } from '../../../lib/hotkeys/combo.ts';
import type { Hotkey } from '../../../lib/hotkeys/hotkey-registry.ts';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { useSkipKeys } from '../work/use-skip-keys.ts';
import type { AspectFamily } from './aspect-families.ts';
import type { AspectDesk } from './use-aspect-desk.ts';

export type AspectActs = {
  skip: (reason: SkipReason) => void;
  undo: () => void;
  /** Puts the newest refused decision away; null when there is none. */
  dismiss: (() => void) | null;
};

/** Every key of a queue of taste and texture. Without a review under the hand only undo and the conflicts are left. */
export function useAspectKeys(desk: AspectDesk | null, families: readonly AspectFamily[], acts: AspectActs): void {
  useHotkeys([
    ...useSkipKeys({
      name: 'aspects',
      isWorking: desk !== null && desk.mode !== 'escalate',
      isOpen: desk?.mode === 'skip',
      open: () => desk?.openSkip(),
      close: () => desk?.closePanel(),
      skip: acts.skip,
    }),
    ...useMarkKeys(desk),
    ...useAspectChoice(desk, families),
    ...useFocusKeys(desk),
    ...useGivingKeys(desk),
    ...useStandingKeys(desk, acts),
  ]);
}

function useMarkKeys(desk: AspectDesk | null): Hotkey[] {
  const { t } = useTranslation();
  const isOff = desk?.mode !== 'marking';
  const step = (combo: Combo, label: string, run: () => void, isHidden = false): Hotkey => {
    return { id: `aspects.mark.${combo}`, combo, label, repeats: true, isDisabled: isOff, isHidden, run };
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

/** The labels' own keys, and with Shift the same to take one away. In the sheet each family is one line. */
function useAspectChoice(desk: AspectDesk | null, families: readonly AspectFamily[]): Hotkey[] {
  const { t, i18n } = useTranslation();
  const isOff = desk === null || desk.mode === 'skip' || desk.mode === 'escalate';
  const isKorean = i18n.language !== 'en';
  return families.flatMap(({ top, aspects }) => {
    const family = top === null ? t('reviews.labels') : isKorean ? top.nameKo : top.nameEn;
    const withKeys = aspects.flatMap(({ combo, place }) => (combo === null ? [] : [{ combo, place }]));
    const lastCombo = withKeys.at(-1)?.combo;
    return withKeys.flatMap(({ combo, place }, at): Hotkey[] => [
      {
        id: `aspects.${combo}`,
        combo,
        ...(at === 0 && lastCombo !== undefined ? { lastCombo } : {}),
        label: t('aspects.chooseOf', { family }),
        isDisabled: isOff,
        isHidden: at > 0,
        run: () => desk?.press(place),
      },
      {
        id: `aspects.drop.${combo}`,
        combo: `Shift+${combo}`,
        label: t('aspects.dropOf', { family }),
        isDisabled: isOff,
        isHidden: at > 0,
        run: () => desk?.drop(place),
      },
    ]);
  });
}

function useFocusKeys(desk: AspectDesk | null): Hotkey[] {
  const { t } = useTranslation();
  const isOff = desk === null || desk.mode === 'skip' || desk.mode === 'escalate';
  const isLabels = desk?.mode === 'labels';
  const move = (combo: Combo, label: string, step: number): Hotkey => {
    return { id: `aspects.${combo}`, combo, label, repeats: true, isDisabled: isOff, run: () => desk?.move(step) };
  };
  const turn = (combo: Combo, step: number, isHidden: boolean): Hotkey => {
    const run = () => desk?.turn(step);
    return { id: `aspects.${combo}`, combo, label: t('aspects.turn'), isDisabled: !isLabels, isHidden, run };
  };
  return [
    move('ArrowDown', t('labeling.moveDown'), 1),
    move('ArrowUp', t('labeling.moveUp'), -1),
    turn('ArrowRight', 1, false),
    turn('ArrowLeft', -1, true),
    {
      id: 'aspects.dropFocused',
      combo: 'Backspace',
      label: t('aspects.dropFocused'),
      isDisabled: isOff,
      run: () => desk?.drop(desk.focus),
    },
  ];
}

function useGivingKeys(desk: AspectDesk | null): Hotkey[] {
  const { t } = useTranslation();
  const isOff = desk === null || desk.mode === 'skip' || desk.mode === 'escalate';
  return [
    {
      id: 'aspects.accept',
      combo: 'Enter',
      label: t(desk?.isVeiled ? 'reviews.veilLift' : 'aspects.acceptAll'),
      isDisabled: isOff,
      run: () => desk?.give({ isOnlyAccepted: false }),
    },
    {
      id: 'aspects.acceptOnly',
      combo: 'Shift+Enter',
      label: t('aspects.giveAccepted'),
      isDisabled: isOff,
      run: () => desk?.give({ isOnlyAccepted: true }),
    },
    {
      id: 'aspects.acceptOne',
      combo: 'KeyA',
      label: t('aspects.acceptOne'),
      isDisabled: isOff,
      run: () => desk?.acceptOne(),
    },
    {
      id: 'aspects.mark',
      combo: 'KeyF',
      label: t(desk?.mode === 'marking' ? 'reviews.markLeave' : 'reviews.marking'),
      isDisabled: isOff,
      run: () => desk?.toggleMarking(),
    },
    {
      id: 'aspects.veil',
      combo: 'Space',
      label: t(desk?.isVeiled ? 'reviews.veilLift' : 'reviews.veilDrop'),
      isDisabled: isOff || desk.mode === 'marking',
      run: () => desk?.toggleVeil(),
    },
    {
      id: 'aspects.passUp',
      combo: 'KeyU',
      label: t('reviews.action.escalate'),
      isDisabled: isOff,
      run: () => desk?.openPassUp(),
    },
  ];
}

function useStandingKeys(desk: AspectDesk | null, { undo, dismiss }: AspectActs): Hotkey[] {
  const { t } = useTranslation();
  const isTyping = desk?.mode === 'escalate';
  const undoing = { label: t('labeling.undo'), isDisabled: isTyping, run: undo };
  return [
    { id: 'aspects.undo', combo: 'KeyZ', ...undoing },
    { id: 'aspects.undoMod', combo: 'Mod+KeyZ', ...undoing, isHidden: true },
    {
      id: 'aspects.dismiss',
      combo: 'KeyX',
      label: t('labeling.dismiss'),
      isDisabled: isTyping || dismiss === null,
      run: () => dismiss?.(),
    },
  ];
}
