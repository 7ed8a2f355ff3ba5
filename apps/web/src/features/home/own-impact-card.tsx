import { Box } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Tone, ToneChip } from '../../components/chips.tsx';
import { Figure } from '../../components/figure.tsx';
import { HomeCardFrame, HomeCardRow, HomeCardSkeleton } from '../../components/home-card.tsx';
import { ListFailure } from '../../components/table/list-failure.tsx';
import { useLiveEvents } from '../../lib/live.tsx';
import { type RouterOutputs, trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';
import { usePlace } from '../../shell/shell-context.tsx';

type Impact = RouterOutputs['labeling']['ownImpact'];
type Version = Impact['slots'][number]['versions'][number];

const tones: Record<Version['verdict'] | 'live', Tone> = {
  live: 'violet',
  promoted: 'neutral',
  waiting: 'amber',
  kept: 'neutral',
  rejected: 'rose',
};

function Counts({ label, counts: { decided, corrected } }: { label: string; counts: Impact['today'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Figure
      label={label}
      value={format.count(decided)}
      unit={t('home.ofThemCorrected', { count: corrected, shown: format.count(corrected) })}
      tone="person"
    />
  );
}

/** What came of this person's decisions: how many there were, and the model versions they went into. */
export function OwnImpactCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const placeOf = usePlace('version');
  const { data, error, isPending, refetch } = useQuery(trpc.labeling.ownImpact.queryOptions({}));
  useLiveEvents((event) => {
    const isNewVersion = event.type === 'job' && event.name === 'training' && event.state === 'succeeded';
    if (!isNewVersion && event.type !== 'promotion') return;
    void client.invalidateQueries({ queryKey: trpc.labeling.ownImpact.queryKey() });
  });
  const rows = data?.slots.flatMap((slot) =>
    slot.versions.map(({ number, verdict, isLive, held }) => {
      const state = isLive ? 'live' : verdict;
      return (
        <HomeCardRow key={`${slot.slotKey} ${number}`} link={placeOf?.(slot.slotKey, number)}>
          <Box sx={{ fontWeight: 600, minWidth: 0 }}>
            {format.locale === 'ko' ? slot.nameKo : slot.nameEn}{' '}
            <Box component="span" sx={{ color: 'violet.main' }}>{`v${number}`}</Box>
          </Box>
          <ToneChip tone={tones[state]}>{t(`home.versionState.${state}`)}</ToneChip>
          <Box sx={{ ml: 'auto', color: 'celadon.main', textAlign: 'right' }}>
            {t('home.ownLearned', { count: held, shown: format.count(held) })}
          </Box>
        </HomeCardRow>
      );
    }),
  );
  const waiting = data?.slots.reduce((sum, slot) => sum + slot.waiting, 0) ?? 0;
  return (
    <HomeCardFrame title={t('home.ownDecisions')}>
      {isPending ? <HomeCardSkeleton rows={1} /> : null}
      {error ? <ListFailure error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <HomeCardRow>
          {data.week.decided === 0 ? (
            <Box sx={{ color: 'text.secondary', py: 2 }}>{t('home.nothingDecided')}</Box>
          ) : (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 1, py: 2 }}>
              <Counts label={t('home.today')} counts={data.today} />
              <Counts label={t('home.week')} counts={data.week} />
            </Box>
          )}
        </HomeCardRow>
      ) : null}
      {rows}
      {waiting > 0 ? (
        <HomeCardRow>
          <Box sx={{ color: 'text.secondary' }}>
            {t('home.ownWaiting', { count: waiting, shown: format.count(waiting) })}
          </Box>
        </HomeCardRow>
      ) : null}
    </HomeCardFrame>
  );
}
