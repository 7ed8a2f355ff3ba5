import type { LabelView } from '@jeoul/shared/labeling/contract';
import { Box, ButtonBase } from '@mui/material';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import { Spans } from '../../../components/text/spans.tsx';
import { keepFocus } from '../../../lib/keep-focus.ts';
import { useFormat } from '../../../lib/use-format.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { useLabelName } from '../labels/label-path.tsx';
import type { Similar } from '../similar/use-similar.tsx';
import type { HeldTask } from '../work/work-state.ts';
import { Guideline } from './guideline.tsx';
import { Quiet, Section } from './section.tsx';
import { RelatedList } from './related-list.tsx';
import { useRelated, useSpans } from './use-evidence.ts';

type EvidenceProps = {
  queueKey: string;
  held: readonly HeldTask[];
  index: LabelIndex;
  /** The answer in focus: what the reasons and the guideline are about. */
  labelKey: string | null;
  /** What waits that is like the task under the hand. */
  waiting: Similar['count'];
  onSimilar: () => void;
};

type WhyProps = { queueKey: string; held: HeldTask; label: LabelView | undefined };

function Why({ queueKey, held, label }: WhyProps) {
  const { t } = useTranslation();
  const spans = useSpans({ queueKey, held, labelKey: label?.isLeaf ? label.key : null });
  if (held.task.prediction === null) return <Quiet>{t('labeling.whyNoModel')}</Quiet>;
  if (!label) return <Quiet>{t('labeling.whyNoLabel')}</Quiet>;
  // The model knows labels, not the families they stand in.
  if (!label.isLeaf) return <Quiet>{t('labeling.whyFamily')}</Quiet>;
  if (spans?.length === 0) return <Quiet>{t('labeling.whyNothing')}</Quiet>;
  return (
    <Box sx={{ fontSize: 15, lineHeight: 1.9 }}>
      <Spans text={held.task.item.name} spans={spans ?? []} hasNumbers />
    </Box>
  );
}

/** How many of the similar items wait to be decided, with the key that decides them alike. */
function Waiting({ waiting, onSimilar }: Pick<EvidenceProps, 'waiting' | 'onSimilar'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!waiting || waiting.tasks === 0) return null;
  const words = { count: waiting.tasks, shown: format.count(waiting.tasks) };
  return (
    <ButtonBase
      onClick={onSimilar}
      onMouseDown={keepFocus}
      sx={{ ml: 'auto', gap: 1.5, borderRadius: '4px', color: 'text.secondary', whiteSpace: 'nowrap' }}
    >
      {t(waiting.isCapped ? 'similar.waitingMore' : 'similar.waiting', words)}
      <Key combo="KeyG" />
    </ButtonBase>
  );
}

/** What speaks for the answer in focus and against it: the name's own words, the rule, items like it, its store. */
export const Evidence = memo(function Evidence({ queueKey, held, index, labelKey, ...similar }: EvidenceProps) {
  const { t } = useTranslation();
  const labelName = useLabelName(index);
  const related = useRelated(queueKey, held);
  const [current] = held;
  if (!current) return null;
  const label = labelKey === null ? undefined : index.byKey.get(labelKey);
  return (
    <Box sx={{ p: 5, pt: 4, pb: 4 }}>
      <Section
        title={t('labeling.why')}
        minHeight={57}
        note={
          label?.isLeaf && current.task.prediction ? (
            <Box
              component="span"
              sx={{
                color: 'violet.main',
                fontSize: 11,
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              }}
            >
              {t('labeling.whyOf', { label: labelName(label.key) })}
            </Box>
          ) : null
        }
      >
        <Why queueKey={queueKey} held={current} label={label} />
      </Section>
      <Guideline index={index} label={label} minHeight={78} />
      {related?.isError ? (
        <Box sx={{ color: 'text.secondary' }}>{t('labeling.evidenceFailed')}</Box>
      ) : (
        <>
          <Section title={t('labeling.similar')} note={<Waiting {...similar} />}>
            <RelatedList items={related?.data?.similar} none={t('labeling.similarNone')} index={index} />
          </Section>
          <Section title={t('labeling.store')}>
            <RelatedList items={related?.data?.sameStore} none={t('labeling.storeNone')} index={index} />
          </Section>
        </>
      )}
    </Box>
  );
});
