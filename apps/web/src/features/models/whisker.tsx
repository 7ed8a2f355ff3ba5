import { Box } from '@mui/material';

type WhiskerProps = {
  /** The difference and its interval, all in one unit; above zero is better. */
  value: number;
  low: number;
  high: number;
  /** The greatest distance from the middle that the row of whiskers shows. */
  reach: number;
  /** What it says, for those who hear the page. */
  label: string;
};

/** Where on the axis a value stands, in percent; what lies beyond the reach stands at its end. */
function place(value: number, reach: number): number {
  if (reach <= 0) return 50;
  return 50 + Math.min(Math.max(value / reach, -1), 1) * 48;
}

/** A difference and its interval around the hairline of the one compared with: to the right is better. */
export function Whisker({ value, low, high, reach, label }: WhiskerProps) {
  const color = value < 0 ? 'persimmon.main' : 'violet.main';
  const from = place(low, reach);
  const to = place(high, reach);
  return (
    <Box role="img" aria-label={label} sx={{ position: 'relative', height: 32 }}>
      <Box
        sx={{ position: 'absolute', left: '50%', top: 4, bottom: 4, width: '1px', bgcolor: 'fieldLine', opacity: 0.6 }}
      />
      <Box
        style={{ left: `${from}%`, width: `${to - from}%` }}
        sx={{ position: 'absolute', top: 15, height: 2, bgcolor: color, borderRadius: '1px' }}
      />
      <Box
        style={{ left: `${place(value, reach)}%` }}
        sx={{ position: 'absolute', top: 12.5, width: 7, height: 7, ml: '-3.5px', borderRadius: '50%', bgcolor: color }}
      />
    </Box>
  );
}

/** How far the axis of a group of whiskers must reach so that none is cut. */
export function reachOf(differences: readonly { low: number; high: number }[]): number {
  return Math.max(0, ...differences.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
}
