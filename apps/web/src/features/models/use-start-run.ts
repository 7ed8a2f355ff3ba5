import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../lib/error-text.ts';
import { notify } from '../../lib/notices.ts';
import { trpc } from '../../lib/trpc.ts';

/** Starts a run, says so, and words a refusal. */
export function useStartRun() {
  const { t } = useTranslation();
  return useMutation(
    trpc.models.train.mutationOptions({
      onSuccess: () => notify({ text: t('models.started') }),
      onError: (error) => notify({ text: describeError(error).text, tone: 'harm' }),
      onSettled: (_run, _error, { slotKey }, _result, { client }) =>
        client.invalidateQueries({ queryKey: trpc.models.slot.queryKey({ slotKey }) }),
    }),
  );
}
