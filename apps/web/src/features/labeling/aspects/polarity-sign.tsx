import type { Polarity } from '@jeoul/shared/labeling/polarity';
import { styled } from '@mui/material/styles';

/** Told apart without colour, too. */
export const polaritySigns: Record<Polarity, string> = { positive: '+', negative: '−', neutral: '○' };

/** The colours of what is spoken of well, badly and neither way. */
export const polarityColors: Record<Polarity, string> = {
  positive: 'var(--jeoul-palette-polarity-positive)',
  negative: 'var(--jeoul-palette-polarity-negative)',
  neutral: 'var(--jeoul-palette-polarity-neutral)',
};

const Sign = styled('span')({ fontWeight: 700, fontVariantNumeric: 'tabular-nums' });

/** A polarity's sign before its word, which is what those who hear the page are told. */
export function PolaritySign({ polarity }: { polarity: Polarity }) {
  return (
    <Sign aria-hidden style={{ color: polarityColors[polarity] }}>
      {polaritySigns[polarity]}
    </Sign>
  );
}
