import { deliveryStates } from '@jeoul/shared/platform/webhooks';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ListPage } from '../../../components/page/list-page.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useDeliveryColumns } from './delivery-columns.tsx';
import { DeliveryPanel } from './delivery-panel.tsx';
import { RetryAll } from './retry-all.tsx';
import { useDeliveries } from './use-deliveries.ts';

const route = getRouteApi('/console/deliveries');

/** What the marketplace's other systems are told of effects: what waits, what arrived, and what was given up and why. */
export function DeliveriesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/deliveries' });
  const { state = 'dead', delivery: chosenId } = route.useSearch();
  const columns = useDeliveryColumns();
  const { deliveries, ...list } = useDeliveries(state);
  const chosen = deliveries.find(({ id }) => id === chosenId);
  return (
    <ListPage
      crumbs={[{ label: t('platform.deliveries') }]}
      figures={
        <Segmented
          label={t('platform.state')}
          value={state}
          options={deliveryStates.map((value) => ({ value, label: t(`platform.stateName.${value}`) }))}
          onChange={(value) => void navigate({ search: { state: value }, replace: true })}
        />
      }
      action={<RetryAll />}
      opened={chosen ? <DeliveryPanel delivery={chosen} /> : null}
      hint={t('platform.choose')}
    >
      <DataTable
        label={t('platform.deliveriesList')}
        columns={columns}
        rows={deliveries}
        rowId={({ id }) => id}
        isLoading={list.isPending || list.isFetchingNextPage}
        error={list.isError && !list.data ? list.error : undefined}
        onRetry={() => void list.refetch()}
        onNeedMore={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        onOpen={({ id }) => void navigate({ search: (search) => ({ ...search, delivery: id }), replace: true })}
        startsActive
        empty={<EmptyState icon={Send} title={t(`platform.empty.${state}`)} body={t('platform.emptyBody')} />}
      />
    </ListPage>
  );
}
