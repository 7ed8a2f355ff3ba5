import { effectFilters } from '@jeoul/shared/labeling/contract';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { ListPage } from '../../../../components/page/list-page.tsx';
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
    <ListPage
      crumbs={[{ label: t('reviews.effects') }]}
      action={
        <Segmented
          label={t('reviews.effectsFilter')}
          value={filter}
          options={effectFilters.map((value) => ({ value, label: t(`reviews.filter.${value}`) }))}
          onChange={(show) => void navigate({ search: { show }, replace: true })}
        />
      }
      opened={chosen ? <EffectPanel effect={chosen} /> : null}
      hint={t('reviews.chooseEffect')}
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
          <EmptyState icon={EyeOff} title={t(`reviews.effectsEmpty.${filter}`)} body={t('reviews.effectsEmptyBody')} />
        }
      />
    </ListPage>
  );
}
