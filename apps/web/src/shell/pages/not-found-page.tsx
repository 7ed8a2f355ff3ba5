import { Button } from '@mui/material';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MessagePage } from './message-page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <MessagePage title={t('shell.notFoundTitle')} body={t('shell.notFoundBody')} detail={location.pathname}>
      <Button component={Link} to="/" variant="contained" color="primary">
        {t('shell.goHome')}
      </Button>
    </MessagePage>
  );
}
