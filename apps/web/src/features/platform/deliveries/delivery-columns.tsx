import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ToneChip, type Tone } from '../../../components/chips.tsx';
import { listColumns } from '../../../components/table/table-features.ts';
import { useFormat } from '../../../lib/use-format.ts';
import type { Delivery } from './use-deliveries.ts';
import { useReasonText } from './use-reason-text.ts';

const column = listColumns<Delivery>();
const tones: Record<Delivery['state'], Tone> = {
  waiting: 'amber',
  delivered: 'neutral',
  dead: 'rose',
  withdrawn: 'neutral',
};

/** The columns of the list of deliveries. */
export function useDeliveryColumns() {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  return useMemo(
    () =>
      column.columns([
        column.accessor('event', {
          header: t('platform.event'),
          size: 150,
          cell: (cell) => t(`platform.eventName.${cell.getValue()}`),
        }),
        column.accessor('url', { header: t('platform.to'), meta: { isWide: true } }),
        column.accessor('state', {
          header: t('platform.state'),
          size: 90,
          cell: (cell) => (
            <ToneChip tone={tones[cell.getValue()]}>{t(`platform.stateName.${cell.getValue()}`)}</ToneChip>
          ),
        }),
        column.accessor('attempts', {
          header: t('platform.attempts'),
          size: 80,
          meta: { align: 'end' },
          cell: (cell) => format.count(cell.getValue()),
        }),
        column.display({
          id: 'why',
          header: t('platform.why'),
          size: 240,
          cell: (cell) => reasonText(cell.row.original),
        }),
        column.accessor('createdAt', {
          header: t('platform.created'),
          size: 120,
          cell: (cell) => <span title={format.moment(cell.getValue())}>{format.ago(cell.getValue())}</span>,
        }),
      ]),
    [t, format, reasonText],
  );
}
