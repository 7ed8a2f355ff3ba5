import { Box } from '@mui/material';
import { minResolutions } from '@jeoul/shared/models/rules';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Verdict } from '../../../components/verdict.tsx';
import { useLiveJobs } from '../../../lib/live.tsx';
import { useIsPermitted } from '../../../lib/me.tsx';
import { particles } from '../../../lib/particles.ts';
import { trpc } from '../../../lib/trpc.ts';
import type { SlotView } from '../model-types.ts';
import { isUnderWay } from '../run-state.ts';
import { Section } from '../section.tsx';
import { useModelEvents } from '../use-model-events.ts';
import { useModelFormat } from '../use-model-format.ts';
import { LearningCurve } from './learning-curve.tsx';
import { RunPanel } from './run-panel.tsx';
import { SlotActions } from './slot-actions.tsx';
import { SlotEvidence } from './slot-evidence.tsx';
import { SlotVerdict } from './slot-verdict.tsx';
import { VersionsTable } from './versions-table.tsx';

/** What the main action will do, or why it can't be done; a rescore under way comes first. */
function useNote(slot: SlotView): string {
  const { t } = useTranslation();
  const format = useModelFormat();
  const isPermitted = useIsPermitted();
  const rescore = useLiveJobs().find(
    (job) => job.name === 'rescore' && job.subject === slot.queueKey && job.state === 'running',
  );
  if (rescore) return t('models.note.rescoring', { percent: format.percent(rescore.fraction) });
  if (!isPermitted('model:train')) return t('models.note.readOnly');
  if (isUnderWay(slot.run)) return t('models.note.running');
  const { champion, newest } = slot;
  const fresh = newest?.unlearned ?? slot.resolutions;
  if (slot.resolutions < minResolutions) {
    return t('models.note.tooFew', { needed: minResolutions, given: format.count(slot.resolutions) });
  }
  if (fresh > 0) return t('models.note.fresh', { count: fresh, shown: format.count(fresh) });
  if (champion?.unlearned === 0 || newest === null) return t('models.note.allLearned');
  const learner = { number: newest.number, ...particles(newest.number, format.locale) };
  if (champion === null) return t('models.note.learnedWaits', learner);
  return t('models.note.learnedAside', {
    ...learner,
    live: champion.number,
    count: champion.unlearned,
    shown: format.count(champion.unlearned),
  });
}

/** One slot: what is live and why, how it learned, what it is learning now, and all its versions. */
export function SlotPage() {
  const { t } = useTranslation();
  const format = useModelFormat();
  const isPermitted = useIsPermitted();
  const { slotKey } = useParams({ from: '/console/models/$slotKey' });
  const { data: slot } = useSuspenseQuery(trpc.models.slot.queryOptions({ slotKey }));
  useModelEvents(slotKey);
  const note = useNote(slot);
  return (
    <Page
      crumbs={[{ label: t('models.title'), link: { to: '/models' } }, { label: format.name(slot) }]}
      verdict={
        <Verdict actions={isPermitted('model:promote') ? <SlotActions slot={slot} /> : null} note={note}>
          <SlotVerdict slot={slot} />
        </Verdict>
      }
    >
      <Columns evidence={<SlotEvidence slot={slot} />}>
        <Box sx={{ px: 7, pt: 4, pb: 10, position: 'relative' }}>
          <LearningCurve slot={slot} />
          <Section title={t('models.run.title')}>
            <RunPanel slot={slot} />
          </Section>
          {slot.run === null && slot.champion === null ? null : <VersionsTable slot={slot} />}
        </Box>
      </Columns>
    </Page>
  );
}
