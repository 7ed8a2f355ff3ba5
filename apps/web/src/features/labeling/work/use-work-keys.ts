import type { SkipReason } from '@jeoul/shared/labeling/contract';
import { useTranslation } from 'react-i18next';
import type { Hotkey } from '../../../lib/hotkeys/hotkey-registry.ts';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import type { AnswerDesk } from '../answer/use-answer-desk.ts';
import { columnRows, hasPages, placeCombos } from '../answer/work-view.ts';
import { useSkipKeys } from './use-skip-keys.ts';

export type WorkActs = {
  /** Whether a task is under the hand. */
  isWorking: boolean;
  skip: (reason: SkipReason) => void;
  undo: () => void;
  /** Shows what waits that is like the task under the hand; null when there is none. */
  similar: (() => void) | null;
  /** Puts the newest refused decision away; null when there is none. */
  dismiss: (() => void) | null;
};

/** Every key of the work page but those of the search box, which are its own. */
export function useWorkKeys(desk: AnswerDesk, acts: WorkActs): void {
  const { t } = useTranslation();
  const { isWorking, skip, undo, similar, dismiss } = acts;
  const { view } = desk;
  const isSkipping = view.overlay === 'skip';
  useHotkeys(
    useSkipKeys({
      name: 'labeling',
      isWorking,
      isOpen: isSkipping,
      open: desk.openSkip,
      close: desk.closeOverlay,
      skip,
    }),
  );
  const isTree = view.base === 'tree';
  const isOff = !isWorking || view.overlay !== null;
  const { hasProposals } = desk;
  const isInFamily = isTree && view.parentKey !== null;
  const down = { label: t('labeling.moveDown'), repeats: true, isDisabled: isOff, run: () => desk.move(1) };
  const up = { label: t('labeling.moveUp'), repeats: true, isDisabled: isOff, run: () => desk.move(-1) };
  const back = { label: t('labeling.treeBack'), isDisabled: isOff || !isInFamily, run: desk.back };
  const choosing = placeCombos.map(
    (combo, place): Hotkey => ({
      id: `labeling.choose${place + 1}`,
      combo,
      ...(place === 0 ? { lastCombo: placeCombos[columnRows - 1] ?? combo } : {}),
      ...(place === columnRows ? { lastCombo: placeCombos.at(-1) ?? combo } : {}),
      label: t(place < columnRows ? 'labeling.chooseNumber' : 'labeling.chooseLetter'),
      isDisabled: isOff || (place >= columnRows && !(isTree && desk.count > columnRows)),
      isHidden: place % columnRows > 0,
      run: () => desk.take(place),
    }),
  );
  useHotkeys([
    {
      id: 'labeling.accept',
      combo: 'Enter',
      label: t('labeling.accept'),
      isDisabled: isOff,
      run: () => desk.take(null),
    },
    ...choosing,
    { id: 'labeling.find', combo: 'Slash', label: t('labeling.find'), isDisabled: !isWorking, run: desk.openSearch },
    { id: 'labeling.down', combo: 'ArrowDown', ...down },
    { id: 'labeling.up', combo: 'ArrowUp', ...up },
    {
      id: 'labeling.tree',
      combo: 'KeyT',
      label: t(isTree ? 'labeling.proposals' : 'labeling.tree'),
      isDisabled: isOff,
      run: desk.toggleTree,
    },
    {
      id: 'labeling.leaveTree',
      combo: 'Escape',
      label: t(hasProposals ? 'labeling.treeLeave' : 'labeling.treeTop'),
      isDisabled: isOff || !isTree || !(hasProposals || isInFamily),
      run: desk.leaveTree,
    },
    {
      id: 'labeling.page',
      combo: 'Digit0',
      label: t('labeling.treeMore'),
      isDisabled: isOff || !isTree || !hasPages(desk.count),
      run: desk.nextPage,
    },
    { id: 'labeling.back', combo: 'Backspace', ...back },
    { id: 'labeling.backArrow', combo: 'ArrowLeft', ...back, isHidden: true },
    {
      id: 'labeling.openArrow',
      combo: 'ArrowRight',
      label: t('labeling.open'),
      isDisabled: isOff || !desk.isFamilyInFocus,
      isHidden: true,
      run: () => desk.take(null),
    },
    {
      id: 'labeling.similar',
      combo: 'KeyG',
      label: t('similar.title'),
      isDisabled: isOff || similar === null,
      run: () => similar?.(),
    },
    { id: 'labeling.undo', combo: 'KeyZ', label: t('labeling.undo'), run: undo },
    { id: 'labeling.undoMod', combo: 'Mod+KeyZ', label: t('labeling.undo'), isHidden: true, run: undo },
    {
      id: 'labeling.dismiss',
      combo: 'KeyX',
      label: t('labeling.dismiss'),
      isDisabled: dismiss === null,
      run: () => dismiss?.(),
    },
  ]);
}
