import { family } from './label.ts';

export const japaneseFamily = family(
  'japanese',
  [
    '일식',
    'Japanese',
    '초밥, 돈까스, 일본식 면과 덮밥. 생선회는 회·해산물.',
    'Sushi, donkatsu, Japanese noodles and rice bowls. Sashimi is Raw fish and seafood.',
  ],
  [
    [
      'japanese-sushi',
      '초밥·롤',
      'Sushi and rolls',
      '쥠초밥, 유부초밥, 캘리포니아롤, 후토마끼. 김과 참기름으로 만 것은 김밥.',
      'Nigiri, inari, rolls and futomaki. Korean rolls with sesame oil are Gimbap.',
    ],
    [
      'japanese-donburi',
      '일식 덮밥',
      'Donburi',
      '규동, 가츠동, 사케동, 텐동, 부타동. 제육·불고기 덮밥은 한식, 초고추장 회덮밥은 회덮밥·물회.',
      'Gyudon, katsudon, salmon don, tendon. Jeyuk and bulgogi over rice are Korean meals.',
    ],
    [
      'japanese-donkatsu',
      '돈까스',
      'Donkatsu',
      '등심, 안심, 치즈, 왕돈까스, 생선까스. 우동·냉모밀이 곁들여져도 돈까스가 앞이면 여기. 카레를 부으면 카레.',
      'Breaded cutlets of pork, cheese or fish. With udon or soba on the side it stays here; under curry it is Curry.',
    ],
    [
      'japanese-udon',
      '우동',
      'Udon',
      '국물우동, 냄비우동, 볶음우동, 카레우동. 우동 정식은 여기.',
      'Udon in broth, hot-pot style or stir-fried; udon set meals too.',
    ],
    [
      'japanese-ramen',
      '라멘',
      'Ramen',
      '돈코츠, 미소, 쇼유, 시오, 탄탄멘, 츠케멘, 마제소바. 봉지면이면 분식 라면.',
      'Tonkotsu, miso, shoyu, tantanmen, tsukemen, mazesoba. Instant noodles are Ramyeon.',
    ],
    [
      'japanese-soba',
      '소바·냉모밀',
      'Soba',
      '판모밀, 냉모밀, 온소바, 자루소바, 야끼소바. 들기름·비빔 메밀은 막국수.',
      'Cold, hot or stir-fried soba. Buckwheat mixed with perilla oil or chilli is Makguksu.',
    ],
    [
      'japanese-curry',
      '일식 카레',
      'Japanese curry',
      '밥에 얹는 일본식 카레: 돈까스카레, 새우카레, 드라이카레. 난과 먹는 커리는 인도 커리.',
      'Curry over rice, with cutlet or shrimp. Curry eaten with naan is Indian.',
    ],
  ],
);

export const asianFamily = family(
  'asian',
  [
    '아시안',
    'Asian',
    '베트남, 태국, 인도네시아, 인도 음식. 마라는 중식, 일본 음식은 일식.',
    'Vietnamese, Thai, Indonesian and Indian food. Mala is Chinese; Japanese food has its own category.',
  ],
  [
    [
      'asian-pho',
      '쌀국수',
      'Pho',
      '국물이 있는 쌀국수: 양지, 차돌, 해물, 매운, 똠얌 쌀국수. 볶은 면은 볶음면·볶음밥.',
      'Rice noodles in broth, tom yum too. Stir-fried noodles have their own leaf.',
    ],
    [
      'asian-bun-cha',
      '분짜·월남쌈',
      'Bun cha and rolls',
      '찍거나 싸거나 비벼 먹는 것: 분짜, 비빔쌀국수, 반쎄오, 월남쌈, 짜조, 반미. 월남쌈 샤브샤브는 전골·샤브.',
      'Dipped, wrapped or mixed: bun cha, banh xeo, spring rolls, banh mi. Shabu with rolls is Hot pot.',
    ],
    [
      'asian-stir-fry',
      '볶음면·볶음밥',
      'Stir-fried noodles and rice',
      '팟타이, 미고랭, 나시고렝, 파인애플·게살 볶음밥, 팟카파오무쌉.',
      'Pad thai, mie goreng, nasi goreng, pineapple or crab fried rice, basil pork.',
    ],
    [
      'asian-curry',
      '커리·난',
      'Curry and naan',
      '인도·태국 커리, 난, 탄두리. 밥에 얹는 일본식은 일식 카레.',
      'Indian and Thai curries, naan, tandoori. Japanese curry over rice is Japanese.',
    ],
  ],
);
