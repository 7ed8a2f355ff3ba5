import { Box } from '@mui/material';
import { useMemo, useState } from 'react';
import { ModelChip, PersonChip } from '../../src/components/chips.tsx';
import { EmptyState } from '../../src/components/empty-state.tsx';
import { ColumnPicker } from '../../src/components/table/column-picker.tsx';
import { DataTable } from '../../src/components/table/data-table.tsx';
import { FilterChips } from '../../src/components/table/filter-chips.tsx';
import { parseSort } from '../../src/components/table/sort.ts';
import { listColumns } from '../../src/components/table/table-features.ts';

type Dish = { id: string; name: string; label: string; isByPerson: boolean; orders: number };

const names = ['반반치킨', '로제떡볶이 2인 세트', '아아 벤티', '들기름 막국수', '크로플+아메리카노'];
const labels = ['치킨 › 반반', '분식 › 떡볶이', '음료 › 커피', '면 › 막국수', '디저트 › 와플'];
const dishes: readonly Dish[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: `dish-${index}`,
  name: `${names[index % names.length]} ${index + 1}`,
  label: labels[index % labels.length] ?? '',
  isByPerson: index % 3 === 0,
  orders: (index * 7_919) % 5_000,
}));

const helper = listColumns<Dish>();
const columns = helper.columns([
  helper.accessor('name', { header: '메뉴', meta: { isWide: true } }),
  helper.accessor('label', {
    header: '분류',
    size: 160,
    cell: ({ row, getValue }) =>
      row.original.isByPerson ? <PersonChip>{getValue()}</PersonChip> : <ModelChip>{getValue()}</ModelChip>,
  }),
  helper.accessor('orders', { header: '주문', size: 100, meta: { align: 'end', sortKey: 'orders' } }),
]);

function sorted(sort: string | undefined): readonly Dish[] {
  const order = parseSort(sort);
  if (order === null) return dishes;
  return dishes.toSorted((a, b) => (order.isDescending ? b.orders - a.orders : a.orders - b.orders));
}

function toggled(all: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return all.has(id) ? new Set([...all].filter((other) => other !== id)) : new Set([...all, id]);
}

/** A list of ten thousand, with order, columns, filters and selection as a page would hold them. */
export function SampleList() {
  const [sort, setSort] = useState<string | undefined>();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState('');
  const rows = useMemo(() => sorted(sort), [sort]);
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 3, mb: 2 }}>
        <FilterChips
          chips={[
            { id: 'a', text: '주문 10건 이상', onRemove: () => undefined },
            { id: 'b', text: '모델이 판단한 것', onRemove: () => undefined },
          ]}
          onClear={() => undefined}
        />
        <Box sx={{ ml: 'auto' }}>
          <ColumnPicker
            columns={[
              { id: 'label', label: '분류' },
              { id: 'orders', label: '주문' },
            ]}
            hidden={hidden}
            onChange={setHidden}
          />
        </Box>
      </Box>
      <Box sx={{ height: 264, border: 1, borderColor: 'divider' }}>
        <DataTable
          label="메뉴"
          columns={columns}
          rows={rows}
          rowId={(dish) => dish.id}
          sort={sort}
          onSort={setSort}
          hiddenColumns={hidden}
          empty={<EmptyState title="비어 있음" />}
          onOpen={(dish) => setOpened(dish.name)}
          selectedIds={selected}
          onSelect={(dish) => setSelected(toggled(selected, dish.id))}
        />
      </Box>
      <output data-testid="opened">{opened}</output>
    </Box>
  );
}
