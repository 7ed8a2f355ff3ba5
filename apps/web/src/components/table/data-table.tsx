import { Box } from '@mui/material';
import { type RowData, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sizes } from '../../theme/tokens.ts';
import { HiddenText } from '../hidden-text.tsx';
import { ColumnHeader } from './column-header.tsx';
import { DataRow } from './data-row.tsx';
import { ListFailure } from './list-failure.tsx';
import { features, type ListColumn } from './table-features.ts';
import { useRowKeys } from './use-row-keys.ts';

type DataTableProps<Row extends RowData> = {
  /** What the list is of, for those who hear the page. */
  label: string;
  columns: readonly ListColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The order in the address (`parseSort`), and where to put another. */
  sort?: string | undefined;
  onSort?: (sort: string | undefined) => void;
  /** Ids of the columns not shown, from the address. */
  hiddenColumns?: readonly string[];
  isLoading?: boolean;
  error?: unknown;
  onRetry?: () => void;
  /** An `EmptyState` that says why the list is empty and what to do. */
  empty: ReactNode;
  /** Called near the end of what is there, when there is more to fetch. */
  onNeedMore?: (() => void) | undefined;
  onOpen?: (row: Row) => void;
  /** The first row is active from the start, so that Enter opens it. */
  startsActive?: boolean;
  selectedIds?: ReadonlySet<string>;
  onSelect?: (row: Row) => void;
};

const rowsBeforeEnd = 20;
const skeletonRows = Array.from({ length: 12 }, (_, index) => index);
const none: ReadonlySet<string> = new Set();

/**
 * A list of any length: only the rows in sight are in the page. The address owns order, filters and columns; the table
 * draws them. `j k` move, `o` opens, `x` selects.
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, sort, onSort, hiddenColumns, isLoading, error, onRetry, empty } = props;
  const { onNeedMore, onOpen, startsActive = false, selectedIds = none, onSelect } = props;
  const { t } = useTranslation();
  const domId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(startsActive ? 0 : -1);

  const columnVisibility = useMemo(
    () => Object.fromEntries((hiddenColumns ?? []).map((id) => [id, false])),
    [hiddenColumns],
  );
  const table = useTable({ features, columns, data: rows, getRowId: rowId, state: { columnVisibility } });
  const modelRows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: modelRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.row,
    overscan: 12,
    scrollPaddingStart: sizes.row,
  });
  const inSight = virtualizer.getVirtualItems();
  const lastInSight = inSight.at(-1)?.index ?? -1;
  useEffect(() => {
    if (onNeedMore && lastInSight >= 0 && lastInSight >= modelRows.length - rowsBeforeEnd) onNeedMore();
  }, [lastInSight, modelRows.length, onNeedMore]);

  const onRow = (act: ((row: Row) => void) | undefined) =>
    act &&
    ((index: number) => {
      const row = modelRows[index];
      if (row !== undefined) act(row.original);
    });
  useRowKeys({
    count: modelRows.length,
    active: Math.min(active, modelRows.length - 1),
    onMove: (index) => {
      setActive(index);
      virtualizer.scrollToIndex(index);
    },
    onOpen: onRow(onOpen),
    onSelect: onRow(onSelect),
  });

  const pressed = useRef<(index: number) => void>(() => undefined);
  useLayoutEffect(() => {
    pressed.current = (index) => {
      setActive(index);
      onRow(onOpen)?.(index);
    };
  });
  const press = useCallback((index: number) => pressed.current(index), []);

  const headers = table.getHeaderGroups().at(-1)?.headers ?? [];
  const template = headers
    .map(({ column }) => (column.columnDef.meta?.isWide ? 'minmax(160px, 1fr)' : `${column.getSize()}px`))
    .join(' ');
  if (error) return <ListFailure error={error} onRetry={onRetry} />;
  if (!isLoading && rows.length === 0) return empty;
  return (
    <>
      <Box
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={onNeedMore ? -1 : modelRows.length + 1}
        aria-busy={isLoading ?? false}
        aria-activedescendant={active >= 0 ? `${domId}-${active}` : undefined}
        tabIndex={0}
        sx={{
          '--list-columns': template,
          height: 1,
          overflow: 'auto',
          fontSize: 12,
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        <Box
          role="row"
          aria-rowindex={1}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'var(--list-columns)',
            height: sizes.row,
            position: 'sticky',
            top: 0,
            zIndex: 1,
            bgcolor: 'ground.paper',
            borderBottom: 1,
            borderColor: 'divider',
            color: 'text.secondary',
            '& > :first-of-type > *': { paddingLeft: 'var(--list-edge, 20px)' },
            '& > :last-of-type > *': { paddingRight: 'var(--list-edge, 20px)' },
          }}
        >
          {headers.map((header) => (
            <ColumnHeader key={header.id} notes={header.column.columnDef.meta} sort={sort} onSort={onSort}>
              <table.FlexRender header={header} />
            </ColumnHeader>
          ))}
        </Box>
        {isLoading && rows.length === 0
          ? skeletonRows.map((index) => (
              <Box
                key={index}
                aria-hidden
                sx={{ height: sizes.row, borderBottom: 1, borderColor: 'divider', px: 3, py: 2.5 }}
              >
                <Box
                  sx={{ height: 10, width: `${30 + ((index * 17) % 45)}%`, borderRadius: 0.5, bgcolor: 'ground.key' }}
                />
              </Box>
            ))
          : null}
        <Box role="rowgroup" style={{ height: virtualizer.getTotalSize() }} sx={{ position: 'relative' }}>
          {inSight.map((item) => {
            const row = modelRows[item.index];
            if (row === undefined) return null;
            return (
              <DataRow
                key={row.id}
                row={row}
                columns={columns}
                template={template}
                domId={`${domId}-${item.index}`}
                index={item.index}
                start={item.start}
                isActive={item.index === active}
                isSelected={selectedIds.has(row.id)}
                canSelect={onSelect !== undefined}
                canOpen={onOpen !== undefined}
                onPress={press}
              />
            );
          })}
        </Box>
      </Box>
      <Box role="status">{isLoading && rows.length > 0 ? <HiddenText>{t('common.loading')}</HiddenText> : null}</Box>
    </>
  );
}
