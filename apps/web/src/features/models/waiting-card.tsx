import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { HomeCardFrame, HomeCardRow } from '../../components/home-card.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useModelEvents } from './use-model-events.ts';
import { useModelFormat } from './use-model-format.ts';
import { useReasonText } from './use-reason-text.ts';

/** The versions that ask an ML engineer to decide; nothing when there is none. */
export function WaitingCard() {
  const { t } = useTranslation();
  const format = useModelFormat();
  const reasonText = useReasonText();
  const { data: slots = [] } = useQuery(trpc.models.slots.queryOptions());
  useModelEvents();
  const asking = slots.flatMap((slot) => (slot.waiting ? [{ slot, waiting: slot.waiting }] : []));
  if (asking.length === 0) return null;
  return (
    <HomeCardFrame title={t('models.waitingCard.title')}>
      {asking.map(({ slot, waiting: { number, reason } }) => (
        <HomeCardRow key={slot.key} link={{ to: '/models/$slotKey/$number', params: { slotKey: slot.key, number } }}>
          <Box sx={{ fontWeight: 600, flex: 1 }}>{format.name(slot)}</Box>
          <Box sx={{ color: 'text.secondary' }}>{reasonText(reason)}</Box>
          <Box sx={{ color: 'persimmon.main', fontWeight: 600 }}>{t('models.waitingCard.row', { number })}</Box>
        </HomeCardRow>
      ))}
    </HomeCardFrame>
  );
}
