import { Box, useMediaQuery } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ColumnPicker } from '../../../components/table/column-picker.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { sizes } from '../../../theme/tokens.ts';
import type { SlotView, VersionRow } from '../model-types.ts';
import { Section } from '../section.tsx';
import { useVersionColumns } from './version-columns.tsx';

const pageSize = 50;
const rowsInSight = 12;
/** Left out where there is no room for them; the version's own page has them all. */
const hiddenWhenNarrow = ['ece', 'trainSeconds', 'sizeBytes', 'createdAt'];

/** A slot's versions, newest first, read as the list is scrolled. */
export function useVersions(slotKey: string) {
  return useInfiniteQuery(
    trpc.models.versions.infiniteQueryOptions(
      { slotKey, limit: pageSize },
      {
        initialCursor: null,
        getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.number),
      },
    ),
  );
}

/** Wide enough for every difference; the long intervals of the first small tests may be cut, or they would dwarf the rest. */
function tableReach(rows: readonly VersionRow[]): number {
  return 1.4 * Math.max(0, ...rows.map((row) => Math.abs(row.difference ?? 0)));
}

/** Every model the slot ever had: what became of it, how good it was, beside what, and what it learned from. */
export function VersionsTable({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/models/$slotKey' });
  const { hide } = useSearch({ from: '/console/models/$slotKey' });
  const isNarrow = useMediaQuery('(max-width: 1679px)');
  const hidden = hide ?? (isNarrow ? hiddenWhenNarrow : []);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useVersions(slot.key);
  const rows = useMemo(() => data?.pages.flat() ?? [], [data]);
  const reach = useMemo(() => tableReach(rows), [rows]);
  const columns = useVersionColumns({ champion: slot.champion, waiting: slot.waiting, reach });
  const height = rows.length === 0 ? 200 : (Math.min(rows.length, rowsInSight) + 1) * sizes.row + 20;
  return (
    <Section title={t('models.versions.title')}>
      <Box sx={{ position: 'absolute', right: 28, mt: -10 }}>
        <ColumnPicker
          columns={columns.map((column) => ({ id: String(column.id), label: String(column.header) }))}
          hidden={hidden}
          onChange={(next) => void navigate({ search: (before) => ({ ...before, hide: next }), replace: true })}
        />
      </Box>
      <Box style={{ height }} sx={{ '--list-edge': '8px' }}>
        <DataTable
          label={t('models.versions.title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          hiddenColumns={hidden}
          isLoading={isPending || isFetchingNextPage}
          error={error}
          onRetry={() => void refetch()}
          onNeedMore={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
          onOpen={(row) =>
            void navigate({ to: '/models/$slotKey/$number', params: { slotKey: slot.key, number: row.number } })
          }
          empty={
            <EmptyState icon={History} title={t('models.versions.emptyTitle')} body={t('models.versions.emptyBody')} />
          }
        />
      </Box>
    </Section>
  );
}
