import { Box } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { sizes } from '../../../theme/tokens.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import type { RefusedEntry } from '../outbox/outbox-entry.ts';
import type { DoneRow, HeldTask } from '../work/work-state.ts';
import { DoneItem } from './done-item.tsx';
import { RefusedCard } from './refused-card.tsx';

/** Rows kept free for the tasks to come, so that what is below does not move while they dwindle and come again. */
const nextRows = 9;

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

function NextList({ held, captionId }: { held: readonly HeldTask[]; captionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box
      component="ol"
      aria-labelledby={captionId}
      sx={{ m: 0, p: 0, listStyle: 'none', minHeight: nextRows * sizes.row }}
    >
      {held.slice(0, nextRows).map(({ task }, at) => {
        const top = task.prediction?.scores[0];
        return (
          <Box
            component="li"
            key={task.taskId}
            aria-current={at === 0 ? 'true' : undefined}
            sx={{
              display: 'grid',
              gridTemplateColumns: 'minmax(0, 1fr) auto',
              gap: 2,
              alignItems: 'center',
              height: sizes.row,
              px: 5,
              color: at === 0 ? 'text.primary' : 'text.secondary',
              bgcolor: at === 0 ? 'celadon.soft' : 'transparent',
              boxShadow: at === 0 ? 'inset 2px 0 var(--jeoul-palette-celadon-main)' : 'none',
            }}
          >
            <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              {task.item.name}
            </Box>
            <Box component="span" sx={{ color: top ? 'violet.main' : 'text.disabled', fontSize: 12 }}>
              {top ? format.percent(top.probability) : t('labeling.noPrediction')}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

type TaskListsProps = {
  held: readonly HeldTask[];
  done: readonly DoneRow[];
  refused: readonly RefusedEntry[];
  /** Decisions the server has not acknowledged. */
  unsentIds: ReadonlySet<string>;
  index: LabelIndex;
  onDismiss: (entry: RefusedEntry) => void;
};

/** What comes next and what was just done, with the answers that met another one on top of it. */
export function TaskLists({ held, done, refused, unsentIds, index, onDismiss }: TaskListsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Box sx={{ pt: 2, pb: 10 }}>
      <ListCaption id={`${id}-next`}>{t('labeling.next')}</ListCaption>
      <NextList held={held} captionId={`${id}-next`} />
      <Box sx={{ mt: 3 }}>
        <ListCaption id={`${id}-done`}>{t('labeling.done')}</ListCaption>
      </Box>
      {refused.map((entry, at) => (
        <RefusedCard
          key={entry.id}
          entry={entry}
          index={index}
          isNewest={at === 0}
          onDismiss={() => onDismiss(entry)}
        />
      ))}
      {done.length === 0 && refused.length === 0 ? (
        <Box sx={{ px: 5, color: 'text.disabled', fontSize: 12 }}>{t('labeling.doneEmpty')}</Box>
      ) : null}
      <Box component="ol" aria-labelledby={`${id}-done`} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {done.map((row, at) => (
          <DoneItem
            key={row.decisionId}
            row={row}
            index={index}
            isNewest={at === 0}
            isUnsent={unsentIds.has(row.decisionId)}
          />
        ))}
      </Box>
    </Box>
  );
}
