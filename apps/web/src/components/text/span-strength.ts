import { spanStrengths } from '../../theme/tokens.ts';

/** How strongly a stretch is coloured, in percent, beside the strongest one of its text. */
export function strengthOf(contribution: number, strongest: number): number {
  if (contribution === 0 || strongest === 0) return 0;
  const { least, most } = spanStrengths;
  return Math.round(least + (most - least) * Math.min(Math.abs(contribution) / strongest, 1));
}
