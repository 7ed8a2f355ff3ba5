import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useFormat } from '../../lib/use-format.ts';
import { HiddenText } from '../hidden-text.tsx';
import type { ChartData } from './chart.tsx';

const mostPlaces = 4;

/** A chart's numbers as a table. */
export function ChartTable({ caption, data }: { caption: string; data: ChartData }) {
  const format = useFormat();
  const text = (cell: string | number | null) => {
    if (typeof cell !== 'number') return cell ?? '–';
    return Number.isInteger(cell) ? format.count(cell) : format.decimal(cell, mostPlaces);
  };
  return (
    <Box tabIndex={0} role="region" aria-label={caption} sx={{ height: 1, overflow: 'auto' }}>
      <Table size="small" stickyHeader>
        <caption style={{ padding: 0 }}>
          <HiddenText>{caption}</HiddenText>
        </caption>
        <TableHead>
          <TableRow>
            {data.columns.map((column) => (
              <TableCell key={column}>{column}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.rows.map((row, index) => (
            <TableRow key={index}>
              {row.map((cell, place) => (
                <TableCell key={data.columns[place]} align={typeof cell === 'number' ? 'right' : 'left'}>
                  {text(cell)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
