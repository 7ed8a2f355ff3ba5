import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeyBarEntry } from '../../../components/key-bar.tsx';
import { useCommands } from '../../../lib/commands.ts';
import { trpc } from '../../../lib/trpc.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { useLabelName } from '../labels/label-path.tsx';
import { Room, type RoomProps, useRoom } from '../work/room.tsx';
import type { HeldTask } from '../work/work-state.ts';
import { ReviewArea } from './review-area.tsx';
import { ReviewEvidence } from './review-evidence.tsx';
import { useRevealed } from './use-revealed.ts';
import { type ReviewDesk, useReviewDesk } from './use-review-desk.ts';
import { type ReviewActs, useReviewKeys } from './use-review-keys.ts';
import { useSeen } from './use-seen.ts';
import { leastHarm, useVeil } from './use-veil.ts';

const freshMs = 60_000;

/** What the model proposes for a review, in words: never the review's own unasked. */
function useProposal(held: HeldTask | undefined, index: LabelIndex): string {
  const labelName = useLabelName(index);
  return held?.task.prediction?.proposed?.map(({ labelKey }) => labelName(labelKey)).join(', ') ?? '';
}

/** What moved the model towards the label in focus. For what it proposes that came with the task. */
function usePulls(queueKey: string, desk: ReviewDesk | null) {
  const labelKey = desk?.focusedKey ?? '';
  const proposed = desk?.prediction?.proposed?.find((one) => one.labelKey === labelKey);
  const text = desk?.item.text ?? '';
  const { data } = useQuery({
    ...trpc.labeling.explain.queryOptions({ queueKey, text, labelKey }),
    enabled: proposed === undefined && labelKey !== '' && Boolean(desk?.prediction),
    staleTime: freshMs,
    placeholderData: keepPreviousData,
  });
  if (proposed) return proposed.spans;
  // Of a label the model hardly holds possible there is nothing worth looking at.
  const score = desk?.prediction?.scores.find((one) => one.labelKey === labelKey);
  return data && score && score.probability >= leastHarm ? data.spans : [];
}

/** The foot: every key beside what it does, pressed by mouse too. */
function useKeyEntries(desk: ReviewDesk | null, acts: ReviewActs): KeyBarEntry[] {
  const { t } = useTranslation();
  const isDisabled = desk === null;
  const isMarking = desk?.mode === 'marking';
  return [
    {
      combo: 'Enter',
      label: t(desk?.isVeiled ? 'reviews.veilLift' : 'reviews.accept'),
      isMain: true,
      isDisabled,
      onPress: () => desk?.accept(),
    },
    { combo: 'Digit1', lastCombo: 'Digit9', label: t('reviews.labels') },
    isMarking
      ? { combo: 'Escape', label: t('reviews.markLeave'), onPress: () => desk.toggleMarking() }
      : { combo: 'KeyF', label: t('reviews.marking'), isDisabled, onPress: () => desk?.toggleMarking() },
    { combo: 'KeyS', label: t('labeling.skip'), isDisabled, onPress: () => desk?.openSkip() },
    { combo: 'KeyZ', label: t('labeling.undo'), onPress: acts.undo },
  ];
}

function useReviewCommands(desk: ReviewDesk | null, acts: ReviewActs): void {
  const { t } = useTranslation();
  const { changeVeil } = useVeil();
  useCommands([
    { id: 'reviews.skip', label: t('labeling.skip'), group: 'page', combo: 'KeyS', run: () => desk?.openSkip() },
    { id: 'reviews.mark', label: t('reviews.marking'), group: 'page', combo: 'KeyF', run: () => desk?.toggleMarking() },
    { id: 'labeling.undo', label: t('labeling.undo'), group: 'page', combo: 'KeyZ', run: acts.undo },
    { id: 'reviews.veilAlways', label: t('reviews.veilAlways'), group: 'preference', run: () => changeVeil('always') },
    { id: 'reviews.veilLikely', label: t('reviews.veilLikely'), group: 'preference', run: () => changeVeil('likely') },
    { id: 'reviews.veilNever', label: t('reviews.veilNever'), group: 'preference', run: () => changeVeil('never') },
  ]);
}

/** A queue of reviews at work. */
export function ReviewRoom(props: RoomProps) {
  const { queue, session } = props;
  const { index, work, skip, undo, dismiss } = useRoom(props);
  const [current] = work.held;
  const proposal = useProposal(current, index);
  const given = useReviewDesk({
    held: current,
    index,
    onAnswer: (answer) => session.answer({ ...answer, skipReason: null }),
  });
  // One Enter too many must neither decide nor unveil a review that nobody has looked at.
  const isSeen = useSeen(given ? `${current?.task.taskId} ${given.isVeiled}` : '');
  const desk = given && { ...given, accept: () => void (isSeen() && given.accept()) };
  const { text: revealed, mayReveal, reveal } = useRevealed(current?.task.taskId ?? null);
  const mayAsk = mayReveal && revealed === null && (desk?.item.personal.length ?? 0) > 0;
  const pulls = usePulls(queue.key, desk);
  const acts: ReviewActs = { skip, undo, dismiss, reveal: mayAsk ? () => void reveal() : null };
  useReviewKeys(desk, acts);
  useReviewCommands(desk, acts);
  const keys = useKeyEntries(desk, acts);
  return (
    <Room
      {...props}
      room={{ index, work }}
      proposal={proposal}
      keys={keys}
      evidence={<ReviewEvidence held={work.held} desk={desk} index={index} />}
    >
      {current && desk ? (
        <ReviewArea
          held={current}
          desk={desk}
          index={index}
          revealed={revealed}
          onReveal={acts.reveal}
          pulls={pulls}
          onSkip={skip}
        />
      ) : null}
    </Room>
  );
}
