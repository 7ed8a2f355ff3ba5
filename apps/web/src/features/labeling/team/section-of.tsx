import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { ListFailure } from '../../../components/table/list-failure.tsx';

type SectionOfProps<Data> = {
  query: {
    data: Data | undefined;
    error: unknown;
    refetch: () => Promise<unknown>;
  };
  children: (data: Data) => ReactNode;
};

/**
 * What a query found, however old while a newer answer is on its way or failed to come; its place while there is none
 * yet, and what went wrong where there never was one.
 */
export function SectionOf<Data>({ query, children }: SectionOfProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) {
    return <Box aria-hidden sx={{ mx: 5, my: 4, height: 140, borderRadius: 1, bgcolor: 'ground.key' }} />;
  }
  return (
    <Box sx={{ height: 280, borderBottom: 1, borderColor: 'divider' }}>
      <ListFailure error={query.error} onRetry={() => void query.refetch()} />
    </Box>
  );
}
