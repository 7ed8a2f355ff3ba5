import { effectFilters } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { KeyBar } from '../../../../components/key-bar.tsx';
import { Columns } from '../../../../components/page/columns.tsx';
import { Page } from '../../../../components/page/page.tsx';
import { Segmented } from '../../../../components/segmented.tsx';
import { DataTable } from '../../../../components/table/data-table.tsx';
import { useEffectColumns } from './effect-columns.tsx';
import { EffectPanel } from './effect-panel.tsx';
import { useEffects } from './use-effects.ts';

const route = getRouteApi('/console/effects');

/** What is masked, hidden or blinded, until when, and what authors hold against it. */
export function EffectsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/effects' });
  const { show: filter = 'open', effect: chosenId } = route.useSearch();
  const columns = useEffectColumns();
  const { effects, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEffects(filter);
  const chosen = effects.find(({ id }) => id === chosenId);
  const needMore = hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined;
  return (
    <Page
      crumbs={[{ label: t('reviews.effects') }]}
      action={
        <Segmented
          label={t('reviews.effectsFilter')}
          value={filter}
          options={effectFilters.map((value) => ({ value, label: t(`reviews.filter.${value}`) }))}
          onChange={(show) => void navigate({ search: { show }, replace: true })}
        />
      }
      footer={
        <KeyBar
          entries={[
            { combo: 'Enter', label: t('labeling.open'), isMain: true },
            { combo: 'KeyJ', label: t('common.nextRow') },
            { combo: 'KeyK', label: t('common.previousRow') },
          ]}
        />
      }
    >
      <Columns
        evidence={
          chosen ? (
            <EffectPanel effect={chosen} />
          ) : (
            <Box sx={{ p: 5, color: 'text.secondary' }}>{t('reviews.chooseEffect')}</Box>
          )
        }
      >
        <DataTable
          label={t('reviews.effects')}
          columns={columns}
          rows={effects}
          rowId={({ id }) => id}
          isLoading={isPending}
          error={error}
          onRetry={() => void refetch()}
          onNeedMore={needMore}
          onOpen={({ id }) => void navigate({ search: (search) => ({ ...search, effect: id }), replace: true })}
          startsActive
          empty={
            <EmptyState
              icon={EyeOff}
              title={t(`reviews.effectsEmpty.${filter}`)}
              body={t('reviews.effectsEmptyBody')}
            />
          }
        />
      </Columns>
    </Page>
  );
}
