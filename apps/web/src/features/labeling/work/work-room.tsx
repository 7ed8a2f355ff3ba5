import type { LabelView, SkipReason } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { KeyBar } from '../../../components/key-bar.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { useCommands } from '../../../lib/commands.ts';
import { useStore } from '../../../lib/external-store.ts';
import { notify } from '../../../lib/notices.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { AnswerArea } from '../answer/answer-area.tsx';
import { type AnswerDesk, useAnswerDesk } from '../answer/use-answer-desk.ts';
import { Evidence } from '../evidence/evidence.tsx';
import { indexLabels, type LabelIndex } from '../labels/label-index.ts';
import { usePathText } from '../labels/label-path.tsx';
import { TaskLists } from '../lists/task-lists.tsx';
import { useRefused } from '../lists/use-refused.ts';
import type { Desk } from '../outbox/desk.ts';
import { LabelCommands } from './label-commands.tsx';
import { ListLink } from './list-link.tsx';
import { SaveStatus } from './save-status.tsx';
import type { Queue } from './use-work-session.ts';
import { useWorkKeys, type WorkActs } from './use-work-keys.ts';
import { WorkFigures } from './work-figures.tsx';
import { WorkRest } from './work-rest.tsx';
import type { WorkSession } from './work-session.ts';
import type { HeldTask } from './work-state.ts';

/** Says the task under the hand to those who hear the page, each time it is another. */
function Announcement({ held, index }: { held: HeldTask | undefined; index: LabelIndex }) {
  const format = useFormat();
  const pathText = usePathText(index);
  const top = held?.task.prediction?.scores[0];
  const proposal = top ? `. ${pathText(top.labelKey)} ${format.percent(top.probability)}` : '';
  return (
    <Box aria-live="polite" aria-atomic>
      <HiddenText>{held ? `${held.task.item.name}${proposal}` : ''}</HiddenText>
    </Box>
  );
}

/** The foot: every key beside what it does, pressed by mouse too. */
function WorkKeyBar({ desk, acts, status }: { desk: AnswerDesk; acts: WorkActs; status: React.ReactNode }) {
  const { t } = useTranslation();
  const isDisabled = !acts.isWorking;
  return (
    <KeyBar
      entries={[
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
      ]}
      status={status}
    />
  );
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

type WorkRoomProps = { queue: Queue; labels: readonly LabelView[]; desk: Desk; session: WorkSession };

/** A queue at work: what comes next left, the item and its answers in the middle, the evidence right. */
export function WorkRoom({ queue, labels, desk: { outbox }, session }: WorkRoomProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const index = useMemo(() => indexLabels(labels), [labels]);
  const work = useStore(session.work);
  const trouble = useStore(session.supply.trouble);
  const [newestRefused] = useRefused(outbox, queue.key);
  const [current] = work.held;
  const desk = useAnswerDesk({
    held: current,
    index,
    onChoose: (labelKey) => session.answer({ labelKey, skipReason: null }),
  });
  const skip = (reason: SkipReason) => session.answer({ labelKey: null, skipReason: reason });
  const acts: WorkActs = {
    isWorking: current !== undefined,
    skip,
    undo: () => session.undo() || notify({ text: t('labeling.undoNothing') }),
    dismiss: newestRefused ? () => outbox.dismiss(newestRefused.id) : null,
  };
  useWorkKeys(desk, acts);
  useWorkCommands(desk, acts);
  const show = useRef(desk.show);
  useLayoutEffect(() => {
    show.current = desk.show;
  });
  const showLabel = useCallback((labelKey: string) => show.current(labelKey), []);
  const name = locale === 'ko' ? queue.nameKo : queue.nameEn;
  return (
    <Page
      crumbs={[{ label: t('labeling.queues'), link: { to: '/queues' } }, { label: name }]}
      action={<ListLink queue={queue} />}
      figures={<WorkFigures queue={queue} tally={work.tally} />}
      footer={
        <WorkKeyBar
          desk={desk}
          acts={acts}
          status={<SaveStatus outbox={outbox} supply={session.supply} ready={Math.max(0, work.held.length - 1)} />}
        />
      }
    >
      <Announcement held={current} index={index} />
      <LabelCommands index={index} onShow={showLabel} />
      <Columns
        controls={<TaskLists queueKey={queue.key} outbox={outbox} held={work.held} done={work.done} index={index} />}
        evidence={<Evidence queueKey={queue.key} held={work.held} index={index} labelKey={desk.focusedKey} />}
      >
        {current ? (
          <AnswerArea held={current} desk={desk} index={index} onSkip={skip} />
        ) : (
          <WorkRest work={work} trouble={trouble} onRetry={() => session.supply.nudge()} />
        )}
      </Columns>
    </Page>
  );
}
