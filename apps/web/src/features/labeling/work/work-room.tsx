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
import { useSimilarText } from '../similar/similar-text.ts';
import { type Similar, useSimilar } from '../similar/use-similar.tsx';
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
function useKeyEntries(desk: AnswerDesk, acts: WorkActs, similar: Similar): KeyBarEntry[] {
  const { t } = useTranslation();
  const similarText = useSimilarText(similar.count);
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
    { combo: 'KeyG', label: similarText, isDisabled: acts.similar === null, onPress: similar.open },
    { combo: 'KeyS', label: t('labeling.skip'), isDisabled, onPress: desk.openSkip },
    { combo: 'KeyZ', label: t('labeling.undo'), onPress: acts.undo },
  ];
}

function useWorkCommands(desk: AnswerDesk, acts: WorkActs): void {
  const { t } = useTranslation();
  useCommands([
    { id: 'labeling.find', label: t('labeling.find'), group: 'page', combo: 'Slash', run: desk.openSearch },
    { id: 'labeling.tree', label: t('labeling.tree'), group: 'page', combo: 'KeyT', run: desk.toggleTree },
    { id: 'labeling.similar', label: t('similar.title'), group: 'page', combo: 'KeyG', run: () => acts.similar?.() },
    { id: 'labeling.skip', label: t('labeling.skip'), group: 'page', combo: 'KeyS', run: desk.openSkip },
    { id: 'labeling.undo', label: t('labeling.undo'), group: 'page', combo: 'KeyZ', run: acts.undo },
  ]);
}

/** A function that stays the same and calls the newest one: for what is drawn anew only when it must be. */
function useLatest<Args extends unknown[]>(run: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
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
  const { focusedKey } = desk;
  const isLeaf = focusedKey !== null && index.byKey.get(focusedKey)?.isLeaf === true;
  const labelKey = isLeaf ? focusedKey : null;
  const { outbox } = props.desk;
  const similar = useSimilar({ queueKey: queue.key, held: current, labelKey, index, outbox, session });
  const openSimilar = useLatest(similar.open);
  const acts: WorkActs = {
    isWorking: current !== undefined,
    skip,
    undo,
    similar: current && similar.count?.tasks !== 0 ? similar.open : null,
    dismiss,
  };
  useWorkKeys(desk, acts);
  useWorkCommands(desk, acts);
  const keys = useKeyEntries(desk, acts, similar);
  const showLabel = useLatest(desk.show);
  return (
    <>
      <LabelCommands index={index} onShow={showLabel} />
      <Room
        {...props}
        room={{ index, work }}
        proposal={proposal}
        keys={keys}
        evidence={
          <Evidence
            queueKey={queue.key}
            held={work.held}
            index={index}
            labelKey={focusedKey}
            waiting={similar.count}
            onSimilar={openSimilar}
          />
        }
      >
        {current ? <AnswerArea held={current} desk={desk} index={index} onSkip={skip} /> : null}
      </Room>
      {similar.dialog}
    </>
  );
}
