import type { ReviewEvidence as Evidence, ReviewHistory } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { Guideline } from '../evidence/guideline.tsx';
import { Quiet, Section } from '../evidence/section.tsx';
import type { LabelIndex } from '../labels/label-index.ts';
import type { HeldTask } from '../work/work-state.ts';
import type { ReviewDesk } from './use-review-desk.ts';

const freshMs = 60_000;

/** The evidence of the task under the hand; that of those to come is fetched ahead, so that it is there when they are. */
export function useReviewEvidence(held: readonly HeldTask[]) {
  const results = useQueries({
    queries: held.map(({ task }) => ({
      ...trpc.labeling.reviews.evidence.queryOptions({ taskId: task.taskId }),
      staleTime: freshMs,
    })),
  });
  return results[0];
}

function History({ history, countKey }: { history: ReviewHistory; countKey: 'history' | 'storeHistory' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reviews, acted, meanStars } = history;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, color: 'text.secondary' }}>
      <span>{t(`reviews.${countKey}`, { count: reviews, shown: format.count(reviews) })}</span>
      <Box component="span" sx={acted > 0 ? { color: 'persimmon.main', fontWeight: 600 } : null}>
        {acted > 0 ? t('reviews.acted', { count: acted, shown: format.count(acted) }) : t('reviews.actedNone')}
      </Box>
      {meanStars === null ? null : <span>{t('reviews.meanStars', { stars: format.decimal(meanStars, 1) })}</span>}
    </Box>
  );
}

/** Why a task was passed up, and by whom. */
export function Escalation({ escalation }: { escalation: NonNullable<Evidence['escalation']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { comment, by, at } = escalation;
  return (
    <Section title={t('reviews.escalated')}>
      <Box sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        <bdi>{comment}</bdi>
      </Box>
      <Box sx={{ color: 'text.disabled', fontSize: 12 }}>
        {t('reviews.escalatedBy', { name: by, time: format.moment(at) })}
      </Box>
    </Section>
  );
}

function Reports({ reports }: { reports: Evidence['reports'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { people, reasons } = reports;
  return (
    <Section title={t('reviews.reported', { count: people, shown: format.count(people) })}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {reasons.map((given) => (
          <Box component="li" key={given.reason} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
            <Box component="bdi" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {given.reason}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {format.count(given.people)}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

type ReviewEvidenceProps = { held: readonly HeldTask[]; desk: ReviewDesk | null; index: LabelIndex };

/** What helps to judge beside the words: the rule, what was disguised, and what writer and store have seen before. */
export function ReviewEvidence({ held, desk, index }: ReviewEvidenceProps) {
  const { t } = useTranslation();
  const evidence = useReviewEvidence(held);
  if (desk === null) return null;
  const { item, focusedKey, isVeiled } = desk;
  const label = focusedKey === null ? undefined : index.byKey.get(focusedKey);
  const data = evidence?.data;
  return (
    <Box sx={{ p: 5, pt: 4, pb: 4 }}>
      {data?.escalation ? <Escalation escalation={data.escalation} /> : null}
      {data && data.reports.people > 0 ? <Reports reports={data.reports} /> : null}
      <Guideline index={index} label={label} minHeight={96} />
      <Section title={t('reviews.recovered')} minHeight={40}>
        {item.recovered.length === 0 ? (
          <Quiet>{t('reviews.recoveredNone')}</Quiet>
        ) : (
          <Box
            component="ul"
            aria-hidden={isVeiled}
            sx={{ m: 0, p: 0, listStyle: 'none', ...(isVeiled ? { filter: 'blur(6px) grayscale(1)' } : {}) }}
          >
            {item.recovered.map(({ start, end, recovered }) => (
              <li key={start}>{t('reviews.recoveredWord', { written: item.text.slice(start, end), recovered })}</li>
            ))}
          </Box>
        )}
      </Section>
      {evidence?.isError ? (
        <Box sx={{ color: 'text.secondary' }}>{t('labeling.evidenceFailed')}</Box>
      ) : (
        <>
          <Section title={t('reviews.author')} minHeight={20}>
            {data === undefined ? null : data.author ? (
              <History history={data.author} countKey="history" />
            ) : (
              <Quiet>{t('reviews.authorUnknown')}</Quiet>
            )}
          </Section>
          <Section title={t('reviews.store')} minHeight={20}>
            {data ? <History history={data.store} countKey="storeHistory" /> : null}
          </Section>
        </>
      )}
    </Box>
  );
}
