import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStoreList } from '../../../lib/external-store.ts';
import { notify } from '../../../lib/notices.ts';
import { trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { WorkSession } from '../work/work-session.ts';
import type { HeldTask } from '../work/work-state.ts';
import { SimilarDialog } from './similar-dialog.tsx';

export type Similar = {
  /** What waits that is like the task under the hand; null as long as that is not known. */
  count: { tasks: number; isCapped: boolean } | null;
  /** Shows what one label for all of them would touch. */
  open: () => void;
  dialog: ReactNode;
};

type SimilarInput = {
  queueKey: string;
  held: HeldTask | undefined;
  /** The label picked or proposed; null where none is, or a family. */
  labelKey: string | null;
  index: LabelIndex;
  outbox: Outbox;
  session: WorkSession;
};

type Opened = { held: HeldTask; labelKey: string; batchId: string };

/** The tasks like the one under the hand: how many, and the way to decide them with it. */
export function useSimilar({ queueKey, held, labelKey, index, outbox, session }: SimilarInput): Similar {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, setOpened] = useState<Opened | null>(null);
  // What is still on its way would be counted as waiting.
  const [isSaved = true] = useStoreList(outbox.state, ({ entries }) => [
    entries.every((entry) => entry.kind === 'refused' || entry.queueKey !== queueKey),
  ]);
  const { data } = useQuery({
    ...trpc.labeling.similar.count.queryOptions({ queueKey, taskId: held?.task.taskId ?? '' }),
    enabled: held !== undefined && isSaved,
    staleTime: 0,
    gcTime: 60_000,
  });
  const confirm = async ({ held: at, labelKey: chosen, batchId }: Opened, taskIds: string[]): Promise<void> => {
    const {
      held: taken,
      resolved,
      ...did
    } = await session.decideSimilar({ held: at, labelKey: chosen, batchId, taskIds });
    const { tasks, stores, weeklyOrders } = did;
    const words = { tasks: format.count(tasks), stores: format.count(stores), orders: format.count(weeklyOrders) };
    const left = t('similar.left', { held: format.count(taken), resolved: format.count(resolved) });
    notify({ text: `${t('similar.receipt', words)}${taken + resolved > 0 ? ` ${left}` : ''}` });
  };
  return {
    count: data ?? null,
    open: () => {
      if (!held) return;
      // Made once a dialog, so that an answer lost on the way can be asked for again without doing anything twice.
      if (labelKey !== null) setOpened({ held, labelKey, batchId: crypto.randomUUID() });
      else notify({ text: t('similar.pickLabel') });
    },
    dialog: opened && (
      <SimilarDialog
        queueKey={queueKey}
        held={opened.held}
        labelKey={opened.labelKey}
        index={index}
        onConfirm={(taskIds) => confirm(opened, taskIds)}
        onClose={() => {
          setOpened(null);
          session.lookAgain();
        }}
      />
    ),
  };
}
