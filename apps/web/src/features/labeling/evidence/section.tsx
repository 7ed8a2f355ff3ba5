import { Box } from '@mui/material';
import { type ReactNode, useId } from 'react';

type SectionProps = { title: string; note?: ReactNode; minHeight?: number; children: ReactNode };

/** A part of the evidence under its title. */
export function Section({ title, note, minHeight, children }: SectionProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ pb: 4, mb: 4, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0, mb: 0 } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 2 }}>
        <Box component="h2" id={id} sx={{ typography: 'h3', whiteSpace: 'nowrap' }}>
          {title}
        </Box>
        {note}
      </Box>
      <Box sx={{ minHeight }}>{children}</Box>
    </Box>
  );
}

/** What stands where there is nothing to show. */
export function Quiet({ children }: { children: ReactNode }) {
  return <Box sx={{ color: 'text.disabled' }}>{children}</Box>;
}
