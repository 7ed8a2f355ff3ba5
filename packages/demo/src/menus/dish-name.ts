import type { Dice } from '../dice.ts';
import { type DishGroup, ingredients } from '../dishes/dish.ts';
import { type Portion, portions, type Portions } from '../dishes/portions.ts';
import { words } from '../words.ts';
import type { MenuStyle } from './menu-style.ts';
import { misspell } from './typos.ts';

/** A dish before its size is written: the words, and what its group says of it. */
export type DraftDish = { base: string; group: DishGroup };

const notes = words(
  '인기|당일조리|포장가능|HOT|NEW|추천|한정수량|사진과 다를 수 있음|품절주의|조리시간 20분|수제|양많음|남녀노소|강추|국내산|재료소진시 마감|1일 20개',
);

const boasts = words(
  ' 스페셜| 시그니처| 킹| 골드| 더블| 빅| 클래식| 오리지널| 프리미엄| 황제| 몬스터|표|식| 특제| 원조',
);

const ingredientWords = words(ingredients);

/** What a menu's heading says and its lines may leave out. */
const heads =
  /^([가-힣 ]{2,}?) ?(치킨|피자|버거|김밥|돈까스|떡볶이|찌개|국밥|칼국수|초밥|파스타|스파게티|라떼|에이드|스무디|케이크|와플|크로플|찜닭|족발|만두|라멘|우동|덮밥|샐러드|토스트|샌드위치|비빔밥|볶음밥|도시락|순두부|냉면|짬뽕|쌀국수|카레|핫도그|곱창|보쌈|닭발|빙수|베이글|치즈볼|튀김|구이|볶음|탕수육|리조또|필라프|주스|프라페|쿠키|마카롱|타코|부리또|커리|포케|라면|주먹밥|컵밥|국수|막국수|갈비찜|아구찜|전골|샤브|나베|해장국|순대|스테이크)$/;

const english: readonly (readonly [string, string])[] = [
  ['치킨', 'Chicken'],
  ['치즈', 'Cheese'],
  ['피자', 'Pizza'],
  ['버거', 'Burger'],
  ['파스타', 'Pasta'],
  ['라떼', 'Latte'],
  ['스테이크', 'Steak'],
  ['샐러드', 'Salad'],
  ['커피', 'Coffee'],
  ['에이드', 'Ade'],
  ['쿠키', 'Cookie'],
  ['케이크', 'Cake'],
  ['카레', 'Curry'],
  ['새우', 'Shrimp'],
  ['김치', 'Kimchi'],
  ['핫', 'HOT'],
  ['세트', 'SET'],
];

/** The common names come first in a group, and are used most. */
export function pickName(dice: Dice, names: readonly string[]): string {
  return names[Math.floor(names.length * dice.unit() ** 1.3)] ?? dice.pick(names);
}

/** Leaves the head off, unless nothing but an adjective would be left. */
function clip(name: string): string {
  const rest = heads.exec(name)?.[1] ?? name;
  return /^(미니|수제|매운|옛날|모둠|모듬|매콤|바삭|얼큰|추억의|시장|왕|통|특)$/.test(rest) ? name : rest;
}

/** Lead word or the store's own mark, name, and the spacing the store keeps to. `mark` is null for sides. */
export function draftDish(dice: Dice, group: DishGroup, style: MenuStyle, mark: string | null): DraftDish {
  let base = pickName(dice, group.names);
  if (mark !== null && dice.chance(style.clipShare)) base = clip(base);
  if (mark !== null && dice.chance(style.markShare))
    base = `${mark}${dice.chance(0.25) ? dice.pick(boasts) : ''} ${base}`;
  else if (group.leads !== null && !base.endsWith('추가') && dice.chance(style.leadShare)) {
    const lead = dice.pick(group.leads);
    const isTold =
      base.includes(lead) || (ingredientWords.includes(lead) && ingredientWords.some((word) => base.includes(word)));
    if (!isTold) base = `${lead} ${base}`;
  }
  if (dice.chance(style.englishShare)) base = inEnglish(dice, base);
  return { base: space(dice, base, style.spacing), group };
}

/** The sizes a draft may be sold in; a name that already tells its size or company takes no more of it. */
export function portionsOf({ base, group }: DraftDish): Portions {
  return /[0-9+(/]|세트|인분|추가|변경|아이스|따뜻|^아아|뜨아|ICE|HOT|핫초코/.test(base)
    ? portions.plain
    : portions[group.portions];
}

/** A name that can stand beside another: "탕수육" but not "세트1 (짜장2+탕수육)". */
export function pickPlainName(dice: Dice, names: readonly string[]): string {
  const plain = names.filter((name) => !/[0-9+(/:]|세트|추가/.test(name));
  return pickName(dice, plain.length > 0 ? plain : names);
}

/** A draft the way a store writes it: size, what comes with it (`extra`), note, tag, and now and then a slip. */
export function writeDish(dice: Dice, draft: DraftDish, style: MenuStyle, [portion]: Portion, extra: string): string {
  let name = draft.base + (portion.startsWith('~') ? style.bracket(portion.slice(1)) : portion);
  name += /세트|SET/.test(portion) ? extra.replace(/ 세트$/, '') : extra;
  const isTagged = dice.chance(style.tagShare);
  if (!isTagged && dice.chance(style.noteShare)) {
    const note = dice.pick(notesOn(draft.group));
    name += dice.pick([` (${note})`, `(${note})`, ` - ${note}`]);
  }
  if (dice.chance(style.typoShare)) name = misspell(dice, name);
  return isTagged ? tag(dice, name, dice.pick(style.tags)) : name;
}

function notesOn({ options }: DishGroup): readonly string[] {
  if (options.includes('spice')) return [...notes, '맵기선택', '매운맛', '순한맛', '맵찔이용'];
  return options.includes('riceOrNoodle') ? [...notes, '공기밥 포함', '공기밥별도', '밥따로'] : notes;
}

function tag(dice: Dice, name: string, text: string): string {
  return dice.chance(0.75) ? `${text}${dice.chance(0.6) ? ' ' : ''}${name}` : `${name} ${text}`;
}

function inEnglish(dice: Dice, name: string): string {
  const found = english.filter(([korean]) => name.includes(korean));
  if (found.length === 0) return name;
  const [korean, word] = dice.pick(found);
  return name.replace(korean, ` ${word} `).replace(/\s+/g, ' ').trim();
}

/** Joins all words, or parts and joins them without care: "제육 볶음", "반반치킨". */
function space(dice: Dice, name: string, spacing: MenuStyle['spacing']): string {
  if (spacing === 'joined') return name.replace(/([가-힣]) (?=[가-힣])/g, '$1');
  if (spacing === 'as-is' || !dice.chance(0.5)) return name;
  if (name.includes(' ')) return name.replace(' ', '');
  const middle = Math.floor(name.length / 2);
  const isKorean = /^[가-힣]+$/.test(name);
  return isKorean && name.length >= 4 ? `${name.slice(0, middle)} ${name.slice(middle)}` : name;
}
