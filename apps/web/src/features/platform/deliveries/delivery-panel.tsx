import { Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../../lib/error-text.ts';
import { notify } from '../../../lib/notices.ts';
import { trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { type Delivery, useReadAgain } from './use-deliveries.ts';
import { useReasonText } from './use-reason-text.ts';

/** All of one delivery: where it went, why it did not arrive, what was answered; a dead one can be sent again. */
export function DeliveryPanel({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  const readAgain = useReadAgain();
  const retry = useMutation(
    trpc.platform.deliveries.retry.mutationOptions({
      onSuccess: () => notify({ text: t('platform.retried') }),
      onError: (error) => notify({ text: describeError(error).text, tone: 'harm' }),
      onSettled: readAgain,
    }),
  );
  const { id, url, event, subject, state, attempts, createdAt, dueAt, endedAt, lastBody } = delivery;
  const facts = [
    [t('platform.event'), t(`platform.eventName.${event}`)],
    [t('platform.state'), t(`platform.stateName.${state}`)],
    [t('platform.to'), url],
    [t('platform.subject'), subject],
    [t('platform.deliveryId'), id],
    [t('platform.attempts'), format.count(attempts)],
    [t('platform.why'), reasonText(delivery)],
    [t('platform.created'), format.moment(createdAt)],
    endedAt === null ? [t('platform.due'), format.moment(dueAt)] : [t('platform.ended'), format.moment(endedAt)],
  ] as const;
  return (
    <Box component="section" aria-label={t('platform.details')} sx={{ px: 5, py: 4 }}>
      <Box component="dl" sx={{ m: 0 }}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <Box key={label} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
              <Box component="dt" sx={{ color: 'text.secondary', fontSize: 11 }}>
                {label}
              </Box>
              <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {value}
              </Box>
            </Box>
          ))}
      </Box>
      {attempts > 0 ? (
        <>
          <Box component="h2" sx={{ fontSize: 12, mt: 4, mb: 1 }}>
            {t('platform.answer')}
          </Box>
          <Box
            component="pre"
            sx={{ m: 0, fontFamily: 'inherit', fontSize: 12, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            <bdi>{lastBody ?? t('platform.noAnswer')}</bdi>
          </Box>
        </>
      ) : null}
      {state === 'dead' ? (
        <Button
          variant="outlined"
          disabled={retry.isPending}
          onClick={() => retry.mutate({ deliveryId: id })}
          sx={{ mt: 4 }}
        >
          {t('platform.retry')}
        </Button>
      ) : null}
    </Box>
  );
}
