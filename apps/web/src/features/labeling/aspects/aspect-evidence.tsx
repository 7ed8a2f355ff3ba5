import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { Guideline } from '../evidence/guideline.tsx';
import { Quiet, Section } from '../evidence/section.tsx';
import { type LabelIndex, nameOf } from '../labels/label-index.ts';
import { Escalation, useReviewEvidence } from '../reviews/review-evidence.tsx';
import type { HeldTask } from '../work/work-state.ts';
import { PolaritySign } from './polarity-sign.tsx';
import type { AspectDesk } from './use-aspect-desk.ts';

/** Each chosen label with the words that show it, violet as long as it is the model's word. */
function Quotes({ desk, index }: { desk: AspectDesk; index: LabelIndex }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { draft, item, isVeiled } = desk;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
      {draft.labels.map(({ labelKey, polarity = 'neutral', spans = [] }) => {
        const label = index.byKey.get(labelKey);
        const isModels = draft.untouched.includes(labelKey);
        return (
          <li key={labelKey}>
            <Box sx={{ display: 'flex', gap: 1.5, color: isModels ? 'violet.main' : 'celadon.main', fontWeight: 600 }}>
              <PolaritySign polarity={polarity} />
              <span>{`${label ? nameOf(label, locale) : labelKey} ${t(`aspects.polarity.${polarity}`)}`}</span>
            </Box>
            <Box
              aria-hidden={isVeiled}
              sx={{ color: 'text.secondary', overflowWrap: 'anywhere', ...(isVeiled ? { filter: 'blur(6px)' } : {}) }}
            >
              {spans.length === 0 ? (
                <Quiet>{t('aspects.noEvidence')}</Quiet>
              ) : (
                <bdi>{spans.map(({ start, end }) => `‘${item.text.slice(start, end)}’`).join(' ')}</bdi>
              )}
            </Box>
          </li>
        );
      })}
    </Box>
  );
}

type AspectEvidenceProps = { held: readonly HeldTask[]; desk: AspectDesk | null; index: LabelIndex };

/** What helps to judge beside the words: the rule of the label in focus, and what has been said so far with its words. */
export function AspectEvidence({ held, desk, index }: AspectEvidenceProps) {
  const { t } = useTranslation();
  const evidence = useReviewEvidence(held);
  if (desk === null) return null;
  const label = desk.focusedKey === null ? undefined : index.byKey.get(desk.focusedKey);
  return (
    <Box sx={{ p: 5, pt: 4, pb: 4 }}>
      {evidence?.data?.escalation ? <Escalation escalation={evidence.data.escalation} /> : null}
      <Guideline index={index} label={label} minHeight={96} isWithFamily />
      <Section title={t('aspects.said')} minHeight={96}>
        {desk.draft.labels.length === 0 ? <Quiet>{t('aspects.nothing')}</Quiet> : <Quotes desk={desk} index={index} />}
      </Section>
    </Box>
  );
}
