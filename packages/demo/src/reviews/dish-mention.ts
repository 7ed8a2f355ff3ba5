import { menuFamilies } from '../labels/menu-keys.ts';
import type { DemoMenuItem } from '../types.ts';

/** What people say for a category whose first name is not how one asks for it. */
const spoken: Readonly<Record<string, string>> = {
  'chicken-fried': '후라이드',
  'chicken-seasoned': '양념치킨',
  'chicken-soy-garlic': '간장치킨',
  'chicken-half-and-half': '반반치킨',
  'chicken-powder': '치킨',
  'chicken-roasted': '치킨',
  'pizza-cheese': '치즈피자',
  'pizza-combination': '피자',
  'pizza-potato': '포테이토피자',
  'pizza-meat': '불고기피자',
  'pizza-seafood': '새우피자',
  'pizza-half-and-half': '반반피자',
  'chinese-rice': '볶음밥',
  'chinese-dish': '요리',
  'chinese-set': '세트',
  'korean-set-meal': '백반',
  'korean-stir-fried-meat': '제육',
  'meat-ribs-beef': '갈비',
  'burger-beef': '버거',
  'burger-chicken': '치킨버거',
  'burger-shrimp': '버거',
  'cafe-latte': '라떼',
  'cafe-sweet-latte': '라떼',
  'cafe-ade-juice': '음료',
  'cafe-smoothie': '스무디',
  'side-sauce-topping': '소스',
};

const shortNames: ReadonlyMap<string, string> = new Map(
  menuFamilies.flatMap((family) =>
    family.leaves.map((leaf) => [leaf.key, spoken[leaf.key] ?? leaf.nameKo.split('·')[0] ?? leaf.nameKo] as const),
  ),
);

/** A name that says what the dish is, and not only its flavour. */
const telling =
  /(치킨|통닭|강정|피자|버거|김밥|까스|카츠|떡볶이|찌개|찌게|국밥|칼국수|초밥|파스타|스파게티|라떼|에이드|스무디|케이크|와플|크로플|찜닭|족발|만두|라멘|우동|덮밥|샐러드|토스트|샌드위치|비빔밥|볶음밥|도시락|순두부|냉면|짬뽕|짜장|짜장면|쌀국수|카레|핫도그|곱창|막창|보쌈|닭발|빙수|베이글|튀김|구이|볶음|탕수육|리조또|필라프|쿠키|마카롱|타코|부리또|커리|포케|라면|국수|찜|전골|탕|순대|스테이크|죽|빵|갈비|회|게장|새우장|소바|모밀|아메리카노|콜드브루|마라탕|샹궈|닭갈비|불고기|제육|삼겹살|육회)$/;

/** What a customer calls a dish: its name without sizes, brackets and tags, or its category's when that tells too little. */
export function dishMention(item: DemoMenuItem): string {
  const usual = shortNames.get(item.trueLabel) ?? item.name;
  if (item.isAmbiguous) return usual;
  const [main = ''] = item.name
    .replace(/[([（].*?[)\]）]/g, ' ')
    .replace(/ - .*$/, '')
    .split(/[+＋&_/]/);
  const bare = main
    .replace(/[0-9].*$/, '')
    .replace(/세트|곱빼기|한마리|반마리|순살|단품|보통|특대|[소중대]짜|추천|인기|신메뉴/g, '')
    .replace(/[^가-힣 ]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare.length >= 2 && bare.length <= 8 && telling.test(bare) ? bare : usual;
}
