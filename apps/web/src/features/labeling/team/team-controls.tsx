import { type TeamRange, teamRanges } from '@jeoul/shared/labeling/team';
import { Box, TextField } from '@mui/material';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../components/segmented.tsx';
import type { Hotkey } from '../../../lib/hotkeys/hotkey-registry.ts';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { type TeamSearch, usualDays } from './team-search.ts';

type Queue = { key: string; nameKo: string; nameEn: string };
type TeamControlsProps = {
  search: TeamSearch;
  queues: readonly Queue[];
  onChange: (changes: TeamSearch) => void;
  /** What must be known to read the figures. */
  note: string;
};

const rangeKeys = { 1: 'Digit1', 7: 'Digit2', 28: 'Digit3' } as const satisfies Record<TeamRange, string>;

/** The keys of queue and range, for the foot of the page. */
export function useRangeKeyBar() {
  const { t } = useTranslation();
  return [
    ...teamRanges.map((range) => ({ combo: rangeKeys[range], label: t(`team.range.d${range}`) })),
    { combo: 'KeyQ' as const, label: t('team.nextQueue') },
  ];
}

/** Queue and range, at the left as on every page. */
export function TeamControls({ search, queues, onChange, note }: TeamControlsProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const id = useId();
  const days = search.days ?? usualDays;
  const setDays = (chosen: TeamRange) => onChange({ days: chosen === usualDays ? undefined : chosen });
  const nextQueue = () => {
    const keys = [undefined, ...queues.map(({ key }) => key)];
    onChange({ queue: keys[(keys.indexOf(search.queue) + 1) % keys.length] });
  };
  useHotkeys([
    ...teamRanges.map((range): Hotkey => {
      return {
        id: `team.days.${range}`,
        combo: rangeKeys[range],
        label: t(`team.range.d${range}`),
        run: () => setDays(range),
      };
    }),
    { id: 'team.queue', combo: 'KeyQ', label: t('team.nextQueue'), run: nextQueue },
  ]);
  return (
    <Box sx={{ p: 4, display: 'grid', gap: 3.5 }}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <Box component="label" htmlFor={id} sx={{ fontSize: 12, color: 'text.secondary' }}>
          {t('team.queue')}
        </Box>
        <TextField
          id={id}
          select
          size="small"
          fullWidth
          value={search.queue ?? ''}
          onChange={(event) => onChange({ queue: event.target.value === '' ? undefined : event.target.value })}
          slotProps={{ select: { native: true } }}
        >
          <option value="">{t('team.allQueues')}</option>
          {queues.map((queue) => (
            <option key={queue.key} value={queue.key}>
              {locale === 'ko' ? queue.nameKo : queue.nameEn}
            </option>
          ))}
        </TextField>
      </Box>
      <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('team.days')}</Box>
        <Segmented
          label={t('team.days')}
          value={String(days)}
          options={teamRanges.map((range) => ({ value: String(range), label: t(`team.range.d${range}`) }))}
          onChange={(value) => setDays(teamRanges.find((range) => String(range) === value) ?? usualDays)}
        />
      </Box>
      <Box sx={{ fontSize: 12, color: 'text.secondary', whiteSpace: 'pre-line' }}>{note}</Box>
    </Box>
  );
}
