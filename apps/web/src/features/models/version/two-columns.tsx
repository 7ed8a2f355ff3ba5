import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Rows in two columns where there is room for two. */
export function TwoColumns({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))', columnGap: 9 }}>
      {children}
    </Box>
  );
}
