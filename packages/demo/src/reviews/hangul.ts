const first = 0xac00;
const count = 11_172;
const finals = 28;

const leadJamo = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const vowelJamo = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const finalJamo = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

/** A syllable's place in Unicode's table, or null for anything else. */
function syllableIndex(char: string): number | null {
  const index = char.charCodeAt(0) - first;
  return char.length === 1 && index >= 0 && index < count ? index : null;
}

/** Whether the last character is a syllable that ends in a consonant; digits and Latin count as if they did not. */
export function endsInConsonant(text: string): boolean {
  const index = syllableIndex(text.slice(-1));
  return index !== null && index % finals !== 0;
}

/** Puts a consonant under the last syllable, which must have none: 해 + ㅆ → 했. */
export function withFinal(text: string, jamo: string): string {
  const index = syllableIndex(text.slice(-1));
  if (index === null || index % finals !== 0) throw new RangeError(`"${text}" has no room for ${jamo}`);
  return text.slice(0, -1) + String.fromCharCode(first + index + finalJamo.indexOf(jamo));
}

/** Drops a final ㄹ, as endings in ㄴ and ㅂ do: 달 → 다. */
export function withoutRieul(text: string): string {
  const index = syllableIndex(text.slice(-1));
  if (index === null || index % finals !== finalJamo.indexOf('ㄹ')) return text;
  return text.slice(0, -1) + String.fromCharCode(first + index - finalJamo.indexOf('ㄹ'));
}

/** The consonants and vowels of a syllable as separate letters: 발 → ㅂㅏㄹ. Other characters stay. */
export function splitJamo(char: string): string {
  const index = syllableIndex(char);
  if (index === null) return char;
  const lead = leadJamo.charAt(Math.floor(index / (finals * vowelJamo.length)));
  const vowel = vowelJamo.charAt(Math.floor(index / finals) % vowelJamo.length);
  return lead + vowel + finalJamo.charAt(index % finals).trim();
}

/** Initial consonants: 시발 → ㅅㅂ. Other characters stay. */
export function initials(text: string): string {
  return Array.from(text, (char) => (syllableIndex(char) === null ? char : splitJamo(char).charAt(0))).join('');
}

/** The particle that fits the word: josa('치킨', '이', '가') → '이'. */
export function josa(word: string, afterConsonant: string, afterVowel: string): string {
  return endsInConsonant(word) ? afterConsonant : afterVowel;
}

/** ㅆ under a syllable written as ㅅ, the commonest slip of all: 있 → 잇. */
export function loosenFinals(text: string): string {
  return Array.from(text, (char) => {
    const index = syllableIndex(char);
    return index !== null && index % finals === finalJamo.indexOf('ㅆ')
      ? String.fromCharCode(char.charCodeAt(0) - 1)
      : char;
  }).join('');
}
