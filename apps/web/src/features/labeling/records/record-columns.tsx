import type { ListedDecision, ListedTask } from '@jeoul/shared/labeling/lists';
import { Box } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ModelChip, PersonChip, ToneChip } from '../../../components/chips.tsx';
import { listColumns } from '../../../components/table/table-features.ts';
import { visiblePieces } from '../../../components/text/segments.ts';
import { VisiblePieces } from '../../../components/text/visible-text.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import { VeiledCell } from '../reviews/veiled-text.tsx';

type Names = (labelKey: string) => string;
type Item = Pick<
  ListedTask,
  'text' | 'storeName' | 'district' | 'weeklyOrders' | 'predictedLabelKey' | 'probability' | 'labelKey'
>;
type Veils = (row: Item) => boolean;

const end = { align: 'end' } as const;

/** The columns both lists have: the item, its store, and what the model said of it. */
function useItemCells(nameOf: Names, isVeiled: Veils) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      text: (row: Item) => (
        <VeiledCell isVeiled={isVeiled(row)}>
          <VisiblePieces pieces={visiblePieces(row.text)} />
        </VeiledCell>
      ),
      predicted: (row: Item) =>
        row.predictedLabelKey === null ? (
          <Box sx={{ color: 'text.disabled' }}>{t('labeling.noPrediction')}</Box>
        ) : (
          <ModelChip title={nameOf(row.predictedLabelKey)}>{nameOf(row.predictedLabelKey)}</ModelChip>
        ),
      probability: (row: Item) => (
        <Box component="span" sx={{ color: 'violet.main' }}>
          {row.probability === null || row.predictedLabelKey === null ? '' : format.percent(row.probability)}
        </Box>
      ),
      moment: (at: string | null) => (at === null ? '' : <span title={format.moment(at)}>{format.ago(at)}</span>),
      count: format.count,
    }),
    [t, format, nameOf, isVeiled],
  );
}

const task = listColumns<ListedTask>();

export function useTaskColumns(nameOf: Names, isVeiled: Veils) {
  const { t } = useTranslation();
  const cells = useItemCells(nameOf, isVeiled);
  return useMemo(
    () => [
      task.display({
        id: 'text',
        header: t('records.item'),
        meta: { isWide: true },
        cell: ({ row }) => cells.text(row.original),
      }),
      task.display({ id: 'store', header: t('records.store'), size: 126, cell: ({ row }) => row.original.storeName }),
      task.display({
        id: 'district',
        header: t('records.district'),
        size: 76,
        cell: ({ row }) => row.original.district,
      }),
      task.display({
        id: 'state',
        header: t('records.state'),
        size: 80,
        cell: ({ row: { original } }) => (
          <ToneChip
            tone={original.state === 'deferred' ? 'amber' : 'neutral'}
            {...(original.holder === null ? {} : { title: t('records.heldBy', { name: original.holder }) })}
          >
            {t(`records.stateName.${original.state}`)}
          </ToneChip>
        ),
      }),
      task.display({
        id: 'predicted',
        header: t('records.predicted'),
        size: 116,
        cell: ({ row }) => cells.predicted(row.original),
      }),
      task.display({
        id: 'probability',
        header: t('records.probability'),
        size: 68,
        meta: { ...end, sortKey: 'probability' },
        cell: ({ row }) => cells.probability(row.original),
      }),
      task.display({
        id: 'chosen',
        header: t('records.chosen'),
        size: 116,
        cell: ({ row: { original } }) =>
          original.labelKey === null ? null : (
            <PersonChip title={original.decidedBy ?? nameOf(original.labelKey)}>{nameOf(original.labelKey)}</PersonChip>
          ),
      }),
      task.display({
        id: 'orders',
        header: t('records.orders'),
        size: 76,
        meta: end,
        cell: ({ row }) => cells.count(row.original.weeklyOrders),
      }),
      task.display({
        id: 'priority',
        header: t('records.priority'),
        size: 84,
        meta: { ...end, sortKey: 'priority' },
        cell: ({ row }) => row.original.priority.toFixed(3),
      }),
      task.display({
        id: 'created',
        header: t('records.created'),
        size: 92,
        meta: { sortKey: 'created' },
        cell: ({ row }) => cells.moment(row.original.createdAt),
      }),
    ],
    [t, cells, nameOf],
  );
}

const decision = listColumns<ListedDecision>();
const kindTones = {
  accepted: 'neutral',
  corrected: 'celadon',
  skipped: 'amber',
  escalated: 'persimmon',
  undone: 'neutral',
} as const;

export function useDecisionColumns(nameOf: Names, isVeiled: Veils) {
  const { t } = useTranslation();
  const format = useFormat();
  const cells = useItemCells(nameOf, isVeiled);
  return useMemo(
    () => [
      decision.display({
        id: 'text',
        header: t('records.item'),
        meta: { isWide: true },
        cell: ({ row }) => cells.text(row.original),
      }),
      decision.display({
        id: 'store',
        header: t('records.store'),
        size: 126,
        cell: ({ row }) => row.original.storeName,
      }),
      decision.display({
        id: 'district',
        header: t('records.district'),
        size: 76,
        cell: ({ row }) => row.original.district,
      }),
      decision.display({
        id: 'kind',
        header: t('records.kind'),
        size: 92,
        cell: ({ row: { original } }) => (
          <ToneChip tone={kindTones[original.kind]}>{t(`records.kindName.${original.kind}`)}</ToneChip>
        ),
      }),
      decision.display({
        id: 'predicted',
        header: t('records.predicted'),
        size: 116,
        cell: ({ row }) => cells.predicted(row.original),
      }),
      decision.display({
        id: 'probability',
        header: t('records.probability'),
        size: 76,
        meta: end,
        cell: ({ row }) => cells.probability(row.original),
      }),
      decision.display({
        id: 'chosen',
        header: t('records.chosen'),
        size: 116,
        cell: ({ row: { original } }) =>
          original.labelKey === null ? null : <PersonChip>{nameOf(original.labelKey)}</PersonChip>,
      }),
      decision.display({ id: 'by', header: t('records.by'), size: 84, cell: ({ row }) => row.original.decidedBy }),
      decision.display({
        id: 'duration',
        header: t('records.duration'),
        size: 76,
        meta: end,
        cell: ({ row }) => format.duration(row.original.durationMs / 1000),
      }),
      decision.display({
        id: 'decided',
        header: t('records.decided'),
        size: 92,
        meta: { sortKey: 'decided' },
        cell: ({ row }) => cells.moment(row.original.decidedAt),
      }),
    ],
    [t, format, cells, nameOf],
  );
}
