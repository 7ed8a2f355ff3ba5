import { Box, LinearProgress } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '../../components/page/crumbs.tsx';

/** A page on its way: the header's line is already where it will be, and a thin bar runs along it. */
export function PendingPage() {
  const { t } = useTranslation();
  return (
    <Box aria-busy sx={{ height: '100%' }}>
      <Crumbs crumbs={[]} />
      <Box sx={{ height: 55, borderBottom: 1, borderColor: 'divider' }} />
      <LinearProgress aria-label={t('common.loading')} sx={{ height: 2, mt: '-2px', bgcolor: 'transparent' }} />
    </Box>
  );
}
