import { Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
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
      <MessagePage title={i18next.t('shell.crashedTitle')} body={i18next.t('shell.crashedBody')}>
        <Button variant="contained" color="primary" onClick={() => location.reload()}>
          {i18next.t('common.retry')}
        </Button>
      </MessagePage>
    );
  }
}
