import { Button } from '@mui/material';
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../lib/error-text.ts';
import { EmptyState } from '../empty-state.tsx';

/** In the place of a list or card that could not be loaded: what happened, and the way to try again. */
export function ListFailure({ error, onRetry }: { error: unknown; onRetry: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { text, requestId, isUnreachable } = describeError(error);
  return (
    <EmptyState
      icon={CloudOff}
      title={t(isUnreachable ? 'shell.unreachableTitle' : 'common.loadFailed')}
      body={requestId ? `${text} ${t('shell.requestNumber', { id: requestId })}` : text}
      action={onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    />
  );
}
