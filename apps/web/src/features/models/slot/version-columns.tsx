import { Box } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listColumns } from '../../../components/table/table-features.ts';
import { gainTone } from '../gain-tone.ts';
import type { SlotView, VersionRow } from '../model-types.ts';
import { useModelFormat } from '../use-model-format.ts';
import { useReasonText } from '../use-reason-text.ts';
import { VerdictChip } from '../verdict-chip.tsx';
import { verdictState } from '../verdict-state.ts';
import { Whisker } from '../whisker.tsx';

const column = listColumns<VersionRow>();

type VersionColumnsInput = Pick<SlotView, 'champion' | 'waiting'> & { reach: number };

function DifferenceCell({ row, reach }: { row: VersionRow; reach: number }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { difference, low, high, championNumber } = row;
  if (difference === null || low === null || high === null || championNumber === null) return null;
  const points = format.points(difference);
  const label = format.version(championNumber);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 60px 32px', alignItems: 'center', columnGap: 2 }}>
      <Whisker
        value={difference}
        low={low}
        high={high}
        reach={reach}
        label={t('models.whisker', { label, points, low: format.points(low), high: format.points(high) })}
      />
      <Box sx={{ textAlign: 'right', fontWeight: 600, color: gainTone(difference), whiteSpace: 'nowrap' }}>
        {format.pointsWithUnit(difference)}
      </Box>
      <Box sx={{ color: 'text.disabled', fontSize: 11 }}>{label}</Box>
    </Box>
  );
}

/** The columns of a slot's versions. */
export function useVersionColumns({ champion, waiting, reach }: VersionColumnsInput) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const reasonText = useReasonText();
  return useMemo(() => {
    const figure = (id: 'accuracy' | 'macroF1' | 'ece', size: number) =>
      column.accessor(id, {
        header: t(`models.column.${id}`),
        size,
        cell: ({ row: { original } }) => (original.heldOutRows === 0 ? '–' : format.score(original[id])),
        meta: { align: 'end' },
      });
    return column.columns([
      column.accessor('number', {
        header: t('models.column.number'),
        size: 60,
        cell: ({ getValue }) => <Box sx={{ color: 'violet.main', fontWeight: 600 }}>{format.version(getValue())}</Box>,
      }),
      column.accessor('verdict', {
        header: t('models.column.verdict'),
        size: 128,
        cell: ({ row: { original } }) => <VerdictChip state={verdictState(original, { champion, waiting })} />,
      }),
      column.accessor('reason', {
        header: t('models.column.reason'),
        cell: ({ getValue }) => <Box sx={{ color: 'text.secondary' }}>{reasonText(getValue())}</Box>,
        meta: { isWide: true },
      }),
      figure('accuracy', 76),
      column.display({
        id: 'difference',
        header: t('models.column.difference'),
        size: 204,
        cell: ({ row: { original } }) => <DifferenceCell row={original} reach={reach} />,
      }),
      figure('macroF1', 84),
      figure('ece', 84),
      column.display({
        id: 'rows',
        header: t('models.column.rows'),
        size: 124,
        cell: ({ row: { original } }) =>
          original.trainCount === null
            ? null
            : `${format.count(original.trainCount)} / ${format.count(original.testCount ?? 0)}`,
        meta: { align: 'end' },
      }),
      column.accessor('trainSeconds', {
        header: t('models.column.trainSeconds'),
        size: 90,
        cell: ({ getValue }) => format.duration(getValue()),
        meta: { align: 'end' },
      }),
      column.accessor('sizeBytes', {
        header: t('models.column.size'),
        size: 84,
        cell: ({ getValue }) => format.bytes(getValue()),
        meta: { align: 'end' },
      }),
      column.accessor('createdAt', {
        header: t('models.column.created'),
        size: 104,
        cell: ({ getValue }) => (
          <Box sx={{ color: 'text.secondary' }} title={format.moment(getValue())}>
            {format.ago(getValue())}
          </Box>
        ),
        meta: { align: 'end' },
      }),
    ]);
  }, [t, format, reasonText, champion, waiting, reach]);
}
