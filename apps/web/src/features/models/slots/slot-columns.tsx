import { Box, LinearProgress } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ToneChip } from '../../../components/chips.tsx';
import { listColumns } from '../../../components/table/table-features.ts';
import type { SlotView } from '../model-types.ts';
import { isUnderWay } from '../run-state.ts';
import { useModelFormat } from '../use-model-format.ts';
import { VerdictChip } from '../verdict-chip.tsx';

const column = listColumns<SlotView>();
const quiet = { color: 'text.disabled' } as const;

function Accuracy({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  if (!slot.champion) return null;
  const { accuracy, rows } = slot.champion.metrics;
  if (rows === 0) return <Box sx={quiet}>{t('models.notTested')}</Box>;
  return (
    <>
      <Box component="b" sx={{ fontWeight: 600 }}>
        {format.score(accuracy)}
      </Box>
      <Box component="span" sx={{ ...quiet, ml: 2 }}>
        {t('models.heldOut', { count: rows, shown: format.count(rows) })}
      </Box>
    </>
  );
}

/** How many resolutions are still missing for the next run, as a bar of people's work. */
function NextRun({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { resolutionsSinceDataSet: given, nextRunAfter: target } = slot;
  if (target === 0) return <Box sx={quiet}>{t('models.onDemand')}</Box>;
  const text = t('models.ofTarget', { given: format.count(given), target: format.count(target) });
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
      <LinearProgress
        variant="determinate"
        color="primary"
        value={Math.min(100, (given / target) * 100)}
        aria-label={t('models.column.next')}
        aria-valuetext={text}
        sx={{ width: 96, flex: 'none', bgcolor: 'divider' }}
      />
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {text}
      </Box>
    </Box>
  );
}

function RunState({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { run } = slot;
  if (!run) return <Box sx={quiet}>{t('models.run.never')}</Box>;
  if (!isUnderWay(run)) {
    const isBad = run.state === 'failed';
    return (
      <Box sx={isBad ? { color: 'rose.main' } : quiet} title={run.error ?? undefined}>
        {t(`models.runState.${run.state}`)} {run.finishedAt ? format.ago(run.finishedAt) : null}
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, color: 'violet.main' }}>
      <LinearProgress
        variant="determinate"
        color="secondary"
        value={run.fraction * 100}
        aria-label={t('models.run.progress')}
        sx={{ width: 64, flex: 'none', bgcolor: 'divider' }}
      />
      {run.state === 'running' ? format.percent(run.fraction) : t('models.run.queued')}
    </Box>
  );
}

/** The columns of the list of slots. */
export function useSlotColumns() {
  const { t } = useTranslation();
  const format = useModelFormat();
  return useMemo(
    () =>
      column.columns([
        column.accessor((slot) => format.name(slot), {
          id: 'slot',
          header: t('models.column.slot'),
          cell: ({ row: { original: slot } }) => (
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
              <Box sx={{ fontWeight: 600 }}>{format.name(slot)}</Box>
              {slot.waiting ? <VerdictChip state="needsPerson" /> : null}
            </Box>
          ),
          meta: { isWide: true },
        }),
        column.display({
          id: 'live',
          header: t('models.column.live'),
          size: 88,
          cell: ({ row: { original: slot } }) =>
            slot.champion ? (
              <ToneChip tone="violet">{format.version(slot.champion.number)}</ToneChip>
            ) : (
              <Box sx={quiet}>{t('models.noChampion')}</Box>
            ),
        }),
        column.display({
          id: 'accuracy',
          header: t('models.column.accuracy'),
          size: 150,
          cell: ({ row: { original: slot } }) => <Accuracy slot={slot} />,
        }),
        column.display({
          id: 'since',
          header: t('models.column.since'),
          size: 96,
          cell: ({ row: { original: slot } }) =>
            slot.champion?.liveSince ? (
              <Box sx={{ color: 'text.secondary' }} title={format.moment(slot.champion.liveSince)}>
                {format.ago(slot.champion.liveSince)}
              </Box>
            ) : null,
        }),
        column.display({
          id: 'next',
          header: t('models.column.next'),
          size: 216,
          cell: ({ row: { original: slot } }) => <NextRun slot={slot} />,
        }),
        column.display({
          id: 'run',
          header: t('models.column.run'),
          size: 150,
          cell: ({ row: { original: slot } }) => <RunState slot={slot} />,
        }),
      ]),
    [t, format],
  );
}
