import type { LabelView, SkipReason } from '@jeoul/shared/labeling/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Box } from '@mui/material';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { KeyBar } from '../../../components/key-bar.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { useCommands } from '../../../lib/commands.ts';
import { useStore } from '../../../lib/external-store.ts';
import { notify } from '../../../lib/notices.ts';
import { trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { indexLabels, type LabelIndex } from '../labels/label-index.ts';
import { useLabelName } from '../labels/label-path.tsx';
import { TaskLists } from '../lists/task-lists.tsx';
import { useRefused } from '../lists/use-refused.ts';
import type { Desk } from '../outbox/desk.ts';
import { ListLink } from '../work/list-link.tsx';
import { SaveStatus } from '../work/save-status.tsx';
import type { Queue } from '../work/use-work-session.ts';
import { WorkFigures } from '../work/work-figures.tsx';
import { WorkRest } from '../work/work-rest.tsx';
import type { WorkSession } from '../work/work-session.ts';
import type { HeldTask } from '../work/work-state.ts';
import { ReviewArea } from './review-area.tsx';
import { ReviewEvidence } from './review-evidence.tsx';
import { useRevealed } from './use-revealed.ts';
import { type ReviewDesk, useReviewDesk } from './use-review-desk.ts';
import { type ReviewActs, useReviewKeys } from './use-review-keys.ts';
import { useSeen } from './use-seen.ts';
import { leastHarm, useVeil } from './use-veil.ts';

const freshMs = 60_000;

/** Says the review under the hand to those who hear the page, each time it is another: never its words unasked. */
function Announcement({ held, index }: { held: HeldTask | undefined; index: LabelIndex }) {
  const labelName = useLabelName(index);
  const proposed = held?.task.prediction?.proposed?.map(({ labelKey }) => labelName(labelKey)).join(', ') ?? '';
  return (
    <Box aria-live="polite" aria-atomic>
      <HiddenText>{held ? `${held.task.item.name}${proposed === '' ? '' : `. ${proposed}`}` : ''}</HiddenText>
    </Box>
  );
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
function ReviewKeyBar({ desk, acts, status }: { desk: ReviewDesk | null; acts: ReviewActs; status: React.ReactNode }) {
  const { t } = useTranslation();
  const isDisabled = desk === null;
  const isMarking = desk?.mode === 'marking';
  return (
    <KeyBar
      entries={[
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
      ]}
      status={status}
    />
  );
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

type ReviewRoomProps = { queue: Queue; labels: readonly LabelView[]; desk: Desk; session: WorkSession };

/** A queue of reviews at work: what comes next left, the review and its answer in the middle, the evidence right. */
export function ReviewRoom({ queue, labels, desk: { outbox }, session }: ReviewRoomProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const index = useMemo(() => indexLabels(labels), [labels]);
  const work = useStore(session.work);
  const trouble = useStore(session.supply.trouble);
  const [newestRefused] = useRefused(outbox, queue.key);
  const [current] = work.held;
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
  const skip = (reason: SkipReason) => session.answer({ labelKey: null, skipReason: reason });
  const acts: ReviewActs = {
    skip,
    undo: () => session.undo() || notify({ text: t('labeling.undoNothing') }),
    dismiss: newestRefused ? () => outbox.dismiss(newestRefused.id) : null,
    reveal: mayAsk ? () => void reveal() : null,
  };
  useReviewKeys(desk, acts);
  useReviewCommands(desk, acts);
  const name = locale === 'ko' ? queue.nameKo : queue.nameEn;
  return (
    <Page
      crumbs={[{ label: t('labeling.queues'), link: { to: '/queues' } }, { label: name }]}
      action={<ListLink queue={queue} />}
      figures={<WorkFigures queue={queue} tally={work.tally} />}
      footer={
        <ReviewKeyBar
          desk={desk}
          acts={acts}
          status={<SaveStatus outbox={outbox} supply={session.supply} ready={Math.max(0, work.held.length - 1)} />}
        />
      }
    >
      <Announcement held={current} index={index} />
      <Columns
        controls={<TaskLists queueKey={queue.key} outbox={outbox} held={work.held} done={work.done} index={index} />}
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
        ) : (
          <WorkRest work={work} trouble={trouble} onRetry={() => session.supply.nudge()} />
        )}
      </Columns>
    </Page>
  );
}
