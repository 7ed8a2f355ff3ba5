import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { HiddenText } from '../../../components/hidden-text.tsx';

/** One subject of the page: its name, what must be known to read it, and the thing itself. */
export function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ px: 5, py: 4, borderBottom: 1, borderColor: 'divider', minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', columnGap: 3, flexWrap: 'wrap', mb: 2 }}>
        <Typography variant="h2" id={id} sx={{ fontSize: 13, fontWeight: 600 }}>
          {title}
        </Typography>
        {note ? <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{note}</Box> : null}
      </Box>
      {children}
    </Box>
  );
}

type FigureTableProps = {
  label: string;
  /** The first column names the row, the others hold figures. */
  columns: readonly string[];
  rows: readonly { key: string; name: ReactNode; cells: readonly ReactNode[] }[];
  /** Longer tables scroll within this, their head staying. */
  maxHeight?: number;
};

/** A small table of figures: a row a thing, its name as the row's head. */
export function FigureTable({ label, columns, rows, maxHeight }: FigureTableProps) {
  return (
    <Box tabIndex={0} role="group" aria-label={label} sx={{ overflow: 'auto', maxHeight: maxHeight ?? 'none' }}>
      <Table
        size="small"
        stickyHeader
        sx={{ width: 'auto', '& td, & th': { whiteSpace: 'nowrap', px: 2.5 }, '& th:first-of-type': { pl: 0 } }}
      >
        <caption style={{ padding: 0 }}>
          <HiddenText>{label}</HiddenText>
        </caption>
        <TableHead>
          <TableRow>
            {columns.map((column, at) => (
              <TableCell key={column} align={at === 0 ? 'left' : 'right'}>
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
                {row.name}
              </TableCell>
              {row.cells.map((cell, at) => (
                <TableCell key={columns[at + 1] ?? at} align="right">
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
