import type { TextSpan } from './answers.ts';

export type PersonalDataKind = 'resident_number' | 'phone' | 'email' | 'account' | 'address';
export type PersonalDataSpan = TextSpan & { kind: PersonalDataKind };

/** Digits as people write them to slip past a filter: full width, spelled in Hangul, letters that look alike. */
const digitForms: Readonly<Record<string, string>> = {
  공: '0',
  영: '0',
  일: '1',
  이: '2',
  삼: '3',
  사: '4',
  오: '5',
  육: '6',
  칠: '7',
  팔: '8',
  구: '9',
  o: '0',
  O: '0',
  ㅇ: '0',
  l: '1',
  I: '1',
};

/**
 * The same text with every disguised digit as a digit, place for place. Letters that are only digits beside digits are
 * taken for one only there: 이 in 이것 is not a two.
 */
function withPlainDigits(text: string): string {
  const units = text.replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10)).split('');
  const isLoose = (at: number) => digitForms[units[at] ?? ''] !== undefined;
  for (let at = 0; at < units.length; at += 1) {
    if (!isLoose(at)) continue;
    let end = at;
    while (isLoose(end)) end += 1;
    // A run of three or more that begins a mobile number, or any run right beside a digit or its separator.
    const before = units.slice(Math.max(0, at - 2), at).join('');
    const after = units.slice(end, end + 2).join('');
    const isNumber = /\d[-.\s]?$/u.test(before) || /^[-.\s]?\d/u.test(after) || end - at >= 8;
    if (isNumber) for (let place = at; place < end; place += 1) units[place] = digitForms[units[place] ?? ''] ?? '';
    at = end;
  }
  return units.join('');
}

const gap = '[-.\\s·~_/()]{0,3}';
const spaced = (digits: string) => digits.split('').join('\\s?');
/** Digits one by one, each perhaps apart from the next. */
const loose = (least: number, most: number) => `(?:\\d\\s?){${least - 1},${most - 1}}\\d`;
const notBefore = '(?<![\\d#-])';
const notAfter = '(?![\\d-]*\\d)';

/** 010-1234-5678, 01012345678, 0 1 0 1 2 3 4 …, 02-123-4567, 070-1234-5678, 050x safe numbers, +82 10 … */
const phone = new RegExp(
  [
    `${notBefore}(?:\\+?82${gap}${spaced('1')}|${spaced('01')})\\s?[016789]${gap}${loose(3, 4)}${gap}${loose(4, 4)}${notAfter}`,
    `${notBefore}0(?:2|[3-6][1-5]|70|50\\d)[-.)\\s]{1,2}\\d{3,4}[-.\\s]\\d{4}${notAfter}`,
  ].join('|'),
  'gu',
);

/** Six digits of a birthday, a dash or space, one to eight of century and sex, six more or their stand-ins. */
const residentNumber =
  /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?[-–]\s?[1-8](?:\d{6}|[*x●]{6})(?!\d)|(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[1-4]\d{6}(?!\d)/gu;

const email =
  /[A-Za-z0-9._%+-]{1,64}\s?(?:@|＠|골뱅이)\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,24}/gu;

/** A bank's name or the word for an account right before digits in groups; bare groups of digits are no account. */
const account =
  /(?:[가-힣A-Za-z]{0,8}(?:은행|뱅크|저축은행)|국민|신한|우리|하나|농협|기업|카카오|토스|케이|새마을|신협|우체국|수협|계좌)(?:\s?(?:번호|은|는|로|으로))?\s?[:：]?\s?(\d{2,6}(?:[-\s]\d{2,8}){1,3}|\d{10,14})(?![\d-])/gu;

/** A building with its unit, or a road or lot number with a unit behind it: where somebody lives, not a quarter. */
const address =
  /(?:[가-힣A-Za-z0-9]{1,20}(?:아파트|빌라|오피스텔|타운|하이츠|맨션|주택|빌딩|캐슬|자이|래미안|푸르지오|힐스테이트)\s?)(?:\d{1,4}\s?동\s?)?(?:\d{1,3}\s?층\s?)?\d{1,5}\s?호(?!점|선|기|봉|차)|[가-힣0-9]{1,12}(?:로|길)\s?\d{1,4}(?:-\d{1,4})?(?:번길\s?\d{1,4}(?:-\d{1,4})?)?,?\s(?:\d{1,4}\s?동\s)?\d{1,5}\s?호(?!점|선|기|봉|차)|(?<![\d가-힣])\d{3,4}\s?동\s?\d{2,5}\s?호(?!점|선|기|봉|차)/gu;

/**
 * Where a text holds personal data: resident registration numbers, phone numbers (also disguised), e-mail addresses, bank
 * accounts and home addresses. Offsets are UTF-16 units of the text given; spans are in order and do not overlap.
 * Prices, order numbers, dates and a store's quarter are none.
 */
export function findPersonalData(text: string): PersonalDataSpan[] {
  const plain = withPlainDigits(text);
  const found: PersonalDataSpan[] = [
    ...matches(plain, residentNumber, 'resident_number'),
    ...matches(plain, phone, 'phone'),
    ...matches(text, email, 'email'),
    ...accounts(plain),
    ...matches(text, address, 'address'),
  ];
  const taken: PersonalDataSpan[] = [];
  for (const span of found) {
    if (taken.every((other) => span.end <= other.start || span.start >= other.end)) taken.push(span);
  }
  return taken.sort((a, b) => a.start - b.start);
}

function matches(text: string, pattern: RegExp, kind: PersonalDataKind): PersonalDataSpan[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const start = match.index + (/^\s*/u.exec(match[0])?.[0].length ?? 0);
    return { start, end: start + match[0].trim().length, kind };
  });
}

/** Only the number of an account is hidden: which bank it is at tells nothing of anybody. */
function accounts(text: string): PersonalDataSpan[] {
  return Array.from(text.matchAll(account)).flatMap((match) => {
    const number = match[1] ?? '';
    if (number.replace(/\D/gu, '').length < 10) return [];
    const end = match.index + match[0].length;
    return [{ start: end - number.length, end, kind: 'account' as const }];
  });
}

/** What a hidden character is shown as. */
export const maskCharacter = '●';

/**
 * The text with its personal data hidden, character by character: as long as before, so that every offset still fits.
 * Spaces and hyphens stay, so that one sees what it was.
 */
export function maskPersonalData(text: string): string {
  return maskSpans(text, findPersonalData(text));
}

/** The text with these parts hidden in the same way. */
export function maskSpans(text: string, spans: readonly TextSpan[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    masked += text.slice(at, start) + text.slice(start, end).replace(/[^\s-]/g, maskCharacter);
    at = end;
  }
  return masked + text.slice(at);
}
