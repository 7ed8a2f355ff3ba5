import { useQuery } from '@tanstack/react-query';
import type { SimilarPreview, SimilarTask } from '@jeoul/shared/labeling/similar';
import { Box } from '@mui/material';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWide } from '../../../components/confirm-wide.tsx';
import { describeError } from '../../../lib/error-text.ts';
import { trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { LabelPath } from '../labels/label-path.tsx';
import type { HeldTask } from '../work/work-state.ts';
import { allIn, inOrderOfDoubt, isDiffering, toggled, touchedBy } from './similar-choice.ts';
import { SimilarKeys } from './similar-keys.tsx';
import { SimilarList } from './similar-list.tsx';

/** The preview as it is now: what was looked at a minute ago is not what would be decided. */
function usePreview(input: { queueKey: string; taskId: string }) {
  return useQuery({
    ...trpc.labeling.similar.preview.queryOptions(input),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Which are in, and what the keys do to that. */
function useChoice(tasks: readonly SimilarTask[]) {
  const [choice, setChoice] = useState(allIn);
  const toggle = useCallback(
    (taskId: string, at: number) => setChoice((current) => toggled(current, taskId, at)),
    [setChoice],
  );
  const acts = {
    move: (step: number) =>
      setChoice(({ out, cursor }) => ({
        out,
        cursor: Math.min(Math.max(cursor + step, 0), Math.max(tasks.length - 1, 0)),
      })),
    toggle: () => {
      const task = tasks[choice.cursor];
      if (task) setChoice(toggled(choice, task.taskId));
    },
    all: () => setChoice(({ cursor }) => ({ out: new Set(), cursor })),
    none: () => setChoice(({ cursor }) => ({ out: new Set(tasks.map(({ taskId }) => taskId)), cursor })),
  };
  return { choice, toggle, acts };
}

function Given({ held, labelKey, index }: { held: HeldTask; labelKey: string; index: LabelIndex }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, mb: 3 }}>
      <Box component="bdi" sx={{ fontSize: 15, fontWeight: 700, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {held.task.item.name}
      </Box>
      <span aria-hidden>→</span>
      <Box sx={{ display: 'flex', color: 'celadon.main', fontWeight: 600 }}>
        <LabelPath index={index} labelKey={labelKey} />
      </Box>
    </Box>
  );
}

function useTouches(input: {
  held: HeldTask;
  labelKey: string;
  chosen: readonly SimilarTask[];
  data: SimilarPreview | undefined;
}) {
  const { held, labelKey, chosen, data } = input;
  const { t } = useTranslation();
  const format = useFormat();
  const { tasks, stores, weeklyOrders } = touchedBy(held.task.item, chosen);
  const shown = (value: number) => (data ? format.count(value) : '…');
  const differing = chosen.filter((task) => isDiffering(task, labelKey)).length;
  return [
    { label: t('similar.items'), value: shown(tasks) },
    { label: t('similar.stores'), value: shown(stores) },
    { label: t('similar.orders'), value: shown(weeklyOrders) },
    { label: t('similar.differing'), value: shown(differing) },
    { label: t('similar.held'), value: shown(data?.held ?? 0) },
  ];
}

type SimilarDialogProps = {
  queueKey: string;
  held: HeldTask;
  labelKey: string;
  index: LabelIndex;
  onConfirm: (taskIds: string[]) => Promise<unknown>;
  onClose: () => void;
};

const none: readonly SimilarTask[] = [];

/** One label for the task under the hand and those like it: what that touches, and which of them are in. */
export function SimilarDialog({ queueKey, held, labelKey, index, onConfirm, onClose }: SimilarDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = held.task.item;
  const { data, error } = usePreview({ queueKey, taskId: held.task.taskId });
  const tasks = useMemo(() => (data ? inOrderOfDoubt(data.tasks, { labelKey, name }) : none), [data, labelKey, name]);
  const { choice, toggle, acts } = useChoice(tasks);
  const chosen = tasks.filter(({ taskId }) => !choice.out.has(taskId));
  const touches = useTouches({ held, labelKey, chosen, data });
  const count = data ? chosen.length + 1 : 0;
  return (
    <ConfirmWide
      title={t('similar.title')}
      lead={<Given held={held} labelKey={labelKey} index={index} />}
      touches={touches}
      note={t('similar.note')}
      confirmLabel={t('similar.confirm', { count, shown: data ? format.count(count) : '…' })}
      isReady={data !== undefined}
      isBroad
      onConfirm={() => onConfirm(chosen.map(({ taskId }) => taskId))}
      onClose={onClose}
    >
      <SimilarKeys {...acts} />
      {tasks.length > 0 ? (
        <SimilarList tasks={tasks} name={name} index={index} choice={choice} onToggle={toggle} />
      ) : (
        <Box sx={{ color: 'text.secondary' }}>
          {error ? `${t('similar.failed')} ${describeError(error).text}` : data ? t('similar.empty') : '…'}
        </Box>
      )}
      {data?.isCapped ? (
        <Box sx={{ mt: 2, color: 'amber.main' }}>
          {t('similar.capped', { count: tasks.length, shown: format.count(tasks.length) })}
        </Box>
      ) : null}
    </ConfirmWide>
  );
}
