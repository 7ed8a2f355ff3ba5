import { Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { t } from 'i18next';
import { MessagePage } from '../shell/pages/message-page.tsx';

/** The last net: what goes wrong outside any route still ends in a page with words on it. */
export class RootErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <MessagePage title={t('shell.crashedTitle')} body={t('shell.crashedBody')}>
        <Button variant="contained" color="primary" onClick={() => location.reload()}>
          {t('common.retry')}
        </Button>
      </MessagePage>
    );
  }
}
