import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useModelFormat } from './use-model-format.ts';

type TimelineEntryProps = {
  /** Who it was: a person, a model's run, somebody still to come. */
  tone: 'person' | 'model' | 'attention' | 'neutral';
  title: ReactNode;
  /** Null for what has not happened yet. */
  at: string | null;
  children?: ReactNode;
};

const dots = {
  person: 'celadon.main',
  model: 'violet.main',
  attention: 'persimmon.main',
  neutral: 'fieldLine',
} as const;

/** What happened, newest or oldest first as the list has it; the time of day stands right, the day on hover. */
export function Timeline({ children }: { children: ReactNode }) {
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {children}
    </Box>
  );
}

export function TimelineEntry({ tone, title, at, children }: TimelineEntryProps) {
  const format = useModelFormat();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr) auto',
        columnGap: 2,
        pb: 3,
        position: 'relative',
        '&:not(:last-of-type)::before': {
          content: '""',
          position: 'absolute',
          left: 8,
          top: 16,
          bottom: 0,
          width: '1px',
          bgcolor: 'divider',
        },
      }}
    >
      <Box aria-hidden sx={{ width: 8, height: 8, borderRadius: '50%', m: '5px', bgcolor: dots[tone] }} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 500 }}>{title}</Box>
        <Box sx={{ color: 'text.secondary', fontSize: 12, overflowWrap: 'anywhere' }}>{children}</Box>
      </Box>
      {at === null ? null : (
        <Box
          component="time"
          dateTime={at}
          title={`${format.moment(at)} · ${format.ago(at)}`}
          sx={{ color: 'text.disabled', fontSize: 12 }}
        >
          {format.when(at)}
        </Box>
      )}
    </Box>
  );
}
