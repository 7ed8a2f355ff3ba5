import type { SkipReason } from '@jeoul/shared/labeling/contract';
import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import type { Combo } from '../../../lib/hotkeys/combo.ts';
import { keepFocus } from '../../../lib/keep-focus.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { SkipPanel } from '../answer/skip-panel.tsx';
import { type LabelIndex, nameOf } from '../labels/label-index.ts';
import { EscalatePanel } from '../reviews/escalate-panel.tsx';
import { ReviewFacts } from '../reviews/review-head.tsx';
import type { HeldTask } from '../work/work-state.ts';
import type { AspectFamily } from './aspect-families.ts';
import { AspectRows } from './aspect-rows.tsx';
import { AspectText } from './aspect-text.tsx';
import type { AspectDesk } from './use-aspect-desk.ts';

/** Room for four lines: a longer review scrolls in it, and nothing below ever moves. */
const textHeight = 152;

/** A key with what it does, to be pressed by mouse too. */
function Act({ combo, label, onPress }: { combo: Combo; label: string; onPress: () => void }) {
  return (
    <ButtonBase
      onClick={onPress}
      onMouseDown={keepFocus}
      sx={{ gap: 1.5, ml: 3, fontSize: 12, borderRadius: '4px', color: 'text.secondary' }}
    >
      <Key combo={combo} />
      {label}
    </ButtonBase>
  );
}

/** What the model proposes and how much of it is accepted; while marking, what is being marked. */
function Caption({ desk, index }: { desk: AspectDesk; index: LabelIndex }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { prediction, mode, focusedKey, draft, marked } = desk;
  const label = focusedKey === null ? undefined : index.byKey.get(focusedKey);
  const isChosen = draft.labels.some(({ labelKey }) => labelKey === focusedKey);
  if (marked !== null || (mode === 'marking' && !isChosen)) {
    return <Box sx={{ color: 'celadon.main' }}>{t('aspects.markedFirst')}</Box>;
  }
  if (mode === 'marking' && label) {
    return <Box sx={{ color: 'celadon.main' }}>{t('reviews.markingOf', { label: nameOf(label, locale) })}</Box>;
  }
  if (prediction === null) return <Box sx={{ color: 'text.disabled' }}>{t('reviews.noModel')}</Box>;
  const count = prediction.proposed?.length ?? 0;
  const waiting = draft.untouched.length;
  return (
    <>
      <Box sx={{ color: 'violet.main' }}>
        {`${t('reviews.modelSays', { number: prediction.modelNumber })}: `}
        {count === 0 ? t('aspects.nothing') : t('aspects.modelFinds', { count })}
      </Box>
      {waiting === 0 ? null : <Act combo="KeyA" label={t('aspects.acceptOne')} onPress={desk.acceptOne} />}
      {waiting === 0 || waiting === draft.labels.length ? null : (
        <Act
          combo="Shift+Enter"
          label={t('aspects.giveAccepted')}
          onPress={() => desk.give({ isOnlyAccepted: true })}
        />
      )}
    </>
  );
}

/** Under the text: what has become of the lease, and the keys that are about the words. */
function TextFoot({ held, desk }: { held: HeldTask; desk: AspectDesk }) {
  const { t } = useTranslation();
  const { mode, word, words, isVeiled } = desk;
  const isMarking = mode === 'marking';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, height: 32, whiteSpace: 'nowrap' }}>
      {held.isLost ? (
        <Box component="span" role="alert" sx={{ color: 'persimmon.main' }}>
          {t('labeling.lost')}
        </Box>
      ) : null}
      {isMarking ? (
        <Box component="span" role="status" sx={{ color: 'celadon.main' }}>
          {t('reviews.markingHint', { at: Math.min(word + 1, words.length), count: words.length })}
        </Box>
      ) : null}
      <ButtonBase
        onClick={isMarking ? desk.toggleWord : desk.toggleVeil}
        onMouseDown={keepFocus}
        sx={{ gap: 1.5, ml: 'auto', borderRadius: '4px', color: 'text.secondary' }}
      >
        <Key combo="Space" />
        {t(isMarking ? 'reviews.markWord' : isVeiled ? 'reviews.veilLift' : 'reviews.veilDrop')}
      </ButtonBase>
    </Box>
  );
}

type AspectAreaProps = {
  held: HeldTask;
  desk: AspectDesk;
  families: readonly AspectFamily[];
  index: LabelIndex;
  onSkip: (reason: SkipReason) => void;
};

/** The review and the answer being made to it. Everything has its place and keeps it, whatever is shown there. */
export function AspectArea({ held, desk, families, index, onSkip }: AspectAreaProps) {
  return (
    <Box sx={{ position: 'relative', minHeight: 1, px: 9, pb: 6, pt: 5 }}>
      <Box sx={{ maxWidth: 880 }}>
        <ReviewFacts item={desk.item} />
        <Box
          component="section"
          aria-label={desk.item.name}
          sx={{
            height: textHeight,
            overflow: 'auto',
            display: 'flex',
            flexDirection: 'column',
            p: '6px 3px',
            mx: '-3px',
          }}
        >
          <AspectText desk={desk} />
        </Box>
        <TextFoot held={held} desk={desk} />
        <Box sx={{ display: 'flex', alignItems: 'center', height: 34, fontSize: 12, fontWeight: 600 }}>
          <Caption desk={desk} index={index} />
        </Box>
        <AspectRows desk={desk} families={families} />
      </Box>
      {desk.mode === 'skip' ? <SkipPanel onSkip={onSkip} onClose={desk.closePanel} /> : null}
      {desk.mode === 'escalate' ? (
        <EscalatePanel key={held.task.taskId} onSend={desk.passUp} onClose={desk.closePanel} />
      ) : null}
    </Box>
  );
}
