import { endsInConsonant, withFinal, withoutRieul } from './hangul.ts';

/** How a person writes: 해요, 합니다, 반말, 음슴, and the way of the elderly. */
export type Register = 'polite' | 'formal' | 'casual' | 'noun' | 'elder';

/** A verb or adjective with the forms its endings hang on. */
export type Predicate = {
  /** 맵 of 맵다. */
  stem: string;
  /** 매워. */
  infinitive: string;
  /** 매운 or, for verbs and 있다, 있는: what stands before 데. */
  modifier: string;
  /** 매움. */
  nominal: string;
};

/** Stems whose forms can't be told from the stem alone: infinitive, modifier, nominal. */
const irregular: Readonly<Record<string, readonly [infinitive: string, modifier: string, nominal: string]>> = {
  맵: ['매워', '매운', '매움'],
  싱겁: ['싱거워', '싱거운', '싱거움'],
  무겁: ['무거워', '무거운', '무거움'],
  차갑: ['차가워', '차가운', '차가움'],
  뜨겁: ['뜨거워', '뜨거운', '뜨거움'],
  스럽: ['스러워', '스러운', '스러움'],
  부드럽: ['부드러워', '부드러운', '부드러움'],
  고맙: ['고마워', '고마운', '고마움'],
  아깝: ['아까워', '아까운', '아까움'],
  아쉽: ['아쉬워', '아쉬운', '아쉬움'],
  쉽: ['쉬워', '쉬운', '쉬움'],
  크: ['커', '큰', '큼'],
  빠르: ['빨라', '빠른', '빠름'],
  다르: ['달라', '다른', '다름'],
  느끼하: ['느끼해', '느끼한', '느끼함'],
  질기: ['질겨', '질긴', '질김'],
  비리: ['비려', '비린', '비림'],
  시: ['셔', '신', '심'],
  느리: ['느려', '느린', '느림'],
  걸리: ['걸려', '걸리는', '걸림'],
  흐르: ['흘러', '흐르는', '흐름'],
  부르: ['불러', '부른', '부름'],
  붇: ['불어', '불은', '불음'],
  퍼지: ['퍼져', '퍼지는', '퍼짐'],
  달: ['달아', '단', '달음'],
  길: ['길어', '긴', '길음'],
  들: ['들어', '드는', '들음'],
  있: ['있어', '있는', '있음'],
  없: ['없어', '없는', '없음'],
  맛있: ['맛있어', '맛있는', '맛있음'],
  맛없: ['맛없어', '맛없는', '맛없음'],
  좋: ['좋아', '좋은', '좋음'],
  많: ['많아', '많은', '많음'],
  적: ['적어', '적은', '적음'],
  작: ['작아', '작은', '작음'],
  얇: ['얇아', '얇은', '얇음'],
  낫: ['나아', '나은', '나음'],
  같: ['같아', '같은', '같음'],
  괜찮: ['괜찮아', '괜찮은', '괜찮음'],
  짜: ['짜', '짠', '짬'],
  싸: ['싸', '싼', '쌈'],
  비싸: ['비싸', '비싼', '비쌈'],
  나: ['나', '나는', '남'],
  오: ['와', '오는', '옴'],
  가: ['가', '가는', '감'],
  되: ['돼', '되는', '됨'],
  식: ['식어', '식은', '식음'],
  먹: ['먹어', '먹는', '먹음'],
  살: ['살아', '사는', '삶'],
  터지: ['터져', '터지는', '터짐'],
  떨어지: ['떨어져', '떨어지는', '떨어짐'],
  남: ['남아', '남는', '남음'],
  주: ['줘', '주는', '줌'],
  시키: ['시켜', '시키는', '시킴'],
  버리: ['버려', '버리는', '버림'],
  받: ['받아', '받는', '받음'],
  올라가: ['올라가', '올라가는', '올라감'],
  세: ['세', '센', '셈'],
  찰지: ['찰져', '찰진', '찰짐'],
  기름지: ['기름져', '기름진', '기름짐'],
  늦: ['늦어', '늦은', '늦음'],
  누르: ['눌러', '누르는', '누름'],
  줄: ['줄어', '주는', '줄음'],
  빠지: ['빠져', '빠지는', '빠짐'],
  나오: ['나와', '나오는', '나옴'],
  오르: ['올라', '오르는', '오름'],
  들어가: ['들어가', '들어가는', '들어감'],
  보이: ['보여', '보이는', '보임'],
  모르: ['몰라', '모르는', '모름'],
  싫: ['싫어', '싫은', '싫음'],
  쏟아지: ['쏟아져', '쏟아지는', '쏟아짐'],
  읽: ['읽어', '읽는', '읽음'],
  내: ['내', '내는', '냄'],
  놓: ['놓아', '놓는', '놓음'],
  굳: ['굳어', '굳은', '굳음'],
  녹: ['녹아', '녹는', '녹음'],
  좋아하: ['좋아해', '좋아하는', '좋아함'],
  만족하: ['만족해', '만족하는', '만족함'],
  감동하: ['감동해', '감동하는', '감동함'],
  실망하: ['실망해', '실망하는', '실망함'],
  변하: ['변해', '변하는', '변함'],
  속상하: ['속상해', '속상한', '속상함'],
  이: ['이야', '인', '임'],
};

const built = new Map<string, Predicate>();

/** The predicate of a stem: 하다 words by rule, the rest from the table. Throws for a stem it doesn't know. */
export function predicate(stem: string): Predicate {
  const known = built.get(stem) ?? build(stem);
  built.set(stem, known);
  return known;
}

function build(stem: string): Predicate {
  for (let at = 0; at < stem.length; at++) {
    const forms = irregular[stem.slice(at)];
    if (forms === undefined) continue;
    const lead = stem.slice(0, at);
    return { stem, infinitive: lead + forms[0], modifier: lead + forms[1], nominal: lead + forms[2] };
  }
  if (!stem.endsWith('하')) throw new RangeError(`No forms for "${stem}"`);
  const lead = stem.slice(0, -1);
  return { stem, infinitive: `${lead}해`, modifier: `${lead}한`, nominal: `${lead}함` };
}

function past({ stem, infinitive }: Predicate): string {
  if (isCopula(stem)) return endsInConsonant(noun(stem)) ? `${stem}었` : `${noun(stem)}였`;
  return endsInConsonant(infinitive) ? `${infinitive}었` : withFinal(infinitive, 'ㅆ');
}

/** 이다 words are written as nouns with 이: 최고이, 꿀맛이. */
function isCopula(stem: string): boolean {
  return stem.endsWith('이') && !stem.endsWith('보이');
}

function noun(stem: string): string {
  return stem.slice(0, -1);
}

/** 최고네요, but 꿀맛이네요. */
function shortStem({ stem }: Predicate): string {
  return isCopula(stem) && !endsInConsonant(noun(stem)) ? noun(stem) : stem;
}

/** What 요 follows now: 바삭해, 꿀맛이에, 최고에. */
function nowForm(word: Predicate): string {
  return isCopula(word.stem) ? `${shortStem(word)}에` : word.infinitive;
}

function plainForm(word: Predicate): string {
  return isCopula(word.stem) ? `${shortStem(word)}야` : word.infinitive;
}

/** ㅂ니다 or 습니다; ㄹ falls away before ㅂ: 달 → 답니다. */
function formally(base: string, afterConsonant: string): string {
  const bare = withoutRieul(base);
  return endsInConsonant(bare) ? bare + afterConsonant : `${withFinal(bare, 'ㅂ')}니다`;
}

/** Ways to end a sentence; `variant` in [0, 1) chooses among those of the register. */
export function ending(word: Predicate, register: Register, isPast: boolean, variant: number): string {
  const base = isPast ? past(word) : word.stem;
  const short = isPast ? base : shortStem(word);
  switch (register) {
    case 'polite':
      if (variant < 0.25) return `${withoutRieul(short)}네요`;
      if (variant < 0.36 && !isPast) return `${short}더라구요`;
      return isPast ? `${base}어요` : `${nowForm(word)}요`;
    case 'formal':
      return variant < 0.2 ? `${withoutRieul(short)}네요` : formally(base, '습니다');
    case 'casual':
      if (variant < 0.3) return `${withoutRieul(short)}네`;
      if (variant < 0.5 && !isPast) return `${short}더라`;
      return isPast ? `${base}어` : plainForm(word);
    case 'noun':
      return isPast ? `${base}음` : word.nominal;
    case 'elder':
      return variant < 0.5 ? `${withoutRieul(short)}네요` : formally(base, '읍니다');
  }
}

/** The word before another clause: "바삭하고". */
export function andThen(word: Predicate, isPast: boolean): string {
  return `${isPast ? past(word) : word.stem}고`;
}

/** The word before a turn: "바삭한데", "왔는데". */
export function butThen(word: Predicate, isPast: boolean): string {
  return isPast ? `${past(word)}는데` : `${word.modifier}데`;
}
