import { isInitialsQuery } from './search.ts';
import { disassemble, getChoseong } from 'es-hangul';

/** How well a name answers what was typed, best first. */
const tiers = ['whole', 'start', 'wordStart', 'inside', 'scattered'] as const;
export type Tier = (typeof tiers)[number];

/** Where in the name the typed text was found, in UTF-16 units, `end` excluded. */
export type NameMatch = { tier: Tier; start: number; end: number };

type Keyed = { key: string; owners: number[] };

/** Each character's key, one after the other, and which character every unit of the key came from. */
function keyed(characters: readonly string[], keyOf: (character: string) => string): Keyed {
  let key = '';
  const owners: number[] = [];
  for (const [index, character] of characters.entries()) {
    const part = keyOf(character);
    key += part;
    for (let unit = 0; unit < part.length; unit += 1) owners.push(index);
  }
  return { key, owners };
}

const jamoOf = (character: string) => disassemble(character.toLowerCase()).trim();
const initialOf = (character: string) => (/[가-힣]/u.test(character) ? getChoseong(character) : jamoOf(character));
const isWordBreak = (character: string | undefined) => character === undefined || /[\s·,/(&-]/u.test(character);

/**
 * Finds what was typed in a name: by syllable, by jamo (`후ㄹ` finds 후라이드) or, when only consonants were typed, by
 * the initial consonants of its syllables (`ㅎㄹㅇㄷ`), of which some may be left out (`ㅎㅇㄷ`). Case and spaces don't
 * matter. Null when the name holds none of it.
 */
export function matchName(query: string, name: string): NameMatch | null {
  const characters = [...name.normalize('NFC')];
  const isInitials = isInitialsQuery(query);
  const wanted = [...query.normalize('NFC')].map(isInitials ? (typed) => typed.trim() : jamoOf).join('');
  if (wanted === '') return null;
  const { key, owners } = keyed(characters, isInitials ? initialOf : jamoOf);
  let best: NameMatch | null = null;
  for (let at = key.indexOf(wanted); at >= 0; at = key.indexOf(wanted, at + 1)) {
    const first = owners[at] ?? 0;
    const last = owners[at + wanted.length - 1] ?? first;
    // From the middle of a syllable is how nobody types.
    if (at > 0 && owners[at - 1] === first) continue;
    const start = characters.slice(0, first).join('').length;
    const end = characters.slice(0, last + 1).join('').length;
    const tier = tierOf({ isAll: at === 0 && wanted.length === key.length, first, before: characters[first - 1] });
    if (best === null || tiers.indexOf(tier) < tiers.indexOf(best.tier)) best = { tier, start, end };
  }
  return best ?? (isInitials ? matchScattered(wanted, { key, owners }, characters) : null);
}

/** Initials in their order with others between them, from the name's first on. */
function matchScattered(wanted: string, { key, owners }: Keyed, characters: readonly string[]): NameMatch | null {
  if (wanted.length < 2 || key[0] !== wanted[0]) return null;
  let at = -1;
  for (const initial of wanted) {
    at = key.indexOf(initial, at + 1);
    if (at < 0) return null;
  }
  return { tier: 'scattered', start: 0, end: characters.slice(0, (owners[at] ?? 0) + 1).join('').length };
}

function tierOf({ isAll, first, before }: { isAll: boolean; first: number; before: string | undefined }): Tier {
  if (isAll) return 'whole';
  if (first === 0) return 'start';
  return isWordBreak(before) ? 'wordStart' : 'inside';
}
