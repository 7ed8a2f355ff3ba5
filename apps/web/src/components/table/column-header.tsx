import { Box, ButtonBase } from '@mui/material';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { nextSort, parseSort } from './sort.ts';
import type { ColumnNotes } from './table-features.ts';

type ColumnHeaderProps = {
  notes: ColumnNotes | undefined;
  sort: string | undefined;
  onSort: ((sort: string | undefined) => void) | undefined;
  children: ReactNode;
};

/** A column's name; pressed, where the server can sort by it, it changes the order in the address. */
export function ColumnHeader({ notes, sort, onSort, children }: ColumnHeaderProps) {
  const key = notes?.sortKey;
  const order = parseSort(sort);
  const isSorted = key !== undefined && order?.key === key;
  const Arrow = order?.isDescending ? ArrowDown : ArrowUp;
  const direction = order?.isDescending ? 'descending' : 'ascending';
  const look = {
    display: 'flex',
    alignItems: 'center',
    justifyContent: notes?.align === 'end' ? 'flex-end' : 'flex-start',
    gap: 1,
    px: 3,
    width: 1,
    height: 1,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  } as const;
  return (
    <Box role="columnheader" aria-sort={isSorted ? direction : undefined}>
      {key !== undefined && onSort ? (
        <ButtonBase
          onClick={() => onSort(nextSort(sort, key))}
          sx={{ ...look, color: isSorted ? 'text.primary' : 'inherit', '&:hover': { color: 'text.primary' } }}
        >
          {children}
          {isSorted ? <Arrow size={12} aria-hidden /> : null}
        </ButtonBase>
      ) : (
        <Box sx={look}>{children}</Box>
      )}
    </Box>
  );
}
