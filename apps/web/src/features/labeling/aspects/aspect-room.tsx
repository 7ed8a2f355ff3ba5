import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyBarEntry } from '../../../components/key-bar.tsx';
import { useCommands } from '../../../lib/commands.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { useLabelName } from '../labels/label-path.tsx';
import { useSeen } from '../reviews/use-seen.ts';
import { Room, type RoomProps, useRoom } from '../work/room.tsx';
import type { HeldTask } from '../work/work-state.ts';
import { AspectArea } from './aspect-area.tsx';
import { AspectEvidence } from './aspect-evidence.tsx';
import { familiesOf } from './aspect-families.ts';
import { type AspectDesk, useAspectDesk } from './use-aspect-desk.ts';
import { type AspectActs, useAspectKeys } from './use-aspect-keys.ts';

/** What the model proposes for a review, in words: never the review's own unasked. */
function useProposal(held: HeldTask | undefined, index: LabelIndex): string {
  const labelName = useLabelName(index);
  return held?.task.prediction?.proposed?.map(({ labelKey }) => labelName(labelKey)).join('; ') ?? '';
}

/** The foot: every key beside what it does, pressed by mouse too. */
function useKeyEntries(desk: AspectDesk | null, acts: AspectActs): KeyBarEntry[] {
  const { t } = useTranslation();
  const isDisabled = desk === null;
  return [
    {
      combo: 'Enter',
      label: t(desk?.isVeiled ? 'reviews.veilLift' : 'aspects.acceptAll'),
      isMain: true,
      isDisabled,
      onPress: () => desk?.give({ isOnlyAccepted: false }),
    },
    {
      combo: 'ArrowRight',
      label: t('aspects.turn'),
      isDisabled: isDisabled || desk.mode !== 'labels',
      onPress: () => desk?.turn(1),
    },
    desk?.mode === 'marking'
      ? { combo: 'Escape', label: t('reviews.markLeave'), onPress: () => desk.toggleMarking() }
      : { combo: 'KeyF', label: t('reviews.marking'), isDisabled, onPress: () => desk?.toggleMarking() },
    { combo: 'KeyU', label: t('reviews.action.escalate'), isDisabled, onPress: () => desk?.openPassUp() },
    { combo: 'KeyS', label: t('labeling.skip'), isDisabled, onPress: () => desk?.openSkip() },
    { combo: 'KeyZ', label: t('labeling.undo'), onPress: acts.undo },
  ];
}

function useAspectCommands(desk: AspectDesk | null, acts: AspectActs): void {
  const { t } = useTranslation();
  useCommands([
    { id: 'aspects.skip', label: t('labeling.skip'), group: 'page', combo: 'KeyS', run: () => desk?.openSkip() },
    { id: 'aspects.mark', label: t('reviews.marking'), group: 'page', combo: 'KeyF', run: () => desk?.toggleMarking() },
    { id: 'aspects.undo', label: t('labeling.undo'), group: 'page', combo: 'KeyZ', run: acts.undo },
  ]);
}

/** A queue of taste and texture at work. */
export function AspectRoom(props: RoomProps) {
  const { session } = props;
  const { index, work, skip, undo, dismiss } = useRoom(props);
  const families = useMemo(() => familiesOf(index), [index]);
  const [current] = work.held;
  const proposal = useProposal(current, index);
  const given = useAspectDesk({
    held: current,
    families,
    onAnswer: (answer) => session.answer({ ...answer, skipReason: null }),
  });
  // One Enter too many must neither decide nor unveil a review that nobody has looked at.
  const isSeen = useSeen(given ? `${current?.task.taskId} ${given.isVeiled}` : '');
  const desk: AspectDesk | null = given && { ...given, give: (how) => void (isSeen() && given.give(how)) };
  const acts: AspectActs = { skip, undo, dismiss };
  useAspectKeys(desk, families, acts);
  useAspectCommands(desk, acts);
  const keys = useKeyEntries(desk, acts);
  return (
    <Room
      {...props}
      room={{ index, work }}
      proposal={proposal}
      keys={keys}
      evidence={<AspectEvidence held={work.held} desk={desk} index={index} />}
    >
      {current && desk ? (
        <AspectArea held={current} desk={desk} families={families} index={index} onSkip={skip} />
      ) : null}
    </Room>
  );
}
