/** The colour of a gain: celadon when better, persimmon when worse, quiet when nothing changed. */
export function gainTone(gain: number): 'celadon.main' | 'persimmon.main' | 'text.secondary' {
  if (gain === 0) return 'text.secondary';
  return gain > 0 ? 'celadon.main' : 'persimmon.main';
}
