import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { HomeCardFrame, HomeCardRow, HomeCardSkeleton } from '../../components/home-card.tsx';
import { ListFailure } from '../../components/table/list-failure.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';

const figures = ['stores', 'menuItems', 'reviews'] as const;

/** How much the catalogue holds; for a store manager, what of it is theirs. */
export function CatalogCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, isPending, refetch } = useQuery(trpc.catalog.figures.queryOptions());
  const isWithoutStores = data?.isOwnStores === true && data.stores.rows === 0;
  return (
    <HomeCardFrame title={t(data?.isOwnStores ? 'home.ownStores' : 'home.catalog')}>
      {isPending ? <HomeCardSkeleton rows={1} /> : null}
      {error ? <ListFailure error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <HomeCardRow>
          {isWithoutStores ? (
            <Box sx={{ color: 'text.secondary', py: 2 }}>{t('home.noStores')}</Box>
          ) : (
            <Box component="dl" sx={{ m: 0, py: 2, display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 1 }}>
              {figures.map((name) => (
                <Box key={name} sx={{ display: 'flex', gap: 1.5 }}>
                  <Box component="dt" sx={{ color: 'text.secondary' }}>
                    {t(`home.figure.${name}`)}
                  </Box>
                  <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
                    {data[name].isEstimate
                      ? t('home.about', { shown: format.compact(data[name].rows) })
                      : format.count(data[name].rows)}
                  </Box>
                </Box>
              ))}
            </Box>
          )}
        </HomeCardRow>
      ) : null}
    </HomeCardFrame>
  );
}
