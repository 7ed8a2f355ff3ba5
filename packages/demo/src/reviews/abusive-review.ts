import type { AbuseKey } from '../labels/review-abuse.ts';
import type { Dice } from '../dice.ts';
import type { TrueAbuse } from '../types.ts';
import {
  abuseLines,
  abuseSlots,
  curses,
  insults,
  intensifiers,
  outcries,
  personalDataLines,
  rants,
  slanderLines,
  type Swearing,
} from './abuse-lines.ts';
import { josa } from './hangul.ts';
import { obfuscate } from './obfuscate.ts';
import { personalData } from './personal-data.ts';
import type { TextBuilder } from './text-builder.ts';

/** Adds an abusive line of this kind to a review and answers what is wrong with it, with the words that show it. */
export function sayAbuse(dice: Dice, out: TextBuilder, key: AbuseKey, isPraise: boolean): readonly TrueAbuse[] {
  if (key === 'profanity') return swearAt(dice, out, isPraise);
  if (key === 'personal-data') return leak(dice, out, dice.pick(personalDataLines[isPraise ? 'praise' : 'complaint']));
  const line = dice.pick(key === 'suspected-fake' && !isPraise ? slanderLines : abuseLines[key]);
  const filled = line.replace(/\{(\w+)(:이)?\}/g, (_, slot: string, particle: string | undefined) => {
    const word = fillSlot(dice, slot);
    return particle === undefined ? word : word + josa(word, '이', '가');
  });
  const isHidden = hiddenKeys.includes(key) && dice.chance(0.12);
  const text = isHidden ? filled.replace(/(\S)(?=\S)/g, '$1 ') : filled;
  return [{ key, obfuscation: isHidden ? 'spaced' : 'none', ...out.add(text) }];
}

function fillSlot(dice: Dice, slot: string): string {
  const list = abuseSlots[slot];
  return list === undefined ? (personalData[slot]?.(dice) ?? slot) : dice.pick(list);
}

/** Kinds whose writers know that they will be looked for. */
const hiddenKeys: readonly AbuseKey[] = ['personal-attack', 'sexual', 'hate', 'threat'];

function swearAt(dice: Dice, out: TextBuilder, isPraise: boolean): readonly TrueAbuse[] {
  const swearing = dice.weighted([
    [outcries, 45],
    [intensifiers, 22],
    [rants, 7],
    [curses, 8],
    [insults, isPraise ? 0.5 : 25],
  ]);
  const found = addSworn(dice, out, swearing, isPraise);
  const attack: readonly TrueAbuse[] = swearing === insults && !isPraise ? [{ ...found, key: 'personal-attack' }] : [];
  if (isPraise || !dice.chance(0.2)) return [found, ...attack];
  out.add(dice.pick([' ', '\n', ' ㅋㅋ ', '. ']));
  return [found, ...attack, addSworn(dice, out, outcries, false)];
}

function addSworn(dice: Dice, out: TextBuilder, swearing: Swearing, isPraise: boolean): TrueAbuse {
  const line = dice.pick(isPraise ? swearing.praises : swearing.lines);
  const at = line.indexOf('{w}');
  const { text, obfuscation } = obfuscate(dice, dice.pick(swearing.words));
  out.add(line.slice(0, at));
  const span = out.add(text);
  out.add(line.slice(at + 3));
  return { key: 'profanity', obfuscation, ...span };
}

/** Writes a line with made-up data; every piece of data is evidence. */
function leak(dice: Dice, out: TextBuilder, line: string): readonly TrueAbuse[] {
  const found: TrueAbuse[] = [];
  for (const piece of line.split(/(\{\w+\})/)) {
    const make = personalData[piece.slice(1, -1)];
    const span = out.add(piece.startsWith('{') && make !== undefined ? make(dice) : piece);
    if (piece.startsWith('{')) found.push({ key: 'personal-data', obfuscation: 'none', ...span });
  }
  return found;
}
