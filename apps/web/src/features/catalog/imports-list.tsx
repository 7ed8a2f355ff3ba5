import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/table/data-table.tsx';
import { listColumns } from '../../components/table/table-features.ts';
import { useLiveEvents } from '../../lib/live.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ImportStateChip } from './import-state-chip.tsx';
import type { ImportSummary } from './import-types.ts';

const column = listColumns<ImportSummary>();
const numbers = ['rowsRead', 'rowsCreated', 'rowsUpdated', 'rowsUnchanged', 'rowsRejected', 'rowsWarned'] as const;

function useColumns() {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () =>
      column.columns([
        column.accessor('fileName', { header: t('catalog.file'), meta: { isWide: true } }),
        column.accessor('kind', {
          header: t('catalog.kind'),
          size: 80,
          cell: (cell) => t(`catalog.kindName.${cell.getValue()}`),
        }),
        column.display({
          id: 'state',
          header: t('catalog.state'),
          size: 132,
          cell: (cell) => <ImportStateChip {...cell.row.original} />,
        }),
        ...numbers.map((name) =>
          column.accessor(name, {
            header: t(`catalog.${name}`),
            size: 92,
            meta: { align: 'end' },
            cell: (cell) => format.count(cell.getValue()),
          }),
        ),
        column.accessor('startedBy', {
          header: t('catalog.startedBy'),
          size: 110,
          cell: (cell) => cell.getValue() ?? t('catalog.command'),
        }),
        column.accessor('startedAt', {
          header: t('catalog.startedAt'),
          size: 130,
          cell: (cell) => <span title={format.moment(cell.getValue())}>{format.ago(cell.getValue())}</span>,
        }),
      ]),
    [t, format],
  );
}

/** Every import there was, from the newest. */
export function ImportsList({ empty }: { empty: ReactNode }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const navigate = useNavigate();
  const client = useQueryClient();
  const list = useInfiniteQuery(
    trpc.catalog.imports.infiniteQueryOptions({ limit: 50 }, { getNextPageParam: (page) => page.next ?? undefined }),
  );
  useLiveEvents((event) => {
    if (event.type === 'job' && event.name === 'import') {
      void client.invalidateQueries({ queryKey: trpc.catalog.imports.pathKey() });
    }
  });
  return (
    <DataTable
      label={t('catalog.list')}
      columns={columns}
      rows={list.data?.pages.flatMap((page) => page.imports) ?? []}
      rowId={(row) => row.id}
      isLoading={list.isPending || list.isFetchingNextPage}
      error={list.isError && !list.data ? list.error : undefined}
      onRetry={() => void list.refetch()}
      onNeedMore={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
      onOpen={(row) => void navigate({ to: '/imports/$importId', params: { importId: row.id } })}
      empty={empty}
    />
  );
}
