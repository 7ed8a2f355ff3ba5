import { normalizedString } from './text/normalize-text.ts';

const BRACKETED = /\([^()]*\)|\[[^[\]]*\]|<[^<>]*>|\{[^{}]*\}/gu;
/** 160g, 2인분, 1/2마리, 8~10인치; other digits go without what follows them. */
const AMOUNT =
  /\d+(?:[.,/~-]\d+)*\s?(?:kg|mg|ml|cm|g|l|p|pcs?|ea|인분|인용|인|개입|개|마리|조각|장|줄|판|병|잔|캔|팩|세트|봉|구|호|인치|단계|가지|종)(?!\p{L})|\d+/gu;
const VARIANTS = new Set(
  '대 중 소 특 특대 미니 라지 레귤러 스몰 미디움 점보 곱빼기 곱배기 보통 기본 하프 싱글 더블 핫 아이스 s m l xl r hot ice iced'.split(
    ' ',
  ),
);

/**
 * A key that near-copies of a dish's name share: what stands in brackets, amounts with their units, sizes, symbols and
 * spaces are left out. 아구찜(소), 아구찜 대 and 아구 찜 2인분 all have the key 아구찜. A name of which nothing would be
 * left keeps all but its spaces. Takes time linear in the length of the text.
 */
export function nearCopyKey(text: string): string {
  const plain = normalizedString(text);
  const key = plain
    .replace(BRACKETED, ' ')
    .replace(AMOUNT, ' ')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => !VARIANTS.has(word))
    .join('');
  return key === '' ? plain.replaceAll(' ', '') : key;
}
