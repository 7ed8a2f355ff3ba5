import { useCallback, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyBarEntry } from '../../../components/key-bar.tsx';
import { useCommands } from '../../../lib/commands.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { AnswerArea } from '../answer/answer-area.tsx';
import { type AnswerDesk, useAnswerDesk } from '../answer/use-answer-desk.ts';
import { Evidence } from '../evidence/evidence.tsx';
import type { LabelIndex } from '../labels/label-index.ts';
import { usePathText } from '../labels/label-path.tsx';
import { LabelCommands } from './label-commands.tsx';
import { Room, type RoomProps, useRoom } from './room.tsx';
import { useWorkKeys, type WorkActs } from './use-work-keys.ts';
import type { HeldTask } from './work-state.ts';

/** What the model holds likeliest for a task, in words. */
function useProposal(held: HeldTask | undefined, index: LabelIndex): string {
  const format = useFormat();
  const pathText = usePathText(index);
  const top = held?.task.prediction?.scores[0];
  return top ? `${pathText(top.labelKey)} ${format.percent(top.probability)}` : '';
}

/** The foot: every key beside what it does, pressed by mouse too. */
function useKeyEntries(desk: AnswerDesk, acts: WorkActs): KeyBarEntry[] {
  const { t } = useTranslation();
  const isDisabled = !acts.isWorking;
  return [
    {
      combo: 'Enter',
      label: t(desk.isFamilyInFocus ? 'labeling.open' : 'labeling.accept'),
      isMain: true,
      isDisabled,
      onPress: () => desk.take(null),
    },
    { combo: 'Digit1', lastCombo: 'Digit9', label: t('labeling.choose') },
    { combo: 'Slash', label: t('labeling.find'), isDisabled, onPress: desk.openSearch },
    {
      combo: 'KeyT',
      label: t(desk.view.base === 'tree' ? 'labeling.proposals' : 'labeling.tree'),
      isDisabled,
      onPress: desk.toggleTree,
    },
    { combo: 'KeyS', label: t('labeling.skip'), isDisabled, onPress: desk.openSkip },
    { combo: 'KeyZ', label: t('labeling.undo'), onPress: acts.undo },
  ];
}

function useWorkCommands(desk: AnswerDesk, acts: WorkActs): void {
  const { t } = useTranslation();
  useCommands([
    { id: 'labeling.find', label: t('labeling.find'), group: 'page', combo: 'Slash', run: desk.openSearch },
    { id: 'labeling.tree', label: t('labeling.tree'), group: 'page', combo: 'KeyT', run: desk.toggleTree },
    { id: 'labeling.skip', label: t('labeling.skip'), group: 'page', combo: 'KeyS', run: desk.openSkip },
    { id: 'labeling.undo', label: t('labeling.undo'), group: 'page', combo: 'KeyZ', run: acts.undo },
  ]);
}

/** A queue whose items get one label, at work. */
export function WorkRoom(props: RoomProps) {
  const { queue, session } = props;
  const { index, work, skip, undo, dismiss } = useRoom(props);
  const [current] = work.held;
  const proposal = useProposal(current, index);
  const desk = useAnswerDesk({
    held: current,
    index,
    onChoose: (labelKey) => session.answer({ labelKey, skipReason: null }),
  });
  const acts: WorkActs = { isWorking: current !== undefined, skip, undo, dismiss };
  useWorkKeys(desk, acts);
  useWorkCommands(desk, acts);
  const keys = useKeyEntries(desk, acts);
  const show = useRef(desk.show);
  useLayoutEffect(() => {
    show.current = desk.show;
  });
  const showLabel = useCallback((labelKey: string) => show.current(labelKey), []);
  return (
    <>
      <LabelCommands index={index} onShow={showLabel} />
      <Room
        {...props}
        room={{ index, work }}
        proposal={proposal}
        keys={keys}
        evidence={<Evidence queueKey={queue.key} held={work.held} index={index} labelKey={desk.focusedKey} />}
      >
        {current ? <AnswerArea held={current} desk={desk} index={index} onSkip={skip} /> : null}
      </Room>
    </>
  );
}
