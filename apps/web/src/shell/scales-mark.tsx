import { Box } from '@mui/material';

/** The pair of scales: the model's pan violet, people's pan celadon. Decoration; the name stands beside it in text. */
export function ScalesMark({ size }: { size: number }) {
  return (
    <Box
      component="svg"
      viewBox="0 0 28 28"
      aria-hidden
      sx={{
        width: size,
        height: size,
        flex: 'none',
        fill: 'none',
        color: 'celadon.main',
        stroke: 'currentColor',
        strokeWidth: 1.6,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        '& .model': { fill: 'var(--jeoul-palette-violet-soft)', stroke: 'var(--jeoul-palette-violet-main)' },
        '& .person': { fill: 'var(--jeoul-palette-celadon-soft)' },
      }}
    >
      <path d="M14 4v19M8 23h12M5 9l9-3 9 3" />
      <path className="model" d="M5 9l-3 7a3.2 3.2 0 0 0 6 0z" />
      <path className="person" d="M23 9l-3 7a3.2 3.2 0 0 0 6 0z" />
    </Box>
  );
}
