import { Box } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { HomeCardFrame, HomeCardRow, HomeCardSkeleton } from '../../components/home-card.tsx';
import { ListFailure } from '../../components/table/list-failure.tsx';
import { useLiveEvents } from '../../lib/live.tsx';
import { type RouterOutputs, trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';
import { particles } from '../../lib/particles.ts';
import { usePlace } from '../../shell/shell-context.tsx';

type Slot = RouterOutputs['models']['slots'][number];

function SlotState({ slot }: { slot: Slot }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (slot.run?.state === 'running') {
    return <Box sx={{ color: 'violet.main' }}>{t('home.training', { value: format.percent(slot.run.fraction) })}</Box>;
  }
  const { champion, newest } = slot;
  const waiting = (champion ?? newest)?.unlearned ?? slot.resolutions;
  if (waiting === 0 && champion) return <Box sx={{ color: 'text.disabled' }}>{t('home.allLearned')}</Box>;
  const shown = { count: waiting, shown: format.count(waiting) };
  return (
    <Box sx={{ textAlign: 'right' }}>
      {waiting === 0 ? null : (
        <Box sx={{ color: 'celadon.main' }}>{t(champion ? 'home.notLearned' : 'home.notLearnedYet', shown)}</Box>
      )}
      <LearnedAside slot={slot} />
    </Box>
  );
}

/** A later version may have learned what the champion has not, without being live. */
function LearnedAside({ slot: { champion, newest, resolutions } }: { slot: Slot }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (newest === null || newest.number === champion?.number) return null;
  const count = (champion?.unlearned ?? resolutions) - newest.unlearned;
  if (count <= 0) return null;
  const { number, verdict } = newest;
  const values = { number, ...particles(number, format.locale), count, shown: format.count(count) };
  return <Box sx={{ fontSize: 11, color: 'text.secondary' }}>{t(`home.learnedAside.${verdict}`, values)}</Box>;
}

/** What is live in each slot, and how many resolutions it has still to learn. */
export function SlotsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const placeOf = usePlace('slot');
  const { data: slots = [], error, isPending, refetch } = useQuery(trpc.models.slots.queryOptions());
  useLiveEvents((event) => {
    const isOver = event.type === 'job' && event.name === 'training' && event.state !== 'running';
    if (event.type === 'promotion' || isOver) void client.invalidateQueries({ queryKey: trpc.models.slots.queryKey() });
  });
  const rows = slots.map((slot) => (
    <HomeCardRow key={slot.key} link={placeOf?.(slot.key)}>
      <Box sx={{ fontWeight: 600, flex: 1 }}>{format.locale === 'ko' ? slot.nameKo : slot.nameEn}</Box>
      <SlotState slot={slot} />
      <Box sx={{ color: slot.champion ? 'violet.main' : 'text.disabled', minWidth: 84, textAlign: 'right' }}>
        {slot.champion ? t('home.champion', { number: slot.champion.number }) : t('home.noChampion')}
        {slot.champion ? (
          <Box sx={{ fontSize: 11, color: 'text.secondary' }}>
            {t('home.accuracy', { value: format.decimal(slot.champion.metrics.accuracy, 3) })}
          </Box>
        ) : null}
      </Box>
    </HomeCardRow>
  ));
  return (
    <HomeCardFrame title={t('home.slots')}>
      {isPending ? <HomeCardSkeleton rows={1} /> : null}
      {error ? <ListFailure error={error} onRetry={() => void refetch()} /> : rows}
      {!isPending && !error && slots.length === 0 ? (
        <EmptyState icon={Scale} title={t('home.slotsEmptyTitle')} body={t('home.slotsEmptyBody')} />
      ) : null}
    </HomeCardFrame>
  );
}
