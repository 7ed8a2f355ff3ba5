import type { LabelView, SkipReason } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { KeyBar } from '../../../components/key-bar.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { useCommands } from '../../../lib/commands.ts';
import { useStore } from '../../../lib/external-store.ts';
import { notify } from '../../../lib/notices.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { indexLabels, type LabelIndex } from '../labels/label-index.ts';
import { useLabelName } from '../labels/label-path.tsx';
import { TaskLists } from '../lists/task-lists.tsx';
import { useRefused } from '../lists/use-refused.ts';
import type { Desk } from '../outbox/desk.ts';
import { useSeen } from '../reviews/use-seen.ts';
import { ListLink } from '../work/list-link.tsx';
import { SaveStatus } from '../work/save-status.tsx';
import type { Queue } from '../work/use-work-session.ts';
import { WorkFigures } from '../work/work-figures.tsx';
import { WorkRest } from '../work/work-rest.tsx';
import type { WorkSession } from '../work/work-session.ts';
import type { HeldTask } from '../work/work-state.ts';
import { AspectArea } from './aspect-area.tsx';
import { AspectEvidence } from './aspect-evidence.tsx';
import { familiesOf } from './aspect-families.ts';
import { type AspectDesk, useAspectDesk } from './use-aspect-desk.ts';
import { type AspectActs, useAspectKeys } from './use-aspect-keys.ts';

/** Says the review under the hand to those who hear the page, each time it is another: never its words unasked. */
function Announcement({ held, index }: { held: HeldTask | undefined; index: LabelIndex }) {
  const labelName = useLabelName(index);
  const proposed = held?.task.prediction?.proposed?.map(({ labelKey }) => labelName(labelKey)).join('; ') ?? '';
  return (
    <Box aria-live="polite" aria-atomic>
      <HiddenText>{held ? `${held.task.item.name}${proposed === '' ? '' : `. ${proposed}`}` : ''}</HiddenText>
    </Box>
  );
}

/** The foot: every key beside what it does, pressed by mouse too. */
function AspectKeyBar({ desk, acts, status }: { desk: AspectDesk | null; acts: AspectActs; status: React.ReactNode }) {
  const { t } = useTranslation();
  const isDisabled = desk === null;
  return (
    <KeyBar
      entries={[
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
      ]}
      status={status}
    />
  );
}

function useAspectCommands(desk: AspectDesk | null, acts: AspectActs): void {
  const { t } = useTranslation();
  useCommands([
    { id: 'aspects.skip', label: t('labeling.skip'), group: 'page', combo: 'KeyS', run: () => desk?.openSkip() },
    { id: 'aspects.mark', label: t('reviews.marking'), group: 'page', combo: 'KeyF', run: () => desk?.toggleMarking() },
    { id: 'labeling.undo', label: t('labeling.undo'), group: 'page', combo: 'KeyZ', run: acts.undo },
  ]);
}

type AspectRoomProps = { queue: Queue; labels: readonly LabelView[]; desk: Desk; session: WorkSession };

/** A queue of taste and texture at work: what comes next left, the review and its answer in the middle, the rule right. */
export function AspectRoom({ queue, labels, desk: { outbox }, session }: AspectRoomProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const index = useMemo(() => indexLabels(labels), [labels]);
  const families = useMemo(() => familiesOf(index), [index]);
  const work = useStore(session.work);
  const trouble = useStore(session.supply.trouble);
  const [newestRefused] = useRefused(outbox, queue.key);
  const [current] = work.held;
  const given = useAspectDesk({
    held: current,
    families,
    onAnswer: (answer) => session.answer({ ...answer, skipReason: null }),
  });
  // One Enter too many must neither decide nor unveil a review that nobody has looked at.
  const isSeen = useSeen(given ? `${current?.task.taskId} ${given.isVeiled}` : '');
  const desk: AspectDesk | null = given && { ...given, give: (how) => void (isSeen() && given.give(how)) };
  const skip = (reason: SkipReason) => session.answer({ labelKey: null, skipReason: reason });
  const acts: AspectActs = {
    skip,
    undo: () => session.undo() || notify({ text: t('labeling.undoNothing') }),
    dismiss: newestRefused ? () => outbox.dismiss(newestRefused.id) : null,
  };
  useAspectKeys(desk, families, acts);
  useAspectCommands(desk, acts);
  const name = locale === 'ko' ? queue.nameKo : queue.nameEn;
  return (
    <Page
      crumbs={[{ label: t('labeling.queues'), link: { to: '/queues' } }, { label: name }]}
      action={<ListLink queue={queue} />}
      figures={<WorkFigures queue={queue} tally={work.tally} />}
      footer={
        <AspectKeyBar
          desk={desk}
          acts={acts}
          status={<SaveStatus outbox={outbox} supply={session.supply} ready={Math.max(0, work.held.length - 1)} />}
        />
      }
    >
      <Announcement held={current} index={index} />
      <Columns
        controls={<TaskLists queueKey={queue.key} outbox={outbox} held={work.held} done={work.done} index={index} />}
        evidence={<AspectEvidence held={work.held} desk={desk} index={index} />}
      >
        {current && desk ? (
          <AspectArea held={current} desk={desk} families={families} index={index} onSkip={skip} />
        ) : (
          <WorkRest work={work} trouble={trouble} onRetry={() => session.supply.nudge()} />
        )}
      </Columns>
    </Page>
  );
}
