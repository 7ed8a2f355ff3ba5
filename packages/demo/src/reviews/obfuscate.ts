import type { Dice } from '../dice.ts';
import type { Obfuscation } from '../types.ts';
import { initials, splitJamo } from './hangul.ts';

/** A swear word with the disguises that need knowledge of the word. */
export type SwearWord = {
  plain: string;
  /** Spelt a little differently: 씨빨, 슈발. */
  lookAlikes: readonly string[];
  /** Typed on the Latin keyboard, or in Latin letters: tlqkf. */
  latin: readonly string[];
};

const symbols = ['@', '*', '.', '~', '!', '^', '-', '♡', '/', '_', "'", 'ㆍ'] as const;

/** Weights of the disguises, as met under real moderation: plain first, then initials and look-alikes. */
const weights: readonly (readonly [Obfuscation, number])[] = [
  ['none', 22],
  ['initials', 18],
  ['look-alike', 16],
  ['digit-inside', 12],
  ['symbol-inside', 11],
  ['spaced', 8],
  ['split-jamo', 7],
  ['stretched', 6],
  ['latin', 5],
];

/** The word in some disguise, and which one it is. A word without the rolled disguise stays plain. */
export function obfuscate(dice: Dice, word: SwearWord): { text: string; obfuscation: Obfuscation } {
  const obfuscation = dice.weighted(weights);
  const text = disguise(dice, word, obfuscation);
  return text === word.plain ? { text, obfuscation: 'none' } : { text, obfuscation };
}

function disguise(dice: Dice, word: SwearWord, obfuscation: Obfuscation): string {
  const { plain } = word;
  const chars = Array.from(plain);
  const at = dice.int(1, Math.max(1, chars.length - 1));
  const insert = (piece: string) => [...chars.slice(0, at), piece, ...chars.slice(at)].join('');
  switch (obfuscation) {
    case 'none':
      return plain;
    case 'initials':
      // ㄱㄱ already means something else.
      return plain === '개같' ? plain : initials(plain);
    case 'split-jamo': {
      const chosen = dice.int(0, chars.length);
      return chars
        .map((char, index) => (chosen === chars.length || index === chosen ? splitJamo(char) : char))
        .join('');
    }
    case 'digit-inside':
      return insert(dice.pick(['1', '2', '7', '8', '1', '0', '18']));
    case 'symbol-inside':
      return insert(dice.pick(symbols));
    case 'spaced':
      return chars.join(dice.chance(0.75) ? ' ' : '  ');
    case 'look-alike':
      return dice.pick(word.lookAlikes);
    case 'stretched':
      return stretch(dice, chars);
    case 'latin':
      return word.latin.length > 0 ? dice.pick(word.latin) : plain;
  }
}

/** 시발 → 시이이발 or 시발ㅏㅏㅏ: the vowel drawn out. */
function stretch(dice: Dice, chars: readonly string[]): string {
  const [head = '', ...tail] = chars;
  const vowel = splitJamo(head).charAt(1);
  const drawn = vowel === 'ㅣ' ? '이' : vowel === 'ㅏ' ? '아' : vowel === 'ㅗ' ? '오' : vowel === 'ㅐ' ? '애' : '';
  return drawn === '' ? chars.join('') + 'ㄹ'.repeat(2) : head + drawn.repeat(dice.int(1, 4)) + tail.join('');
}
