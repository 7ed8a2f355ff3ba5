import { Box, Button } from '@mui/material';
import { Link } from '@tanstack/react-router';
import { AppWindow, CircleCheck, CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Key } from '../../../components/key.tsx';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { answerRowHeight } from '../answer/answer-row.tsx';
import { columnRows } from '../answer/work-view.ts';
import type { SendFailure } from '../outbox/send-failure.ts';
import type { Tally, WorkState } from './work-state.ts';

/** The shape of what is about to appear, in its place. */
function Skeleton() {
  const { t } = useTranslation();
  const block = { borderRadius: 0.5, bgcolor: 'ground.key' } as const;
  return (
    <Box role="status" aria-label={t('common.loading')} sx={{ px: 9, maxWidth: 952 }}>
      <Box sx={{ height: 148, pt: 15 }}>
        <Box sx={{ ...block, width: 280, height: 26 }} />
        <Box sx={{ ...block, width: 360, height: 12, mt: 4 }} />
      </Box>
      <Box sx={{ height: 39 }} />
      {Array.from({ length: columnRows }, (_, row) => (
        <Box key={row} sx={{ height: answerRowHeight, borderBottom: 1, borderColor: 'divider', pt: 3 }}>
          <Box sx={{ ...block, width: `${70 - row * 6}%`, height: 12 }} />
        </Box>
      ))}
    </Box>
  );
}

/** Nothing is left to decide: why, what was done, and where to go on. */
function Drained({ tally }: { tally: Tally }) {
  const { t } = useTranslation();
  const format = useFormat();
  const waiting = tally.waiting ?? 0;
  const rest =
    waiting > 0
      ? t('labeling.emptyElsewhere', { count: waiting, shown: format.count(waiting) })
      : t('labeling.emptyAll');
  const today =
    tally.decided > 0 ? t('labeling.emptyToday', { count: tally.decided, shown: format.count(tally.decided) }) : '';
  return (
    <EmptyState
      icon={CircleCheck}
      title={t('labeling.emptyTitle')}
      body={`${today} ${rest}`.trim()}
      action={
        <Button component={Link} to="/queues">
          {t('labeling.toQueues')}
        </Button>
      }
    />
  );
}

type WorkRestProps = { work: WorkState | null; trouble: SendFailure | null; onRetry: () => void };

/** The middle of the page while no task is under the hand. */
export function WorkRest({ work, trouble, onRetry }: WorkRestProps) {
  const { t } = useTranslation();
  if (trouble !== null && work) {
    const isUnreachable = trouble === 'unreachable' || trouble === 'signed-out';
    const body = trouble === 'forbidden' ? 'labeling.forbidden' : 'labeling.claimFailedBody';
    return (
      <EmptyState
        icon={CloudOff}
        title={t(isUnreachable ? 'labeling.waitingForNetworkTitle' : 'labeling.claimFailedTitle')}
        body={t(isUnreachable ? 'labeling.waitingForNetworkBody' : body)}
        action={<Button onClick={onRetry}>{t('common.retry')}</Button>}
      />
    );
  }
  return work?.isDrained ? <Drained tally={work.tally} /> : <Skeleton />;
}

/** In a window whose person works in another one. */
export function WorkElsewhere({ onTake }: { onTake: () => void }) {
  const { t } = useTranslation();
  useHotkeys([{ id: 'labeling.continueHere', combo: 'Enter', label: t('labeling.continueHere'), run: onTake }]);
  return (
    <EmptyState
      icon={AppWindow}
      title={t('labeling.elsewhereTitle')}
      body={t('labeling.elsewhereBody')}
      action={
        <Button onClick={onTake}>
          {t('labeling.continueHere')} <Key combo="Enter" />
        </Button>
      }
    />
  );
}
