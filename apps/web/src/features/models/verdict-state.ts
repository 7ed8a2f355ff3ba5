import type { Verdict } from '@jeoul/shared/models/contract';
import { needsPerson } from '@jeoul/shared/models/rules';

export type VerdictState = 'live' | 'needsPerson' | Verdict;

/** What became of a version, as people ask for it: is it live, does it want me, or neither. */
export function verdictState(
  version: { number: number; verdict: Verdict },
  championNumber: number | null,
): VerdictState {
  if (version.number === championNumber) return 'live';
  return needsPerson(version, championNumber) ? 'needsPerson' : version.verdict;
}
