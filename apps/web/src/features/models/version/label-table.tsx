import { Box } from '@mui/material';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tags } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { parseSort } from '../../../components/table/sort.ts';
import { listColumns } from '../../../components/table/table-features.ts';
import { sizes } from '../../../theme/tokens.ts';
import type { VersionView } from '../model-types.ts';
import { Section } from '../section.tsx';
import { useModelFormat } from '../use-model-format.ts';
import type { LabelNames } from '../use-slot-labels.ts';
import { type LabelRow, labelRows, leastTested, sortedLabels } from './label-rows.ts';

const column = listColumns<LabelRow>();
const rowsInSight = 14;

/** A rate of the model as a bar and a number. */
function Rate({ value, text }: { value: number; text: string }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 42px', alignItems: 'center', gap: 2 }}>
      <Box aria-hidden sx={{ height: 6, borderRadius: '2px', bgcolor: 'ground.key', overflow: 'hidden' }}>
        <Box style={{ width: `${value * 100}%` }} sx={{ height: 1, bgcolor: 'violet.main', opacity: 0.85 }} />
      </Box>
      <Box sx={{ textAlign: 'right' }}>{text}</Box>
    </Box>
  );
}

function useLabelColumns(labels: LabelNames) {
  const { t } = useTranslation();
  const format = useModelFormat();
  return useMemo(() => {
    const rate = (id: 'precision' | 'recall' | 'f1') =>
      column.accessor(id, {
        header: t(`models.column.${id}`),
        cell: ({ row: { original } }) =>
          original.support === 0 && id !== 'precision' ? (
            '–'
          ) : (
            <Rate value={original[id]} text={format.score(original[id])} />
          ),
        meta: { isWide: true, sortKey: id },
      });
    const count = (id: 'support' | 'learned') =>
      column.accessor(id, {
        header: t(`models.column.${id}`),
        size: 76,
        cell: ({ getValue }) => format.count(getValue()),
        meta: { align: 'end', sortKey: id },
      });
    return column.columns([
      column.accessor('labelKey', {
        header: t('models.column.label'),
        size: 200,
        cell: ({ getValue }) => <span title={labels.path(getValue())}>{labels.path(getValue())}</span>,
      }),
      rate('precision'),
      rate('recall'),
      rate('f1'),
      count('support'),
      count('learned'),
    ]);
  }, [t, format, labels]);
}

/** How well each label is found, the worst first; the order is in the address. */
export function LabelTable({ version, labels }: { version: VersionView; labels: LabelNames }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/models/$slotKey/$number' });
  const { sort } = useSearch({ from: '/console/models/$slotKey/$number' });
  const columns = useLabelColumns(labels);
  const rows = useMemo(
    () => sortedLabels(labelRows(version.metrics.perLabel, version.dataSet?.labelCounts ?? {}), parseSort(sort)),
    [version, sort],
  );
  const height = rows.length === 0 ? 160 : (Math.min(rows.length, rowsInSight) + 1) * sizes.row + 20;
  return (
    <Section
      title={t('models.page.labels')}
      small={sort === undefined ? t('models.page.labelsSmall', { least: leastTested }) : null}
    >
      <Box style={{ height }} sx={{ '--list-edge': '8px' }}>
        <DataTable
          label={t('models.page.labels')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.labelKey}
          sort={sort}
          onSort={(next) => void navigate({ search: (before) => ({ ...before, sort: next }), replace: true })}
          empty={<EmptyState icon={Tags} title={t('models.page.labelsNone')} />}
        />
      </Box>
    </Section>
  );
}
