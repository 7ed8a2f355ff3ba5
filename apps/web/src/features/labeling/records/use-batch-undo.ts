import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../../lib/error-text.ts';
import { ExternalStore, useStore } from '../../../lib/external-store.ts';
import { notify } from '../../../lib/notices.ts';
import { trpc, trpcClient } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';

type Batch = { queueKey: string; batchId: string };

/** The newest batch of this session that was not taken back; it outlives its notice and a look at another page. */
const lastBatch = new ExternalStore<Batch | null>(null);

/** Takes the queue's last batch back as one; null while there is none. `done` says that a batch was just done. */
export function useBatchUndo(queueKey: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const last = useStore(lastBatch);
  const undo = async (batch: Batch): Promise<void> => {
    // One press is one undo, also when the next comes before the answer.
    lastBatch.update((known) => (known?.batchId === batch.batchId ? null : known));
    try {
      const { undone, tooLate } = await trpcClient.labeling.lists.undoBatch.mutate({ batchId: batch.batchId });
      const words = { undone: format.count(undone), tooLate: format.count(tooLate) };
      notify({ text: t(tooLate > 0 ? 'records.batch.undonePartly' : 'records.batch.undone', words) });
    } catch (error) {
      lastBatch.update((known) => known ?? batch);
      notify({
        text: describeError(error).text,
        tone: 'harm',
        action: { label: t('common.retry'), run: () => void undo(batch) },
      });
    }
    await client.invalidateQueries({ queryKey: trpc.labeling.lists.pathKey() });
  };
  return {
    undoLast: last?.queueKey === queueKey ? () => void undo(last) : null,
    done: (batchId: string, decided: number) => {
      const batch = { queueKey, batchId };
      lastBatch.set(batch);
      notify({
        text: t('records.batch.done', { shown: format.count(decided) }),
        action: { label: t('common.undo'), run: () => void undo(batch) },
      });
    },
  };
}
