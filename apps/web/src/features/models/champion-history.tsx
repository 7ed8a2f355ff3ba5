import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ModelWord } from '../../components/verdict.tsx';
import { ListFailure } from '../../components/table/list-failure.tsx';
import { trpc } from '../../lib/trpc.ts';
import type { HistoryEntry } from './model-types.ts';
import { Timeline, TimelineEntry } from './timeline.tsx';
import { useReasonText } from './use-reason-text.ts';

const shown = 50;

/** Who changed the champion: a person by name, or a run by itself. */
function useWho(): (entry: { isByPerson: boolean; by: string | null }) => string {
  const { t } = useTranslation();
  return ({ isByPerson, by }) => {
    if (!isByPerson) return t('models.event.byItself');
    return by ?? t('models.event.bySomebodyGone');
  };
}

function Entry({ entry, slotName }: { entry: HistoryEntry; slotName: string | undefined }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const who = useWho();
  const { slotKey, modelNumber: to, previousNumber: from, kind, isByPerson } = entry;
  const path = from === null ? t('models.event.first', { to }) : t('models.event.fromTo', { from, to });
  return (
    <TimelineEntry
      tone={isByPerson ? 'person' : 'model'}
      at={entry.promotedAt}
      title={
        <Box component={Link} to={`/models/${slotKey}/${to}`} sx={{ color: 'inherit', textDecoration: 'none' }}>
          {slotName === undefined ? null : `${slotName} · `}
          {t(`models.event.${kind}`)} <ModelWord>{path}</ModelWord>
        </Box>
      }
    >
      {who(entry)} · {reasonText(entry.reason)}
    </TimelineEntry>
  );
}

type ChampionHistoryProps = {
  /** Of all slots when left out; `nameOf` then says which one an entry is about. */
  slotKey?: string;
  nameOf?: (slotKey: string) => string;
};

/** Every promotion and rollback, newest first: who, why, when. */
export function ChampionHistory({ slotKey, nameOf }: ChampionHistoryProps) {
  const { t } = useTranslation();
  const input = { limit: shown, ...(slotKey === undefined ? {} : { slotKey }) };
  const { data, error, refetch } = useQuery(trpc.models.history.queryOptions(input));
  if (error) return <ListFailure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  if (data.length === 0) return <Box sx={{ color: 'text.disabled' }}>{t('models.evidence.historyEmpty')}</Box>;
  return (
    <Timeline>
      {data.map((entry) => (
        <Entry key={entry.id} entry={entry} slotName={nameOf?.(entry.slotKey)} />
      ))}
    </Timeline>
  );
}
