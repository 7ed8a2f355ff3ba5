import type { Verdict } from '@jeoul/shared/models/contract';
import type { SlotView } from './model-types.ts';

export type VerdictState = 'live' | 'needsPerson' | Verdict;

/** What became of a version, as people ask for it: is it live, does it want me, or neither. */
export function verdictState(
  version: { number: number; verdict: Verdict },
  slot: Pick<SlotView, 'champion' | 'waiting'>,
): VerdictState {
  if (version.number === slot.champion?.number) return 'live';
  return version.number === slot.waiting?.number ? 'needsPerson' : version.verdict;
}
