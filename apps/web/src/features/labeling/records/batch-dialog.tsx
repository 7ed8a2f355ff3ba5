import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SkipReason, skipReasons } from '@jeoul/shared/labeling/contract';
import { Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWide } from '../../../components/confirm-wide.tsx';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { trpc, trpcClient } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { usePathText } from '../labels/label-path.tsx';
import { SkipReasons } from '../answer/skip-reasons.tsx';
import { useBatchUndo } from './use-batch-undo.ts';

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
  const [labelKey, setLabelKey] = useState('');
  const [skipReason, setSkipReason] = useState<SkipReason | null>(null);
  // Made once a dialog, so that an answer lost on the way can be asked for again without doing anything twice.
  const [batchId] = useState(() => crypto.randomUUID());
  const preview = useQuery({
    queryKey: ['records', 'preview', queueKey, taskIds],
    queryFn: () => trpcClient.labeling.lists.previewBatch.mutate({ queueKey, taskIds: [...taskIds] }),
    gcTime: 0,
  });
  const touched = preview.data;
  const { done } = useBatchUndo(queueKey);
  const confirm = async () => {
    const { decided } = await trpcClient.labeling.lists.decideBatch.mutate({
      queueKey,
      batchId,
      taskIds: [...taskIds],
      labelKey: kind === 'label' ? labelKey : null,
      skipReason: kind === 'skip' ? skipReason : null,
    });
    done(batchId, decided);
    onDone();
    await client.invalidateQueries({ queryKey: trpc.labeling.lists.pathKey() });
  };
  const leaves = labels.labels.filter((label) => label.isLeaf);
  useHotkeys(
    skipReasons.map((reason, at) => ({
      id: `records.skip.${reason}`,
      combo: `Digit${at + 1}`,
      label: t(`labeling.skipReason.${reason}`),
      worksInDialog: true,
      isHidden: true,
      isDisabled: kind !== 'skip',
      run: () => setSkipReason(reason),
    })),
  );
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
      isReady={(kind === 'label' ? labelKey !== '' : skipReason !== null) && (touched?.tasks ?? 0) > 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      {kind === 'skip' ? (
        <Box role="group" aria-label={t('labeling.skipWhy')} sx={{ mt: 4 }}>
          <Box sx={{ fontWeight: 600, mb: 1 }}>{t('labeling.skipWhy')}</Box>
          <SkipReasons chosen={skipReason} onChoose={setSkipReason} />
        </Box>
      ) : (
        <TextField
          select
          size="small"
          fullWidth
          autoFocus
          value={labelKey}
          onChange={(event) => setLabelKey(event.target.value)}
          sx={{ mt: 4 }}
          slotProps={{ select: { native: true }, htmlInput: { 'aria-label': t('records.chosen') } }}
        >
          <option value="" />
          {leaves.map(({ key }) => (
            <option key={key} value={key}>
              {pathOf(key)}
            </option>
          ))}
        </TextField>
      )}
    </ConfirmWide>
  );
}
