import { family } from './label.ts';

export const meatFamily = family(
  'meat',
  [
    '고기·족발',
    'Grilled meat and jokbal',
    '고기 자체가 주인공인 구이와 수육. 볶아서 밥과 먹으면 한식, 국물이 있으면 찜·전골.',
    'Grilled or boiled meat for its own sake. Stir-fried with rice is Korean meals; with broth, Braises and hot pots.',
  ],
  [
    [
      'meat-pork-belly',
      '삼겹살·목살',
      'Pork belly and neck',
      '구워서 배달하는 삼겹살, 목살, 항정살, 고기 한상. 대패삼겹 덮밥은 제육·불고기.',
      'Grilled belly, neck or jowl and meat platters. Sliced belly over rice is Jeyuk and bulgogi.',
    ],
    [
      'meat-ribs-beef',
      '갈비·소고기',
      'Ribs and beef',
      '돼지갈비, LA갈비, 떡갈비, 차돌구이, 우삼겹, 육회. 갈비찜은 찜·전골, 스테이크는 양식.',
      'Marinated ribs, grilled brisket, raw beef. Braised ribs and Western steak are elsewhere.',
    ],
    [
      'meat-gopchang',
      '곱창·막창',
      'Gopchang and makchang',
      '곱창, 막창, 대창, 염통 구이와 볶음. 곱창전골은 전골, 순대와 함께면 이름에서 앞선 쪽.',
      'Grilled or stir-fried offal. Gopchang hot pot is a hot pot; mixed dishes follow the first-named ingredient.',
    ],
    [
      'meat-jokbal',
      '족발',
      'Jokbal',
      '족발, 불족발, 냉채족발, 미니족. 보쌈과 반씩 담으면 이름에서 앞선 쪽. 막국수만 덤이면 여기.',
      'Braised trotters, spicy and chilled too. Shared with bossam, follow the first-named; free noodles change nothing.',
    ],
    [
      'meat-bossam',
      '보쌈·수육',
      'Bossam',
      '삶은 돼지고기: 보쌈, 수육, 굴보쌈. 보쌈정식도 여기, 수육국밥은 국밥.',
      'Boiled pork with wraps, lunch sets too. Pork soup with rice is Gukbap.',
    ],
    [
      'meat-dakbal',
      '닭발·오돌뼈',
      'Chicken feet and gristle',
      '닭발, 오돌뼈, 닭똥집, 껍데기 같은 매운 안주. 국물닭발도 여기. 주먹밥 세트여도 닭발이 앞이면 여기.',
      'Spicy drinking food: chicken feet, gristle, gizzards, pork skin; soupy versions and rice-ball sets too.',
    ],
  ],
);

export const braiseFamily = family(
  'braise',
  [
    '찜·전골',
    'Braises and hot pots',
    '여럿이 나눠 먹는 졸인 요리와 전골. 한 사람 몫 찌개와 국밥은 찌개·국밥.',
    'Shared braises and hot pots. One-person stews and rice soups are Stews and soups.',
  ],
  [
    [
      'braise-jjimdak',
      '찜닭',
      'Jjimdak',
      '간장, 로제, 묵은지 찜닭. 붉은 국물에 감자가 들어가면 닭볶음탕.',
      'Chicken braised in soy, rosé or aged kimchi. A red potato broth is Dakbokkeumtang.',
    ],
    [
      'braise-dakbokkeumtang',
      '닭볶음탕',
      'Dakbokkeumtang',
      '고춧가루로 끓인 닭: 닭볶음탕, 닭도리탕, 닭매운탕. 당면과 간장이면 찜닭.',
      'Chicken simmered in chilli. Glass noodles and soy make it Jjimdak.',
    ],
    [
      'braise-seafood',
      '아구찜·해물찜',
      'Monkfish and seafood braise',
      '콩나물과 매운 양념의 아구찜, 해물찜, 코다리·생선조림. 맑거나 매운 국물이면 전골·샤브.',
      'Monkfish, seafood or pollack in spicy sauce. If there is broth, it is Hot pot.',
    ],
    [
      'braise-ribs',
      '갈비찜',
      'Braised ribs',
      '소·돼지 갈비찜, 등갈비찜, 매운갈비찜. 굽는 갈비는 갈비·소고기, 김치찜은 김치찌개.',
      'Braised beef or pork ribs. Grilled ribs are Ribs and beef; kimchi braise is Kimchi jjigae.',
    ],
    [
      'braise-hot-pot',
      '전골·샤브',
      'Hot pot and shabu',
      '끓이며 먹는 전골: 곱창, 만두, 버섯 전골, 샤브샤브, 밀푀유나베, 매운탕. 감자탕과 부대찌개는 따로.',
      'Simmered at the table: offal, dumpling or mushroom pots, shabu, nabe, fish stew. Gamjatang and budae have leaves.',
    ],
  ],
);

export const seafoodFamily = family(
  'seafood',
  [
    '회·해산물',
    'Raw fish and seafood',
    '날것, 구이, 장으로 먹는 해산물. 초밥은 일식, 찜은 찜·전골.',
    'Seafood raw, grilled or cured. Sushi is Japanese; braises are Braises and hot pots.',
  ],
  [
    [
      'seafood-sashimi',
      '회',
      'Sashimi',
      '광어, 연어, 모둠회, 숙성회, 육사시미 아닌 생선회. 초밥이 섞인 세트는 가격이 큰 쪽.',
      'Sliced raw fish, aged too. In a set with sushi, follow the dearer part.',
    ],
    [
      'seafood-hoe-deopbap',
      '회덮밥·물회',
      'Hoe-deopbap and mulhoe',
      '회를 밥이나 찬 육수와 먹는 것. 연어덮밥(사케동)은 일식 덮밥, 포케는 샐러드·포케.',
      'Raw fish over rice with chilli sauce, or in icy broth. Salmon donburi and poke are elsewhere.',
    ],
    [
      'seafood-marinated',
      '게장·새우장',
      'Marinated crab and shrimp',
      '간장·양념게장, 새우장, 연어장, 꼬막장. 게장정식도 여기.',
      'Soy- or chilli-cured crab, shrimp, salmon; set meals built on them too.',
    ],
    [
      'seafood-octopus',
      '주꾸미·낙지볶음',
      'Spicy octopus',
      '주꾸미, 낙지, 오징어 볶음과 그 덮밥. 삼겹살과 볶아도 이름에서 앞서면 여기.',
      'Spicy stir-fried octopus or squid, over rice too. With pork, whichever is named first.',
    ],
    [
      'seafood-grilled',
      '생선구이·장어',
      'Grilled fish and eel',
      '고등어, 삼치, 갈치, 장어 구이와 정식, 조개구이. 장어덮밥(우나기동)은 일식 덮밥.',
      'Grilled mackerel, hairtail, eel or shellfish, set meals too. Eel over rice is Donburi.',
    ],
  ],
);
