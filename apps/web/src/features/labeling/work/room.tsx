import type { LabelView, SkipReason } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyBar, type KeyBarEntry } from '../../../components/key-bar.tsx';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { useStore } from '../../../lib/external-store.ts';
import { notify } from '../../../lib/notices.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { indexLabels } from '../labels/label-index.ts';
import { TaskLists } from '../lists/task-lists.tsx';
import { useRefused } from '../lists/use-refused.ts';
import type { Desk } from '../outbox/desk.ts';
import { ListLink } from './list-link.tsx';
import { SaveStatus } from './save-status.tsx';
import type { Queue } from './use-work-session.ts';
import { WorkFigures } from './work-figures.tsx';
import { WorkRest } from './work-rest.tsx';
import type { WorkSession } from './work-session.ts';

export type RoomProps = { queue: Queue; labels: readonly LabelView[]; desk: Desk; session: WorkSession };

/** What a queue at work stands on and the acts that every kind of it has. */
export function useRoom({ queue, labels, desk: { outbox }, session }: RoomProps) {
  const { t } = useTranslation();
  const index = useMemo(() => indexLabels(labels), [labels]);
  const work = useStore(session.work);
  const [newestRefused] = useRefused(outbox, queue.key);
  return {
    index,
    work,
    skip: (reason: SkipReason) => session.answer({ labelKey: null, skipReason: reason }),
    undo: () => session.undo() || notify({ text: t('labeling.undoNothing') }),
    dismiss: newestRefused ? () => outbox.dismiss(newestRefused.id) : null,
  };
}

type FrameProps = RoomProps & {
  room: Pick<ReturnType<typeof useRoom>, 'index' | 'work'>;
  /** What the model proposes for the task under the hand, as one text; empty when nothing. */
  proposal: string;
  /** Every key, for the foot. */
  keys: readonly KeyBarEntry[];
  evidence: ReactNode;
  /** The task under the hand and its answer; null when there is none. */
  children: ReactNode;
};

/**
 * A queue at work: what comes next left, the task and its answer in the middle, the evidence right. Says each task to
 * those who hear the page when it comes.
 */
export function Room({ queue, desk: { outbox }, session, room, proposal, keys, evidence, children }: FrameProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const trouble = useStore(session.supply.trouble);
  const { index, work } = room;
  const name = work.held[0]?.task.item.name;
  return (
    <Page
      crumbs={[
        { label: t('labeling.queues'), link: { to: '/queues' } },
        { label: locale === 'ko' ? queue.nameKo : queue.nameEn },
      ]}
      action={<ListLink queue={queue} />}
      figures={<WorkFigures queue={queue} tally={work.tally} />}
      footer={
        <KeyBar
          entries={keys}
          status={<SaveStatus outbox={outbox} supply={session.supply} ready={Math.max(0, work.held.length - 1)} />}
        />
      }
    >
      <Box aria-live="polite" aria-atomic>
        <HiddenText>{[name, proposal].filter(Boolean).join('. ')}</HiddenText>
      </Box>
      <Columns
        controls={<TaskLists queueKey={queue.key} outbox={outbox} held={work.held} done={work.done} index={index} />}
        evidence={evidence}
      >
        {children ?? <WorkRest work={work} trouble={trouble} onRetry={() => session.supply.nudge()} />}
      </Columns>
    </Page>
  );
}
