import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { HomeCardFrame, HomeCardRow, HomeCardSkeleton } from '../../components/home-card.tsx';
import { ListFailure } from '../../components/table/list-failure.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';

const shownHash = 12;

/** What an administrator looks after: the audit chain's newest link, and where accounts are made. */
export function AuditCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, isPending, refetch } = useQuery(trpc.platform.auditHead.queryOptions());
  return (
    <HomeCardFrame title={t('home.administration')}>
      {isPending ? <HomeCardSkeleton rows={1} /> : null}
      {error ? <ListFailure error={error} onRetry={() => void refetch()} /> : null}
      {isPending || error ? null : (
        <HomeCardRow>
          <Box sx={{ flex: 1, py: 2 }}>
            <Box sx={{ fontWeight: 600 }}>{t('home.audit')}</Box>
            <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('home.auditHint')}</Box>
          </Box>
          <Box sx={{ textAlign: 'right' }}>
            {t('home.auditLinks', { shown: format.count(Number(data?.seq ?? 0)) })}
            {data ? (
              <Box sx={{ fontSize: 11, fontFamily: 'monospace', color: 'text.secondary' }} title={data.hash}>
                {data.hash.slice(0, shownHash)}
              </Box>
            ) : null}
          </Box>
        </HomeCardRow>
      )}
      <HomeCardRow>
        <Box sx={{ py: 2 }}>
          <Box sx={{ fontWeight: 600 }}>{t('home.accounts')}</Box>
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('home.accountsHint')}</Box>
        </Box>
      </HomeCardRow>
    </HomeCardFrame>
  );
}
