import { Box } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ToneChip } from '../../../../components/chips.tsx';
import { listColumns } from '../../../../components/table/table-features.ts';
import { useFormat } from '../../../../lib/use-format.ts';
import { useNow } from '../../../../lib/use-now.ts';
import type { Effect } from './use-effects.ts';

const column = listColumns<Effect>();

/** How long the clock still runs, or how it ended. */
function Clock({ effect }: { effect: Effect }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { endReason, endedAt, endsAt } = effect;
  if (endedAt !== null && endReason !== null) return t(`reviews.ended.${endReason}`);
  if (endsAt === null) return <Box sx={{ color: 'text.disabled' }}>{t('reviews.noEnd')}</Box>;
  const seconds = Math.max(0, (Date.parse(endsAt) - now.getTime()) / 1000);
  return (
    <Box component="span" title={t('reviews.endsAt', { moment: format.moment(endsAt) })} sx={{ color: 'amber.main' }}>
      {t('reviews.endsIn', { time: format.duration(seconds) })}
    </Box>
  );
}

function Objection({ effect }: { effect: Effect }) {
  const { t } = useTranslation();
  const { objection } = effect;
  if (objection === null) return null;
  return (
    <ToneChip tone={objection.state === 'open' ? 'persimmon' : 'neutral'}>
      {t(`reviews.objectionState.${objection.state}`)}
    </ToneChip>
  );
}

/** The columns of the list of effects. Of the reviews themselves it shows nothing: whoever wants to read opens one. */
export function useEffectColumns() {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      column.display({
        id: 'review',
        header: t('reviews.store'),
        meta: { isWide: true },
        cell: ({ row }) => row.original.storeName,
      }),
      column.display({
        id: 'action',
        header: t('reviews.actions'),
        size: 130,
        cell: ({ row }) => <ToneChip tone="rose">{t(`reviews.action.${row.original.action}`)}</ToneChip>,
      }),
      column.display({
        id: 'labels',
        header: t('reviews.reason'),
        size: 120,
        cell: ({ row }) => t(`reviews.reasons.${row.original.policyReason}`),
      }),
      column.display({
        id: 'until',
        header: t('reviews.until'),
        size: 160,
        cell: ({ row }) => <Clock effect={row.original} />,
      }),
      column.display({
        id: 'objection',
        header: t('reviews.objection'),
        size: 120,
        cell: ({ row }) => <Objection effect={row.original} />,
      }),
      column.display({
        id: 'started',
        header: t('reviews.since'),
        size: 140,
        cell: ({ row }) => <span title={row.original.decidedBy}>{format.moment(row.original.startedAt)}</span>,
      }),
    ],
    [t, format],
  );
}
