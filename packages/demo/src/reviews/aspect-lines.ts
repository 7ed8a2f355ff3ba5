import { type AspectKey, aspectKeys } from '../labels/review-aspects.ts';
import type { Polarity } from '../types.ts';
import { words } from '../words.ts';
import type { Facet } from './facets.ts';

/** A remark on taste or texture: what is spoken of, and the stems that say it. The stem with its adverb is the evidence. */
export type AspectLine = {
  aspect: AspectKey;
  polarity: Polarity;
  subjects: readonly string[];
  stems: readonly string[];
};

const signs: Readonly<Record<string, Polarity>> = { '+': 'positive', '-': 'negative', '0': 'neutral' };

/** Reads lines of `sign aspect : subjects : stems`. A lone `·` is no subject. Throws on a line it can't read. */
function lines(text: string): readonly AspectLine[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const [head = '', subjects = '', stems = ''] = row.trim().split(' : ');
      const polarity = signs[head.charAt(0)];
      const aspect = aspectKeys.find((key) => key.endsWith(`-${head.slice(1)}`));
      if (polarity === undefined || aspect === undefined) throw new RangeError(`Can't read "${row}"`);
      return { aspect, polarity, subjects: words(subjects), stems: words(stems) };
    });
}

/** What people say of the food, by kind of dish. */
export const aspectLines: Readonly<Record<Facet, readonly AspectLine[]>> = {
  fried: lines(`
    +crispy : 튀김옷이|겉이|튀김이|식었는데도|집에 와도 아직|배달인데도|한입 먹자마자|끝까지 : 바삭하|바삭바삭하|겉바속촉이|아삭하니 바삭하
    -crispy : 튀김옷이|겉이|튀김이|기대랑 다르게 : 하나도 안 바삭하|바삭함이 없|전혀 안 바삭하
    -soggy : 튀김옷이|오는 동안|포장 때문인지|튀김이|뚜껑에 김 서려서 : 눅눅하|축축하|다 눅눅해져 있|흐물흐물하
    +soggy : 포장에 구멍 뚫려 있어서|따로 포장돼서|배달인데 : 하나도 안 눅눅하|눅눅하지 않아서 좋|안 눅눅하고 좋
    -greasy : 튀김이|먹다 보니|기름이 오래됐는지|두 조각 먹으니 : 느끼하|기름지|기름 쩐내가 나|기름이 흥건하
    +greasy : 기름이 깨끗한지|튀김인데도|많이 먹어도|끝까지 : 느끼하지 않아 좋|하나도 안 느끼하|담백하|깔끔하
    +tender : 속은|안쪽은|두툼한데 속이 : 촉촉하|부드럽|육즙이 살아있
    -salty : 튀김옷이|전체적으로|간이 좀 : 짜|소금 덩어리 같|과하게 짜
    -off : 튀김에서|한입 먹자마자|봉투 여는데 : 묵은 기름 냄새가 나|기름 쩐내가 나|탄내가 나
  `),
  chicken: lines(`
    +tender : 속살이|가슴살까지|닭이|살이 : 촉촉하|부드럽|야들야들하|육즙이 살아있
    -dry : 속살이|가슴살이|닭이|살이 : 퍽퍽하|뻑뻑하|너무 말라 있|퍼석하
    +salty : 염지가|간이|살까지 간이 : 딱 맞아서 좋|짭짤하니 맥주안주로 좋|짭조름하
    -salty : 염지가|닭이|간이 : 짜|너무 세서 짜|소태처럼 짜
    -off : 닭에서|살에서|한입 먹자마자|식으니까 : 비린내가 나|잡내가 나|닭 냄새가 나|누린내가 나
    +off : 닭이|신선한 닭인지|순살인데도 : 잡내가 없|냄새 하나도 없|비린내가 전혀 없
    +sweet : 양념이|소스가|양념 맛이 : 달달하니 맛있|달콤하|단짠단짠하
    -sweet : 양념이|소스가|한 조각 먹고 나면 : 너무 달|설탕범벅 같|물릴 정도로 달
    -tough : 닭이|살이|다리살이 : 질기|고무 씹는 것 같
    +chewy : 닭다리살이|순살이|껍질이 : 쫄깃하|쫄깃쫄깃하|쫀득하
  `),
  meat: lines(`
    +tender : 고기가|살이|질길 줄 알았는데|입에 넣으면|두툼한데도 : 부드럽|야들야들하|살살 녹는 것 같|연하
    -tough : 고기가|살이|씹는데|식으니까 : 질기|고무 씹는 것 같|딱딱하|턱 아플 만큼 질기
    +chewy : 씹는 맛이|식감이|한 점 한 점 : 쫄깃하|쫀득하|쫄깃쫄깃하|꼬들꼬들하
    -off : 고기에서|씹을수록|데워 먹는데|봉지 뜯자마자 : 잡내가 나|누린내가 나|꼬릿한 냄새가 나
    +off : 고기가|걱정했는데|식어도 : 잡내 하나도 없|냄새 없이 깔끔하|누린내가 전혀 없
    +spicy : 양념이|불맛이랑 같이|적당히 : 매콤하|맛있게 맵|칼칼하|화끈하
    -spicy : 보통맛인데|양념이|애들이랑 먹기엔 : 너무 맵|맵|속 아플 정도로 맵
    -greasy : 비계가 많아서|고기가|몇 점 먹으니까 : 느끼하|기름지|기름이 둥둥하
    +greasy : 기름기 쫙 빠져서|고기가|많이 먹어도 : 담백하|안 느끼하|깔끔하
    -dry : 고기가|살코기가|오래 익혔는지 : 퍽퍽하|말라서 퍽퍽하|뻣뻣하
    -salty : 양념이|간이|밥 없이 먹기엔 : 짜|너무 짜|세
    +rich : 불향이|숯불향이|불맛이 : 진하|제대로 나서 좋|살아있
  `),
  soup: lines(`
    +rich : 국물이|육수가|한 숟갈 뜨니|푹 끓였는지 : 진하|깊은 맛이 나|구수하|끝내줘서 좋|진국이
    -bland : 국물이|육수가|간이 : 싱겁|밍밍하|맹물 같|닝닝하|아무 맛도 없
    -salty : 국물이|졸아서 그런지 국물이|전체적으로 : 짜|소태처럼 짜|물 타 먹어야 할 정도로 짜
    +spicy : 국물이|먹을수록|땀 날 정도로 : 얼큰하|칼칼하|시원하게 맵|매콤하
    -spicy : 보통맛인데|제일 순한맛인데|애랑 먹으려 했는데|속이 쓰릴 만큼 : 맵|너무 맵|못 먹을 정도로 맵
    0spicy : 맵기는|매운맛은|보통맛 기준으로 : 꽤 맵|살짝 매운 정도이|신라면 정도이
    -off : 국물에서|건더기에서|뚜껑 여는데 : 잡내가 나|비린내가 나|꼬릿한 냄새가 나|쉰내가 나
    +tender : 고기가|건더기가|안에 든 고기가 : 부드럽|야들야들하|푹 익어서 부드럽
    -greasy : 국물이|기름이 떠서|식으니까 : 느끼하|기름지|기름 둥둥이
  `),
  bone: lines(`
    +tender : 뼈에 붙은 살이|고기가|한 점씩 : 살살 발라져서 좋|부드럽|야들야들하
    -off : 고기에서|국물에서|첫 숟갈부터 : 누린내가 나|잡내가 나|돼지 냄새가 나
    +off : 국물이|고기가|냄새에 예민한데 : 잡내 하나도 없|냄새 없이 깔끔하
    -tough : 고기가|안에 든 살이 : 질기|뻣뻣하
  `),
  noodle: lines(`
    +chewy : 면발이|면이|면 따로 와서 : 쫄깃하|탱글탱글하|쫄깃쫄깃하|탱탱하|꼬들꼬들하
    -soggy : 면이|면발이|도착하니까 면이|20분 만에 왔는데도 면이 : 다 불어 있|퉁퉁 불어 있|떡져 있|뚝뚝 끊어질 만큼 불어 있
    +soggy : 면이|시간이 꽤 지났는데 면이 : 하나도 안 불어 있|안 불고 와서 좋
    -bland : 소스가|양념이|면에 간이 : 밍밍하|싱겁|맛이 안 배어 있
    +rich : 소스가|양념이|먹을수록 : 진하|감칠맛이 나|고소하|깊은 맛이 나
    -greasy : 소스가|먹다 보면|기름이 많아 : 느끼하|기름지|니글니글하
    +fresh : 채소가|야채가|고명이 : 아삭하고 신선하|싱싱하|신선하
    -salty : 소스가|간이|양념이 : 짜|너무 짜|세
  `),
  sauce: lines(`
    +spicy : 소스가|양념이|맵찔이인데도|스트레스 받을 때 : 맛있게 맵|매콤하|매콤달콤하|중독적으로 맵
    -spicy : 보통맛인데도|양념이|한입 먹고 : 너무 맵|혀가 아릴 정도로 맵|맵기만 하
    0spicy : 맵기는|매운맛은|2단계 기준 : 적당히 매운 편이|불닭 정도이|꽤 맵
    -sweet : 양념이|소스가|첫맛부터 : 너무 달|물엿 부은 것처럼 달|달기만 하
    +sweet : 양념이|소스가|단맛이 : 달달하|달콤하니 좋|과하지 않게 달
    -salty : 양념이|소스가|밥이랑 먹어도 : 짜|너무 짜|물 계속 마실 만큼 짜
    +rich : 소스가|국물이|양념이 : 꾸덕하|감칠맛이 나|진하|밥 비벼 먹기 좋
    -bland : 양념이|소스가|간이 : 밍밍하|싱겁|맛이 안 배어 있
    +chewy : 당면이|사리가|안에 든 떡이 : 쫄깃하|쫀득하|탱글하
  `),
  cake: lines(`
    +chewy : 떡이|쌀떡이|떡이 안 불고 : 쫄깃하|쫀득하|말랑쫀득하
    -tough : 떡이|덜 익었는지 떡이 : 딱딱하|질기|굳어 있
    -soggy : 떡이|오래 끓였는지 떡이 : 퉁퉁 불어 있|흐물흐물하
  `),
  rice: lines(`
    -salty : 전체적으로|반찬이|양념이 : 짜|세|너무 짜서 아쉽
    -bland : 간이|양념이|재료가 적어서 : 싱겁|심심하|밍밍하|아무 맛이 없
    +bland : 간이|자극적이지 않고|집밥처럼 : 슴슴하니 좋|심심하니 건강한 맛이|삼삼하니 좋
    -dry : 밥이|밥알이|오래됐는지 밥이 : 말라 있|퍼석하|푸석하|딱딱하게 굳어 있
    +tender : 밥이|밥알이|갓 지은 것처럼 밥이 : 고슬고슬하니 좋|부드럽|촉촉하
    +fresh : 야채가|재료가|속재료가 : 신선하|싱싱하|아삭하
    -off : 밥에서|반찬에서|재료에서 : 쉰내가 나|묵은 냄새가 나|이상한 냄새가 나
    +rich : 양념이|참기름 향이|한 숟갈 뜨면 : 고소하|감칠맛이 나|깊은 맛이 나
  `),
  raw: lines(`
    +fresh : 회가|횟감이|배달인데 회가|재료가 : 신선하|싱싱하|물이 좋|막 떠온 것 같
    -fresh : 회가|횟감이|겉이 말라서 : 신선하지가 않아 아쉽|하나도 안 싱싱하|오래된 것 같
    -off : 한 점 먹자마자|회에서|뚜껑 열자마자 : 비린내가 나|물비린내가 나|쿰쿰한 냄새가 나
    +off : 회 못 먹는 남편도 먹을 만큼|장인데도 : 비린내가 없|안 비리|하나도 안 비리
    +chewy : 회가|식감이|숙성이 잘돼서 : 쫄깃하|찰지|쫀득하
    -soggy : 회가|오는 동안|밥이랑 회가 : 물컹하|흐물흐물하|물이 많이 생겨 있
    +tender : 살이|입에 넣자마자|두툼한데 : 부드럽|살살 녹는 것 같|사르르 녹는 느낌이
    -salty : 간장이|양념이|간이 : 너무 짜|짜|세
  `),
  pizza: lines(`
    +crispy : 도우가|끝부분까지|바닥이 : 바삭하|바삭바삭하|파삭하
    +chewy : 도우가|끝부분이|치즈가 쭉쭉 늘어나고 : 쫄깃하|쫀득하|폭신하니 쫄깃하
    -soggy : 도우가|가운데가|박스에 김 서려서 : 눅눅하|축축하|다 젖어 있
    -greasy : 치즈가|두 조각 먹으니|기름이 뚝뚝 떨어져서 : 느끼하|기름지|니글니글하
    +rich : 치즈가|토핑이|소스가 : 진하고 고소하|고소하|풍미가 좋|듬뿍이라 풍미가 있
    -salty : 햄이|토핑이|전체적으로 : 짜|너무 짜|소스까지 더해져 짜
    -tough : 도우가|식으니까 끝이|크러스트가 : 딱딱하|질기|돌처럼 딱딱하
    -bland : 소스가 적어|토핑이 적어서|도우만 두꺼워서 : 밍밍하|싱겁|아무 맛이 없
  `),
  burger: lines(`
    +crispy : 패티가|튀김이|한입 먹으니 : 바삭하|바삭바삭하
    +tender : 패티가|빵이|번이 : 육즙이 살아있|촉촉하|폭신폭신하|부드럽
    -dry : 패티가|빵이|고기가 : 퍽퍽하|말라 있|뻑뻑하
    -soggy : 빵이|소스 때문에 빵이|오는 동안 빵이 : 눅눅하|축축하|다 젖어 있
    +fresh : 야채가|양상추가|속재료가 : 신선하|아삭하|싱싱하
    -fresh : 양상추가|야채가|토마토가 : 시들시들하|숨이 다 죽어 있|안 싱싱하
    -greasy : 패티가|먹고 나니|기름이 배어서 : 느끼하|기름지
    +rich : 치즈가|소스가|육향이 : 진하|고소하|풍미가 좋
    -salty : 패티가|소스가|전체적으로 : 짜|너무 짜
  `),
  bread: lines(`
    +crispy : 겉이|끝부분까지|데워 먹으니 : 바삭하|바삭바삭하|파삭하
    +chewy : 반죽이|속이|결이 : 쫄깃하|쫀득하|폭신하니 쫄깃하
    -tough : 빵이|식으니까|겉이 : 질기|딱딱하|돌처럼 딱딱하
    +rich : 버터향이|한입 먹으면|풍미가 : 고소하|진하|깊은 맛이 나
  `),
  sweet: lines(`
    +sweet : 커피랑 먹으니|단맛이|많이 안 달까 걱정했는데 : 은은하게 달|달콤하|적당히 달달하
    -sweet : 크림이|한입만 먹어도|저한텐 : 너무 달|머리 아플 정도로 달|심하게 달
    +tender : 속이|크림이|안쪽이 : 촉촉하|부드럽|사르르 녹는 것 같
    -dry : 속이|안쪽이|하루 지난 것처럼 : 퍽퍽하|말라 있|푸석하
    +chewy : 식감이|안에가|씹는 맛이 : 쫀득하|꾸덕하|쫄깃하
    +crispy : 겉이|끝부분이|위에 올라간 게 : 바삭하|파삭하
    -greasy : 버터를 많이 넣었는지|크림이|두 개 먹으니 : 느끼하|니글니글하
  `),
  ice: lines(`
    +sweet : 단맛이|많이 안 달고|애들 입맛에 : 은은하게 달|딱 좋게 달|달콤하
    -sweet : 시럽이 많아|저한텐|먹다 보니 : 너무 달|물리게 달
    +tender : 얼음이|입자가 고와서|식감이 : 부드럽|사르르 녹는 것 같
    -soggy : 오는 동안|받자마자 보니|드라이아이스도 없어서 : 다 녹아 있|죽처럼 녹아 있
    +rich : 우유맛이|팥이|맛이 : 진하|고소하|꾸덕하
  `),
  coffee: lines(`
    -bland : 커피가|얼음이 다 녹아서|샷이 적은지 : 밍밍하|연하|물 탄 것 같
    +rich : 커피가|향이|원두가 : 고소하|진하|묵직하니 좋|향긋하
    -off : 커피에서|원두에서|끝맛에서 : 탄내가 나|쓴맛만 나|이상한 냄새가 나
    0rich : 산미는|커피는|원두는 : 산미 있는 편이|고소한 쪽이|진한 편이
  `),
  drink: lines(`
    -sweet : 시럽 빼달랬는데|음료가|바닥에 시럽이 깔려 : 너무 달|달|설탕물 같
    +sweet : 당 떨어질 때|과하지 않게|맛이 : 달달하|달콤하니 좋|적당히 달
    -bland : 음료가|얼음이 녹아서|맛이 : 밍밍하|싱겁|물 탄 것 같
    +overall : 여기 음료는|맛이|가격 대비 : 맛있|괜찮|훌륭하
    -overall : 맛이|가격 대비|기대가 컸는데 : 별로이|맛없|그냥 그렇게 맛없
  `),
  fruit: lines(`
    +fresh : 과일이|생과일이라|한 모금 마시니 : 신선하|상큼하|싱싱하
    -fresh : 과일이|오래됐는지 : 안 신선하|시들하
    +rich : 과일맛이|맛이|한 모금에 : 진하|찐하
  `),
  salad: lines(`
    +fresh : 야채가|채소가|토핑이 : 신선하|싱싱하|아삭아삭하
    -fresh : 야채가|양상추가|밑에 깔린 야채가 : 시들시들하|갈변돼 있|숨이 다 죽어 있
    -dry : 고기가|토핑 고기가 : 퍽퍽하|뻑뻑하|말라 있
    -bland : 소스가 적어|간이|전체적으로 : 밍밍하|심심하|싱겁
    +rich : 소스가|드레싱이|고기에 불향이 : 고소하|진하|감칠맛이 나
  `),
  any: lines(`
    +overall : ·|맛이|여기는|역시|생각보다|기대 안 했는데|오랜만에 먹으니 : 맛있|맛있|맛있|괜찮|훌륭하
    +overall : ·|와|여긴|진심 : 존맛이|꿀맛이|최고이|미친 맛이|JMT이
    +overall : 먹어본 중에|이 동네에서|근처에서 : 제일 맛있|최고이|제일 괜찮
    -overall : ·|맛이|솔직히|가격 대비|기대가 컸는데|예전보다 : 맛없|별로이|맛이 없|그저 그런 맛이
    0overall : ·|맛은|그냥|전체적으로 : 무난하|평범하|그냥저냥 먹을만하|쏘쏘하
  `),
};

/** Aspects that can't both be said of one dish. */
export const contradictions: Readonly<Partial<Record<AspectKey, readonly AspectKey[]>>> = {
  'texture-crispy': ['texture-soggy'],
  'texture-soggy': ['texture-crispy', 'texture-chewy'],
  'texture-tender': ['texture-dry', 'texture-tough'],
  'texture-dry': ['texture-tender'],
  'texture-tough': ['texture-tender', 'texture-chewy'],
  'texture-chewy': ['texture-tough', 'texture-soggy'],
  'taste-bland': ['taste-salty', 'taste-rich', 'taste-spicy'],
  'taste-salty': ['taste-bland'],
  'taste-rich': ['taste-bland'],
  'taste-spicy': ['taste-bland'],
  'taste-fresh': ['taste-off'],
  'taste-off': ['taste-fresh'],
};
