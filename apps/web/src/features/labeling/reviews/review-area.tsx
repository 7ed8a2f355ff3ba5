import type { SkipReason } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { SkipPanel } from '../answer/skip-panel.tsx';
import { type LabelIndex, nameOf } from '../labels/label-index.ts';
import type { HeldTask } from '../work/work-state.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { ActionBar } from './action-bar.tsx';
import { EscalatePanel } from './escalate-panel.tsx';
import { LabelRows } from './label-rows.tsx';
import { ReviewHead } from './review-head.tsx';
import type { ReviewDesk } from './use-review-desk.ts';

/** Whose the bars are and what they come to; while marking, what is being marked. */
function Caption({ desk, index }: { desk: ReviewDesk; index: LabelIndex }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { prediction, mode, focusedKey } = desk;
  const label = focusedKey === null ? undefined : index.byKey.get(focusedKey);
  if (mode === 'marking' && label) {
    return <Box sx={{ color: 'celadon.main' }}>{t('reviews.markingOf', { label: nameOf(label, locale) })}</Box>;
  }
  if (prediction === null) return <Box sx={{ color: 'text.disabled' }}>{t('reviews.noModel')}</Box>;
  const found = prediction.proposed?.length ?? 0;
  return (
    <Box sx={{ color: 'violet.main' }}>
      {`${t('reviews.modelSays', { number: prediction.modelNumber })}: `}
      {found === 0 ? t('labeling.nothingWrong') : t('reviews.modelFinds', { count: found })}
    </Box>
  );
}

type ReviewAreaProps = {
  held: HeldTask;
  desk: ReviewDesk;
  index: LabelIndex;
  revealed: string | null;
  onReveal: (() => void) | null;
  pulls: React.ComponentProps<typeof ReviewHead>['pulls'];
  onSkip: (reason: SkipReason) => void;
};

/** The review and the answer being made to it. Everything has its place and keeps it, whatever is shown there. */
export function ReviewArea({ held, desk, index, revealed, onReveal, pulls, onSkip }: ReviewAreaProps) {
  return (
    <Box sx={{ position: 'relative', minHeight: 1, px: 9, pb: 6 }}>
      <Box sx={{ maxWidth: 880 }}>
        <ReviewHead held={held} desk={desk} revealed={revealed} onReveal={onReveal} pulls={pulls} />
        <Box sx={{ display: 'flex', alignItems: 'center', height: 34, fontSize: 12, fontWeight: 600 }}>
          <Caption desk={desk} index={index} />
        </Box>
        <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
          <LabelRows desk={desk} index={index} />
        </Box>
        <ActionBar desk={desk} />
      </Box>
      {desk.mode === 'skip' ? <SkipPanel onSkip={onSkip} onClose={desk.closePanel} /> : null}
      {desk.mode === 'escalate' ? (
        <EscalatePanel key={held.task.taskId} onSend={desk.passUp} onClose={desk.closePanel} />
      ) : null}
    </Box>
  );
}
