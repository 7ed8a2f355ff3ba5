import { Box } from '@mui/material';
import { type ReactNode, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../../lib/external-store.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { DoneRow, HeldTask } from '../work/work-state.ts';
import { DoneList } from './done-list.tsx';
import { NextList } from './next-list.tsx';
import { RefusedCard } from './refused-card.tsx';
import { useRefused } from './use-refused.ts';

function ListCaption({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Box
      component="h2"
      id={id}
      sx={{ fontSize: 11, fontWeight: 400, color: 'text.disabled', px: 5, py: 1.5, lineHeight: 1.45 }}
    >
      {children}
    </Box>
  );
}

type JustNowProps = {
  queueKey: string;
  outbox: Outbox;
  done: readonly DoneRow[];
  index: LabelIndex;
  captionId: string;
};

/** What was just done. It follows the outbox by itself: an answer from the server changes a mark here and nothing else. */
function JustNow({ queueKey, outbox, done, index, captionId }: JustNowProps) {
  const { t } = useTranslation();
  const { entries } = useStore(outbox.state);
  const refused = useRefused(outbox, queueKey);
  const unsentIds = useMemo(
    () => new Set(entries.flatMap((entry) => (entry.kind === 'decide' ? entry.decisionId : []))),
    [entries],
  );
  return (
    <>
      {refused.map((entry, at) => (
        <RefusedCard
          key={entry.id}
          entry={entry}
          index={index}
          isNewest={at === 0}
          onDismiss={() => outbox.dismiss(entry.id)}
        />
      ))}
      {done.length === 0 && refused.length === 0 ? (
        <Box sx={{ px: 5, color: 'text.disabled', fontSize: 12 }}>{t('labeling.doneEmpty')}</Box>
      ) : null}
      <DoneList done={done} index={index} captionId={captionId} unsentIds={unsentIds} />
    </>
  );
}

type TaskListsProps = {
  queueKey: string;
  outbox: Outbox;
  held: readonly HeldTask[];
  done: readonly DoneRow[];
  index: LabelIndex;
};

/** What comes next and what was just done, with the answers that met another one on top of it. */
export function TaskLists({ held, ...rest }: TaskListsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Box sx={{ pt: 2, pb: 4 }}>
      <ListCaption id={`${id}-next`}>{t('labeling.next')}</ListCaption>
      <NextList held={held} captionId={`${id}-next`} />
      <Box sx={{ mt: 3 }}>
        <ListCaption id={`${id}-done`}>{t('labeling.done')}</ListCaption>
      </Box>
      <JustNow {...rest} captionId={`${id}-done`} />
    </Box>
  );
}
