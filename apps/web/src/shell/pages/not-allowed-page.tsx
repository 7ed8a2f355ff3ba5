import type { Permission } from '@jeoul/shared/access/permissions';
import { Button } from '@mui/material';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/me.tsx';
import { MessagePage } from './message-page.tsx';

export function NotAllowedPage({ permission }: { permission: Permission }) {
  const { t } = useTranslation();
  const { role } = useMe();
  return (
    <MessagePage
      title={t('access.notAllowedTitle')}
      body={t('access.notAllowedBody', {
        role: t(`access.role.${role}`),
        permission: t(`access.permission.${permission}`),
      })}
    >
      <Button component={Link} to="/" variant="contained" color="primary">
        {t('shell.goHome')}
      </Button>
    </MessagePage>
  );
}
