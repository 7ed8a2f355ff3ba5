import { Box } from '@mui/material';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { usePlace } from '../../../shell/shell-context.tsx';
import { ChampionHistory } from '../champion-history.tsx';
import type { SlotView } from '../model-types.ts';
import { EvidenceSection, Fact, Facts } from '../section.tsx';
import { useModelFormat } from '../use-model-format.ts';
import { LiveAt } from './live-at.tsx';

function ChampionFacts({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { champion } = slot;
  if (!champion) return <Fact label={t('models.column.live')}>{t('models.evidence.nothingLive')}</Fact>;
  const { accuracy, macroF1, ece, rows } = champion.metrics;
  const score = (value: number) => (rows === 0 ? '–' : format.score(value));
  return (
    <>
      <Fact label={t('models.column.live')} tone="model">
        {format.version(champion.number)}
      </Fact>
      {champion.liveSince ? (
        <Fact label={t('models.evidence.since')} hint={format.moment(champion.liveSince)}>
          {format.when(champion.liveSince)}
        </Fact>
      ) : null}
      <Fact label={t('models.evidence.accuracy')}>{score(accuracy)}</Fact>
      <Fact label={t('models.evidence.macroF1')}>{score(macroF1)}</Fact>
      <Fact label={t('models.evidence.ece')}>{score(ece)}</Fact>
      <Fact label={t('models.evidence.tested')}>{format.count(rows)}</Fact>
    </>
  );
}

/** What one needs to know to trust what is live: its figures, the rules, and all that went before. */
export function SlotEvidence({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queuePlace = usePlace('queue');
  const every =
    slot.trainEvery === 0
      ? t('models.everyOff')
      : t('models.every', { count: slot.trainEvery, shown: format.count(slot.trainEvery) });
  return (
    <>
      <EvidenceSection title={t('models.evidence.now')}>
        <Facts>
          <ChampionFacts slot={slot} />
          <Fact label={t('models.evidence.trainEvery')}>{every}</Fact>
          <Fact label={t('models.evidence.policy')}>{t(`models.policy.${slot.promotionPolicy}`)}</Fact>
        </Facts>
        {slot.queueKey && queuePlace ? (
          <Box sx={{ mt: 1, '& a': { color: 'celadon.main' } }}>
            <Link {...queuePlace(slot.queueKey)}>{t('models.action.openQueue')}</Link>
          </Box>
        ) : null}
      </EvidenceSection>
      <EvidenceSection title={t('models.evidence.liveAtTitle')}>
        <LiveAt slotKey={slot.key} />
      </EvidenceSection>
      <EvidenceSection title={t('models.evidence.history')}>
        <ChampionHistory slotKey={slot.key} />
      </EvidenceSection>
    </>
  );
}
