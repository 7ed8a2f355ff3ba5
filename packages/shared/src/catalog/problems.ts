/** Why a row was refused, or stored with something left out. */
export const problemReasons = [
  'missing',
  'store_missing',
  'too_long',
  'row_too_long',
  'not_a_price',
  'not_a_number',
  'not_a_rating',
  'not_a_date',
  'relative_date',
  'out_of_range',
  'unstorable_character',
  'broken_character',
  'too_many_cells',
  'too_few_cells',
  'quote_not_closed',
  'not_json',
  'id_of_other_store',
] as const;
export type ProblemReason = (typeof problemReasons)[number];

export const problemSeverities = ['rejected', 'warning'] as const;
export type ProblemSeverity = (typeof problemSeverities)[number];

/** `line` is where the row starts in the file, from 1; the header of a CSV file is line 1. */
export type RowProblem = {
  line: number;
  column: string | null;
  severity: ProblemSeverity;
  reason: ProblemReason;
  value: string | null;
};

const words: Record<ProblemReason, { ko: string; en: string }> = {
  missing: { ko: '필수 값이 비어 있습니다', en: 'A required value is empty' },
  store_missing: { ko: '가게 ID도 가게 이름도 없습니다', en: 'The row names its store neither by id nor by name' },
  too_long: { ko: '값이 너무 깁니다', en: 'The value is too long' },
  row_too_long: { ko: '한 행이 1 MB를 넘습니다', en: 'The row is longer than 1 MB' },
  not_a_price: { ko: '가격으로 읽을 수 없습니다', en: 'Not a price' },
  not_a_number: { ko: '0 이상의 정수가 아닙니다', en: 'Not a whole number of 0 or more' },
  not_a_rating: { ko: '1~5 사이의 정수 별점이 아닙니다', en: 'Not a whole rating from 1 to 5' },
  not_a_date: { ko: '날짜로 읽을 수 없습니다', en: 'Not a date' },
  relative_date: {
    ko: "'2일 전' 같은 상대 날짜는 기준일을 알 수 없습니다",
    en: 'A relative date such as "2 days ago" has no known starting point',
  },
  out_of_range: { ko: '허용 범위를 벗어난 값입니다', en: 'The value is out of range' },
  unstorable_character: {
    ko: '저장할 수 없는 문자(NUL 또는 짝 없는 서로게이트)가 있습니다',
    en: 'Holds a character that cannot be stored (NUL or a lone surrogate)',
  },
  broken_character: {
    ko: '깨진 문자(�)가 있습니다. 파일 인코딩을 확인해 주십시오',
    en: 'Holds broken characters (�): check the encoding of the file',
  },
  too_many_cells: { ko: '머리글보다 칸이 많습니다', en: 'The row has more cells than the header' },
  too_few_cells: {
    ko: '머리글보다 칸이 적고 따옴표가 어긋나 있습니다',
    en: 'The row has fewer cells than the header, and stray quotation marks',
  },
  quote_not_closed: { ko: '따옴표가 닫히지 않았습니다', en: 'A quotation mark is not closed' },
  not_json: { ko: '올바른 JSON 객체가 아닙니다', en: 'Not a valid JSON object' },
  id_of_other_store: {
    ko: '같은 ID의 항목이 다른 가게에 이미 있습니다. 출처가 다른 파일이면 출처 이름을 지정해 주십시오',
    en: 'An item of another store has this id already: name the source if the file comes from another one',
  },
};

/** The reason in words, for tables and problem files. */
export function describeProblem(reason: ProblemReason, locale: 'ko' | 'en'): string {
  return words[reason][locale];
}
