import { Box, Button, LinearProgress } from '@mui/material';
import { type RunError, runErrors } from '@jeoul/shared/models/contract';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { describeError } from '../../../lib/error-text.ts';
import { useIsPermitted } from '../../../lib/me.tsx';
import { notify } from '../../../lib/notices.ts';
import { trpc } from '../../../lib/trpc.ts';
import type { RunView, SlotView } from '../model-types.ts';
import { isUnderWay } from '../run-state.ts';
import { sentenceWords } from '../sentence-words.tsx';
import { useModelFormat } from '../use-model-format.ts';
import { useStartRun } from '../use-start-run.ts';
import { LossChart } from './loss-chart.tsx';

const stages = ['freeze', 'features', 'fit', 'calibrate', 'evaluate', 'done'] as const;
type Stage = (typeof stages)[number];

function isStage(stage: string | null): stage is Stage {
  return stages.some((known) => known === stage);
}

/** How the newest run stands, in a few words. */
function RunHeadline({ run }: { run: RunView | null }) {
  const { t } = useTranslation();
  if (run === null) return t('models.run.never');
  if (run.isCancelRequested && isUnderWay(run)) return t('models.run.cancelling');
  if (run.state === 'queued' && run.error !== null) return t('models.run.retrying', { attempt: run.attempts });
  if (run.state !== 'succeeded') return t(`models.run.${run.state}`);
  return run.madeNumber === null ? (
    t('models.run.succeededPlain')
  ) : (
    <Trans i18nKey="models.run.succeeded" values={{ number: run.madeNumber }} components={sentenceWords} />
  );
}

/** Why a run failed: in the page's words where it is known, else as the worker said it. */
function useRunErrorText(): (error: string) => string {
  const { t } = useTranslation();
  return (error) => {
    const code = runErrors.find((known): known is RunError => known === error);
    return code ? t(`models.run.error.${code}`) : error;
  };
}

function useRunFacts(run: RunView | null): string {
  const { t } = useTranslation();
  const format = useModelFormat();
  if (run === null) return '';
  const facts: string[] = [t(run.isByPerson ? 'models.run.byPerson' : 'models.run.byItself')];
  if (run.startedAt && run.finishedAt) {
    const seconds = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
    facts.push(t('models.run.took', { duration: format.duration(seconds) }), format.when(run.finishedAt));
  }
  return facts.join(' · ');
}

/** A run under way: where it is and how long it will still take. */
function RunProgress({ run }: { run: RunView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const stage = isStage(run.stage) ? t(`models.run.stage.${run.stage}`) : '';
  const remaining =
    run.remainingSeconds === null ? '' : t('models.run.remaining', { duration: format.duration(run.remainingSeconds) });
  return (
    <Meter
      tone="secondary"
      label={t('models.run.progress')}
      fraction={run.state === 'queued' ? 0 : run.fraction}
      left={run.state === 'queued' ? t('models.run.queued') : `${format.percent(run.fraction)} · ${stage}`}
      right={remaining}
    />
  );
}

/** Between runs: how many resolutions are still missing for the next one. */
function NextRun({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { resolutionsSinceDataSet: given, nextRunAfter: target } = slot;
  const shown = format.count(given);
  if (target === 0) {
    return <Box sx={{ color: 'text.secondary' }}>{t('models.run.nextOff', { shown })}</Box>;
  }
  return (
    <Meter
      tone="primary"
      label={t('models.run.next')}
      fraction={given / target}
      left={t(given >= target ? 'models.run.nextFull' : 'models.run.next')}
      right={t('models.ofTarget', { given: shown, target: format.count(target) })}
    />
  );
}

/** What is live may know less than what was trained last: a run counts from the last data set, promoted or not. */
function ChampionBehind({ slot: { champion, resolutionsSinceDataSet } }: { slot: SlotView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  if (champion === null || champion.unlearned <= resolutionsSinceDataSet) return null;
  const { number, unlearned: count } = champion;
  return (
    <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
      {t('models.run.championBehind', { number, count, shown: format.count(count) })}
    </Box>
  );
}

type MeterProps = { tone: 'primary' | 'secondary'; label: string; fraction: number; left: ReactNode; right: ReactNode };

function Meter({ tone, label, fraction, left, right }: MeterProps) {
  return (
    <Box>
      <LinearProgress
        variant="determinate"
        color={tone}
        value={Math.min(100, fraction * 100)}
        aria-label={label}
        sx={{ height: 6, borderRadius: '3px', bgcolor: 'divider' }}
      />
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          gap: 4,
          mt: 1.5,
          fontSize: 12,
          color: 'text.secondary',
        }}
      >
        <Box component="span">{left}</Box>
        <Box component="span" sx={{ fontWeight: 500, color: 'text.primary' }}>
          {right}
        </Box>
      </Box>
    </Box>
  );
}

function RunButton({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const start = useStartRun();
  const cancel = useMutation(
    trpc.models.cancel.mutationOptions({
      onSuccess: () => notify({ text: t('models.cancelAsked') }),
      onError: (error) => notify({ text: describeError(error).text, tone: 'harm' }),
      onSettled: (_done, _error, _input, _result, { client }) =>
        client.invalidateQueries({ queryKey: trpc.models.slot.queryKey({ slotKey: slot.key }) }),
    }),
  );
  const { run } = slot;
  if (run && isUnderWay(run)) {
    return (
      <Button
        size="small"
        disabled={cancel.isPending || run.isCancelRequested}
        onClick={() => cancel.mutate({ runId: run.id })}
      >
        {t('models.action.cancelRun')}
      </Button>
    );
  }
  if (run?.state !== 'failed') return null;
  return (
    <Button size="small" disabled={start.isPending} onClick={() => start.mutate({ slotKey: slot.key })}>
      {t('models.action.retryRun')}
    </Button>
  );
}

/** The slot's training: the run under way or the last one, its loss, and what is missing for the next. Always as tall. */
export function RunPanel({ slot }: { slot: SlotView }) {
  const isPermitted = useIsPermitted();
  const facts = useRunFacts(slot.run);
  const errorText = useRunErrorText();
  const { run } = slot;
  const isGoingOn = run !== null && isUnderWay(run);
  const isBad = run?.state === 'failed';
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        gap: 8,
        minHeight: run === null ? 0 : 144,
      }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, minHeight: 26 }}>
          <Box sx={{ fontWeight: 600, color: isBad ? 'rose.main' : isGoingOn ? 'violet.main' : 'text.primary' }}>
            <RunHeadline run={run} />
          </Box>
          <Box sx={{ ml: 'auto' }}>{isPermitted('model:train') ? <RunButton slot={slot} /> : null}</Box>
        </Box>
        <Box sx={{ fontSize: 12, color: 'text.disabled' }}>{facts}</Box>
        <Box sx={{ maxHeight: 48, overflow: 'auto', fontSize: 12, color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {run?.error ? errorText(run.error) : null}
        </Box>
        <Box sx={{ height: 8 }} />
        {isGoingOn ? <RunProgress run={run} /> : <NextRun slot={slot} />}
        <ChampionBehind slot={slot} />
      </Box>
      {run === null ? null : <LossChart losses={run.losses} />}
    </Box>
  );
}
