import { Button } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWide } from '../../../components/confirm-wide.tsx';
import { notify } from '../../../lib/notices.ts';
import { trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useReadAgain } from './use-deliveries.ts';

/** Sends all dead deliveries again, after saying how many they are. Shows nothing while there are none. */
export function RetryAll() {
  const { t } = useTranslation();
  const format = useFormat();
  const readAgain = useReadAgain();
  const [isAsked, setAsked] = useState(false);
  const { data: touched } = useQuery(trpc.platform.deliveries.previewRetry.queryOptions());
  const retry = useMutation(trpc.platform.deliveries.retryDead.mutationOptions({ onSettled: readAgain }));
  if (!touched || touched.deliveries === 0) return null;
  const number = format.count(touched.deliveries);
  const confirm = async () => {
    const { retried } = await retry.mutateAsync();
    notify({ text: t('platform.retriedAll', { count: retried }) });
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setAsked(true)}>
        {t('platform.retryAll')}
      </Button>
      {isAsked ? (
        <ConfirmWide
          title={t('platform.retryAllTitle')}
          touches={[
            {
              label: t('platform.retryTouches'),
              value: touched.isMore ? t('platform.countOver', { number }) : number,
            },
            { label: t('platform.retryEndpoints'), value: format.count(touched.endpoints) },
          ]}
          note={t('platform.retryNote')}
          confirmLabel={t('platform.retryAll')}
          onConfirm={confirm}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
