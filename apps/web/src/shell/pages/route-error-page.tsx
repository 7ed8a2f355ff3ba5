import { Button } from '@mui/material';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError, isMissing } from '../../lib/error-text.ts';
import { NotAllowedError } from '../not-allowed-error.ts';
import { MessagePage } from './message-page.tsx';
import { NotAllowedPage } from './not-allowed-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** What a route shows when it can't be drawn; the frame around it stays. */
export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  useEffect(() => resetQueries(), [resetQueries]);
  if (error instanceof NotAllowedError) return <NotAllowedPage permission={error.permission} />;
  // What was there when the page was opened and is read again may be gone by now.
  if (isMissing(error)) return <NotFoundPage />;

  const { text, requestId, isUnreachable } = describeError(error);
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <MessagePage
      title={isUnreachable ? t('shell.unreachableTitle') : t('shell.crashedTitle')}
      body={text}
      detail={requestId ? t('shell.requestNumber', { id: requestId }) : undefined}
    >
      <Button variant="contained" color="primary" onClick={retry}>
        {t('common.retry')}
      </Button>
      <Button component={Link} to="/">
        {t('shell.goHome')}
      </Button>
    </MessagePage>
  );
}
