import { family } from './label.ts';
import type { LabelSet } from './label.ts';

const taste = family(
  'taste',
  [
    '맛',
    'Taste',
    '맛에 대한 말. 근거는 꾸미는 말까지 표시함. 좋고 나쁨이 섞였거나 없으면 중립.',
    'What is said of taste. Mark the words that say it with their adverbs. Mixed or merely described is neutral.',
  ],
  [
    [
      'taste-overall',
      '전반적인 맛',
      'Overall taste',
      '무슨 맛인지 말하지 않고 맛있다, 별로다라고만 한 것.',
      'Good or bad without saying which taste.',
    ],
    ['taste-sweet', '단맛', 'Sweet', '달다, 달달하다. 물릴 만큼 달면 부정.', 'Sweetness. Too sweet is negative.'],
    ['taste-salty', '짠맛', 'Salty', '짜다, 간이 세다. 간이 딱 맞다는 긍정.', 'Saltiness. Well seasoned is positive.'],
    [
      'taste-spicy',
      '매운맛',
      'Spicy',
      '맵다, 얼큰하다, 칼칼하다. 좋고 나쁨이 없으면 중립.',
      'Heat. Neutral when it is only described.',
    ],
    [
      'taste-bland',
      '싱거움',
      'Bland',
      '싱겁다, 밍밍하다. 슴슴해서 좋다는 긍정.',
      'Lack of taste. Mild and liked is positive.',
    ],
    [
      'taste-greasy',
      '느끼함',
      'Greasy',
      '느끼하다, 기름지다. 느끼하지 않다, 담백하다는 긍정.',
      'Greasiness. Not greasy is positive.',
    ],
    [
      'taste-fresh',
      '신선함',
      'Fresh',
      '재료가 신선하다, 시들었다. 냄새를 말하면 잡내.',
      'Freshness of ingredients. A smell is Off-flavour.',
    ],
    [
      'taste-rich',
      '진함·고소함',
      'Rich',
      '진하다, 깊은 맛, 고소하다, 감칠맛이 난다. 간만 세면 짠맛.',
      'Depth, savouriness, nuttiness. Merely strong seasoning is Salty.',
    ],
    [
      'taste-off',
      '잡내',
      'Off-flavour',
      '비린내, 누린내, 쉰내, 탄내. 잡내가 없다는 긍정.',
      'Fishy, gamy, sour or burnt smell. None of it is positive.',
    ],
  ],
);

const texture = family(
  'texture',
  [
    '식감',
    'Texture',
    '씹는 느낌에 대한 말. 근거는 꾸미는 말까지 표시함. 좋고 나쁨이 섞였거나 없으면 중립.',
    'What is said of the bite. Mark the words that say it with their adverbs. Mixed or merely described is neutral.',
  ],
  [
    [
      'texture-crispy',
      '바삭함',
      'Crispy',
      '바삭하다. 바삭하지 않다는 부정이고, 눅눅하다고 하면 눅눅함.',
      'Crispness. Not crisp is negative; damp is Soggy.',
    ],
    [
      'texture-soggy',
      '눅눅함',
      'Soggy',
      '눅눅하다, 면이 불었다, 물컹하다, 다 녹았다. 눅눅하지 않다는 긍정.',
      'Damp crust, swollen noodles, mushy or melted pieces.',
    ],
    [
      'texture-tender',
      '부드러움',
      'Tender',
      '부드럽다, 촉촉하다, 야들야들하다, 육즙이 있다.',
      'Soft, moist or juicy; melts in the mouth.',
    ],
    [
      'texture-tough',
      '질김',
      'Tough',
      '질기다, 딱딱하다, 뻣뻣하다. 물기가 없어 퍽퍽하면 퍽퍽함.',
      'Tough, hard or stiff. Dry and crumbly is Dry.',
    ],
    [
      'texture-chewy',
      '쫄깃함',
      'Chewy',
      '쫄깃하다, 쫀득하다, 탱글하다, 꼬들꼬들하다. 질겨서 싫으면 질김.',
      'Pleasant spring and chew. Unpleasantly so is Tough.',
    ],
    ['texture-dry', '퍽퍽함', 'Dry', '퍽퍽하다, 뻑뻑하다, 말랐다, 푸석하다.', 'Dry or crumbly meat, rice or bread.'],
  ],
);

/** What a review can say of the taste or texture of food. */
export type AspectKey = (typeof taste | typeof texture)['leaves'][number]['key'];

/** Every aspect. */
export const aspectKeys: readonly AspectKey[] = [taste, texture].flatMap((group) => group.leaves.map(({ key }) => key));

/** Labels of the aspect queue: any number per review, each with polarity and evidence. */
export const reviewAspectLabelSet: LabelSet = {
  key: 'review-aspects',
  nameKo: '맛·식감',
  nameEn: 'Taste and texture',
  labels: [taste, texture].flatMap((group) => [group.top, ...group.leaves]),
};
