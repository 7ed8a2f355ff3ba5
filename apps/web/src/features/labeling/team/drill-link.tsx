import { Box } from '@mui/material';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RecordsFilter } from '../records/records-search.ts';

/** The part of a list's address that gives exactly what a figure counts. */
export type Drill = Partial<RecordsFilter> & { view?: 'decisions'; sort?: string };

type DrillLinkProps = {
  queueKey: string;
  drill: Drill;
  label: string;
  children: ReactNode;
  /** Persimmon: it needs somebody. */
  isAttention?: boolean;
};

/** A figure that opens the list of what it counts. */
export function DrillLink({ queueKey, drill, label, children, isAttention = false }: DrillLinkProps) {
  // Nothing to open: the figure stays as quiet as it is.
  if (children === '0')
    return (
      <Box component="span" sx={{ color: 'text.disabled' }}>
        0
      </Box>
    );
  const tone = isAttention ? 'persimmon' : 'celadon';
  return (
    <Link
      to="/queues/$queueKey/list"
      params={{ queueKey }}
      search={drill}
      aria-label={label}
      style={{ color: `var(--jeoul-palette-${tone}-main)`, fontWeight: isAttention ? 600 : 400 }}
    >
      {children}
    </Link>
  );
}
