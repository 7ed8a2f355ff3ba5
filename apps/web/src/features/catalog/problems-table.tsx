import { describeProblem, type RowProblem } from '@jeoul/shared/catalog/problems';
import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ToneChip } from '../../components/chips.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { listColumns } from '../../components/table/table-features.ts';
import { visiblePieces } from '../../components/text/segments.ts';
import { VisiblePieces } from '../../components/text/visible-text.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { isUnderWay, type ImportReport } from './import-types.ts';

const column = listColumns<RowProblem>();

function useColumns() {
  const { t } = useTranslation();
  const { locale, count } = useFormat();
  return useMemo(
    () =>
      column.columns([
        column.accessor('line', {
          header: t('catalog.line'),
          size: 80,
          meta: { align: 'end' },
          cell: (cell) => count(cell.getValue()),
        }),
        column.accessor('severity', {
          header: t('catalog.severity'),
          size: 120,
          cell: (cell) => (
            <ToneChip tone={cell.getValue() === 'rejected' ? 'rose' : 'amber'}>
              {t(`catalog.severityName.${cell.getValue()}`)}
            </ToneChip>
          ),
        }),
        column.accessor('column', { header: t('catalog.column'), size: 120, cell: (cell) => cell.getValue() ?? '–' }),
        column.accessor('reason', {
          header: t('catalog.reason'),
          size: 380,
          cell: (cell) => {
            const text = describeProblem(cell.getValue(), locale);
            return <span title={text}>{text}</span>;
          },
        }),
        column.accessor('value', {
          header: t('catalog.value'),
          meta: { isWide: true },
          cell: (cell) => <VisiblePieces pieces={visiblePieces(cell.getValue() ?? '')} />,
        }),
      ]),
    [t, locale, count],
  );
}

/** The first problems of an import, each with where it is and why. */
export function ProblemsTable({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const empty = isUnderWay(report) ? (
    <EmptyState icon={CircleCheck} title={t('catalog.problemsYet')} />
  ) : (
    <EmptyState
      icon={CircleCheck}
      title={t('catalog.problemsNone')}
      {...(report.state === 'succeeded' ? { body: t('catalog.problemsNoneBody') } : {})}
    />
  );
  return (
    <DataTable
      label={t('catalog.problems')}
      columns={columns}
      rows={report.problems}
      rowId={(row) => `${row.line}:${row.column ?? ''}:${row.reason}`}
      empty={empty}
    />
  );
}
