import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';

/** What this person decided today in a queue, as a bar: the model's proposals they left standing, then their own answers. */
export function OwnDay({ queueKey }: { queueKey: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(trpc.labeling.ownDay.queryOptions({ queueKey }));
  if (!data) return '\u00A0';
  if (data.decided === 0) return t('home.noneToday');
  const own = data.decided - data.accepted;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
      {t('home.decidedToday', { count: data.decided, shown: format.count(data.decided) })}
      <Box component="span" aria-hidden sx={{ display: 'inline-flex', width: 72, height: 4, gap: '1px' }}>
        <Box
          component="span"
          style={{ flexGrow: data.accepted }}
          sx={{ borderRadius: '2px', bgcolor: 'violet.main' }}
        />
        <Box component="span" style={{ flexGrow: own }} sx={{ borderRadius: '2px', bgcolor: 'celadon.main' }} />
      </Box>
      <Box component="span" sx={{ color: 'celadon.main' }}>
        {t('home.ownAnswers', { count: own, shown: format.count(own) })}
      </Box>
    </Box>
  );
}
