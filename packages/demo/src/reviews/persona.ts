import type { Dice } from '../dice.ts';
import { words } from '../words.ts';
import type { Register } from './predicate.ts';

/** Who writes: a handle and habits of writing that hold for the whole review. */
export type Persona = {
  handle: string;
  register: Register;
  /** Leaves out spaces as often as this. */
  unspacedShare: number;
  /** Slips of spelling, a piece of text. */
  slipShare: number;
  /** Writes ㅅ for every final ㅆ: 맛잇어요. */
  isLoose: boolean;
  emojiShare: number;
  /** What stands between sentences: nothing, a stop, a line end … */
  stop: string;
  laughShare: number;
};

const nouns = words(
  '맛객|먹보|대식가|혼밥러|야식러|배달왕|집순이|집돌이|직장인|자취생|맛집헌터|프로먹방러|곰돌이|토끼|냥이집사|멍멍이|다람쥐|펭귄|호랭이|고라니|치즈러버|면식수행|고기마니아|떡볶이중독|커피수혈|빵순이|빵돌이|매운맛러버|맵찔이|입맛까다로움|동네주민|단골손님|아기엄마|쌍둥이아빠|신혼부부|새벽반|주말요정|월급루팡|야근요정|감자|고구마|양파|대파|콩나물|꿀떡|찹쌀떡|모찌|푸딩|젤리|초코|우유|두부|만두|호빵',
);
const adjectives = words(
  '배고픈|행복한|졸린|귀여운|무서운|용감한|심심한|까칠한|다정한|느긋한|바쁜|통통한|날씬한|지친|신난|수줍은|씩씩한|엉뚱한|매콤한|달콤한|고소한|바삭한|쫄깃한|촉촉한|오늘도|늘|진심|은근|완전|또',
);
const surnames = words('김|이|박|최|정|강|조|윤|장|임|한|오|서|신|권|황|안|송|전|홍|유|문|양|손|배|백|허|남|심|노');
const latin = words(
  'mango|tofu|dal|moon|star|jelly|bori|kong|nari|sol|haru|mint|cookie|coco|dudu|jjang|happy|lucky|sunny|blue|yum|zzz|mimi|nana|roro|toto|joy|leo|max|lily',
);

type HandleStyle = 'described' | 'numbered' | 'masked' | 'latin' | 'latin-numbered' | 'initialled' | 'plain';

const handleStyles: readonly (readonly [HandleStyle, number])[] = [
  ['described', 6],
  ['numbered', 4],
  ['masked', 3],
  ['latin', 3],
  ['latin-numbered', 2],
  ['initialled', 1],
  ['plain', 1.5],
];

function handle(dice: Dice): string {
  switch (dice.weighted(handleStyles)) {
    case 'described':
      return `${dice.pick(adjectives)}${dice.pick(nouns)}${dice.chance(0.4) ? dice.int(1, 99) : ''}`;
    case 'numbered':
      return `${dice.pick(nouns)}${dice.int(1, 9999)}`;
    case 'masked':
      return `${dice.pick(surnames)}**`;
    case 'latin':
      return `${dice.pick(latin)}${dice.pick(['', '_', '.'])}${dice.pick(latin)}${dice.chance(0.6) ? dice.int(1, 99) : ''}`;
    case 'latin-numbered':
      return `${dice.pick(latin)}${dice.int(10, 9999)}`;
    case 'initialled':
      return `${dice.pick(surnames)}${dice.pick(['ㅇㅈ', 'ㅅㅎ', 'ㅈㅎ', 'ㅁㅈ', 'ㄱㅇ'])}`;
    case 'plain':
      return dice.pick(nouns);
  }
}

export function persona(dice: Dice): Persona {
  const register = dice.weighted<Register>([
    ['polite', 48],
    ['formal', 13],
    ['casual', 15],
    ['noun', 18],
    ['elder', 6],
  ]);
  const isCareful = register === 'formal' || dice.chance(0.3);
  return {
    handle: handle(dice),
    register,
    unspacedShare: isCareful
      ? 0.02
      : dice.weighted([
          [0.05, 5],
          [0.3, 3],
          [0.85, 1],
        ]),
    slipShare: isCareful
      ? 0.02
      : dice.weighted([
          [0.08, 5],
          [0.25, 2],
          [0.5, 1],
        ]),
    isLoose: !isCareful && dice.chance(register === 'elder' ? 0.4 : 0.07),
    emojiShare: dice.chance(0.25) ? 0.5 : 0.04,
    stop: dice.weighted([
      [' ', 5],
      ['. ', 3],
      ['! ', 1.6],
      ['~ ', 1.3],
      ['\n', 1],
      ['.. ', 0.9],
      [', ', 0.7],
      ['!! ', 0.6],
      ['~~ ', register === 'elder' ? 2 : 0.3],
      ['.\n', 0.6],
    ]),
    laughShare: register === 'formal' ? 0.03 : dice.chance(0.35) ? 0.5 : 0.1,
  };
}
