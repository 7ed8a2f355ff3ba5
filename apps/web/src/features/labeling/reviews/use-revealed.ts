import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPermitted, useMe } from '../../../lib/me.tsx';
import { notify } from '../../../lib/notices.ts';
import { trpcClient } from '../../../lib/trpc.ts';

/** A review's text with its personal data, once asked for; never kept anywhere but here, and gone with its task. */
export function useRevealed(taskId: string | null) {
  const { t } = useTranslation();
  const { id: asUserId } = useMe();
  const mayReveal = useIsPermitted()('personal-data:read');
  const [revealed, setRevealed] = useState<{ taskId: string; text: string } | null>(null);
  const reveal = async () => {
    if (taskId === null) return;
    try {
      const { text } = await trpcClient.labeling.reviews.reveal.mutate({ taskId, asUserId });
      setRevealed({ taskId, text });
    } catch {
      notify({ text: t('reviews.personalFailed'), tone: 'harm' });
    }
  };
  return { text: revealed?.taskId === taskId ? (revealed?.text ?? null) : null, mayReveal, reveal };
}
