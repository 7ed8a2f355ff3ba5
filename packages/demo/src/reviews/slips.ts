import type { Dice } from '../dice.ts';
import { loosenFinals } from './hangul.ts';
import type { Persona } from './persona.ts';

/** Ways of writing that are wrong, or the internet's. */
const habits: readonly (readonly [usual: string, ...others: string[]])[] = [
  ['맛있', '맛잇', '마싯', '맛잏'],
  ['좋아', '조아', '죠아'],
  ['너무', '넘', '넘무', '너므'],
  ['진짜', '찐', '진쨔', 'ㄹㅇ', '진자'],
  ['그냥', '걍', '그냠'],
  ['많이', '마니', '많의'],
  ['같아요', '같에요', '같애요', '가타요'],
  ['됐', '됬'],
  ['돼', '되'],
  ['안 ', '안'],
  ['않', '안'],
  ['괜찮', '괜찬', '갠찮'],
  ['오랜만', '오랫만'],
  ['배달', '베달'],
  ['네요', '내요', '네여', '네용'],
  ['어요', '어여', '어용', '어욤', '엉요'],
  ['해요', '해여', '해용', '헤요'],
  ['아요', '아여', '아용'],
  ['습니다', '슴다', '슴니다', '습니당', '읍니다'],
  ['왔', '왓'],
  ['했', '햇'],
  ['먹었', '먹엇', '머겄'],
  ['게요', '께요', '게여'],
  ['사장님', '사장뉨', '샤장님', '싸장님'],
  ['정말', '증말', '정말루', '졍말'],
  ['엄청', '엄쳥', '엄텅'],
  ['싫', '실'],
  ['왜 ', '외 ', '왜케 '],
  ['시켰', '시켯'],
  ['별로', '별루', '벌로'],
  ['다시', '다쉬'],
  ['치킨', '칰힌', '치낀'],
  ['에요', '예요', '애요'],
  ['는데', '는대', '눈데'],
  ['은데', '은대'],
];

/** The piece as this person would type it. */
export function slip(dice: Dice, piece: string, { slipShare, unspacedShare, isLoose }: Persona): string {
  let text = piece;
  if (dice.chance(slipShare)) {
    const found = habits.filter(([usual]) => text.includes(usual));
    if (found.length > 0) {
      const [usual, ...others] = dice.pick(found);
      text = text.replace(usual, dice.pick(others));
    }
  }
  if (isLoose) text = loosenFinals(text);
  return dice.chance(unspacedShare) ? text.replace(/(\S) (?=\S)/g, '$1') : text;
}
