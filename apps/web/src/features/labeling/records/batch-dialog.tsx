import { useQuery, useQueryClient } from '@tanstack/react-query';
import { skipReasons } from '@jeoul/shared/labeling/contract';
import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWide } from '../../../components/confirm-wide.tsx';
import { describeError } from '../../../lib/error-text.ts';
import { notify } from '../../../lib/notices.ts';
import { trpc, trpcClient } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { usePathText } from '../labels/label-path.tsx';

type BatchDialogProps = {
  kind: 'label' | 'skip';
  queueKey: string;
  taskIds: readonly string[];
  labels: LabelIndex;
  onDone: () => void;
  onClose: () => void;
};

/** One answer for many tasks: what it touches before, and one press to take all of it back after. */
export function BatchDialog({ kind, queueKey, taskIds, labels, onDone, onClose }: BatchDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const pathOf = usePathText(labels);
  const [answer, setAnswer] = useState('');
  // Made once a dialog, so that an answer lost on the way can be asked for again without doing anything twice.
  const [batchId] = useState(() => crypto.randomUUID());
  const preview = useQuery({
    queryKey: ['records', 'preview', queueKey, taskIds],
    queryFn: () => trpcClient.labeling.lists.previewBatch.mutate({ queueKey, taskIds: [...taskIds] }),
    gcTime: 0,
  });
  const touched = preview.data;
  const reread = () => client.invalidateQueries({ queryKey: trpc.labeling.lists.pathKey() });
  const undo = async () => {
    try {
      const { undone, tooLate } = await trpcClient.labeling.lists.undoBatch.mutate({ batchId });
      const words = { undone: format.count(undone), tooLate: format.count(tooLate) };
      notify({ text: t(tooLate > 0 ? 'records.batch.undonePartly' : 'records.batch.undone', words) });
    } catch (error) {
      notify({
        text: describeError(error).text,
        tone: 'harm',
        action: { label: t('common.retry'), run: () => void undo() },
      });
    }
    await reread();
  };
  const confirm = async () => {
    const { decided } = await trpcClient.labeling.lists.decideBatch.mutate({
      queueKey,
      batchId,
      taskIds: [...taskIds],
      labelKey: kind === 'label' ? answer : null,
      skipReason: kind === 'skip' ? (skipReasons.find((reason) => reason === answer) ?? 'later') : null,
    });
    notify({
      text: t('records.batch.done', { shown: format.count(decided) }),
      action: { label: t('common.undo'), run: () => void undo() },
    });
    onDone();
    await reread();
  };
  const leaves = labels.labels.filter((label) => label.isLeaf);
  const options =
    kind === 'label'
      ? leaves.map(({ key }) => ({ value: key, label: pathOf(key) }))
      : skipReasons.map((reason) => ({ value: reason, label: t(`labeling.skipReason.${reason}`) }));
  const shown = (value: number | undefined) => (value === undefined ? '…' : format.count(value));
  return (
    <ConfirmWide
      title={t(kind === 'label' ? 'records.batch.labelTitle' : 'records.batch.skipTitle')}
      touches={[
        { label: t('records.batch.tasks'), value: shown(touched?.tasks) },
        { label: t('records.batch.stores'), value: shown(touched?.stores) },
        { label: t('records.batch.orders'), value: shown(touched?.weeklyOrders) },
        { label: t('records.batch.leftAlone'), value: shown(touched && touched.held + touched.resolved) },
      ]}
      note={t('records.batch.note')}
      confirmLabel={t(kind === 'label' ? 'records.batch.label' : 'records.batch.skip')}
      isReady={answer !== '' && (touched?.tasks ?? 0) > 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextField
        select
        size="small"
        fullWidth
        autoFocus
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        sx={{ mt: 4 }}
        slotProps={{
          select: { native: true },
          htmlInput: { 'aria-label': t(kind === 'label' ? 'records.chosen' : 'labeling.skipWhy') },
        }}
      >
        <option value="" />
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </TextField>
    </ConfirmWide>
  );
}
