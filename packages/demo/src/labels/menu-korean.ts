import { family } from './label.ts';

export const koreanFamily = family(
  'korean',
  [
    '한식',
    'Korean meals',
    '밥이 중심이거나 밥과 먹는 한식 요리. 국물이 주인공이면 찌개·국밥, 불판에 굽는 고기는 고기·족발.',
    'Rice meals and Korean mains eaten with rice. Soups and stews, and meat for the grill, have their own categories.',
  ],
  [
    [
      'korean-bibimbap',
      '비빔밥',
      'Bibimbap',
      '나물과 고추장에 비비는 밥: 돌솥, 육회, 꼬막, 열무, 알밥. 회가 올라가면 회덮밥.',
      'Rice mixed with vegetables and sauce: stone pot, raw beef, cockle, roe. With raw fish it is Hoe-deopbap.',
    ],
    [
      'korean-fried-rice',
      '볶음밥',
      'Fried rice',
      '김치, 제육, 낙지, 스팸 볶음밥과 오므라이스. 중국집 볶음밥은 중식 밥, 볶음밥 추가(후식)는 공기밥.',
      'Kimchi, pork or spam fried rice and omurice. A Chinese kitchen’s is Chinese rice; an after-meal add-on is Rice.',
    ],
    [
      'korean-stir-fried-meat',
      '제육·불고기',
      'Jeyuk and bulgogi',
      '양념해 볶은 고기와 그 덮밥·정식: 제육볶음, 불고기, 두루치기, 오삼불고기. 주꾸미·낙지가 앞이면 해산물.',
      'Marinated stir-fried meat, over rice or as a set. When octopus leads the name, it is Seafood.',
    ],
    [
      'korean-chicken',
      '닭갈비·닭요리',
      'Dakgalbi and chicken dishes',
      '닭갈비, 닭한마리 외의 닭 한식 요리와 닭구이 덮밥. 튀긴 닭은 치킨, 찜닭·닭볶음탕은 찜·전골.',
      'Dakgalbi and other Korean chicken mains. Fried chicken, jjimdak and dakbokkeumtang are elsewhere.',
    ],
    [
      'korean-lunchbox',
      '도시락',
      'Lunch boxes',
      '여러 칸에 밥과 반찬을 담은 것. 이름에 도시락이 있으면 주 반찬이 무엇이든 여기.',
      'Rice and sides in a divided box. If the name says lunch box, it is here whatever the main side is.',
    ],
    [
      'korean-porridge',
      '죽',
      'Porridge',
      '전복죽, 야채죽, 호박죽, 닭죽, 팥죽. 누룽지탕은 중식 요리, 수프는 양식.',
      'Abalone, vegetable, pumpkin, chicken or red-bean porridge. Western soup goes to Western.',
    ],
    [
      'korean-set-meal',
      '백반·쌈밥',
      'Set meals',
      '밥, 국, 반찬이 한 상으로 오는 것: 백반, 한상, 쌈밥, 보리밥, 나물밥. 주 요리가 이름에 분명하면 그 요리를 따름.',
      'Rice, soup and sides as one table: baekban, ssambap, barley rice. If one main dish is clearly named, follow it.',
    ],
  ],
);

export const soupFamily = family(
  'soup',
  [
    '찌개·국밥',
    'Stews and soups',
    '한 사람이 밥과 먹는 국물 요리. 여럿이 끓여 먹는 전골은 찜·전골, 면이 주인공이면 면.',
    'Soups and stews eaten with rice by one person. Shared hot pots are Braises and hot pots; noodle soups are Noodles.',
  ],
  [
    [
      'soup-kimchi-jjigae',
      '김치찌개',
      'Kimchi jjigae',
      '돼지, 참치, 꽁치 김치찌개와 김치찜. 햄·소시지가 주인공이면 부대찌개.',
      'With pork, tuna or saury; kimchi braise too. If ham and sausage lead, it is Budae jjigae.',
    ],
    [
      'soup-doenjang-jjigae',
      '된장·청국장',
      'Doenjang jjigae',
      '차돌, 우렁, 해물 된장찌개와 청국장. 된장국이 백반에 딸려 오면 백반.',
      'Soybean-paste stews and cheonggukjang. Soup that comes with a set meal does not count.',
    ],
    [
      'soup-budae-jjigae',
      '부대찌개',
      'Budae jjigae',
      '햄, 소시지, 라면사리가 들어간 찌개. 전골이라 써도 햄이 주인공이면 여기.',
      'Ham, sausage and noodle stew, even when the store calls it a hot pot.',
    ],
    [
      'soup-sundubu',
      '순두부',
      'Sundubu',
      '순두부찌개와 초당순두부. 두부김치는 백반이 아니라 사이드의 반찬.',
      'Soft-tofu stews, spicy or white. Tofu with kimchi is a small dish under Sides.',
    ],
    [
      'soup-gukbap',
      '돼지·순대국밥',
      'Pork and sundae gukbap',
      '돼지국밥, 순대국, 수육국밥, 콩나물국밥. 소고기 국물이면 설렁탕·곰탕.',
      'Rice soups of pork, sundae or bean sprouts. Beef-bone broths have their own leaf.',
    ],
    [
      'soup-beef-bone',
      '설렁탕·갈비탕',
      'Beef-bone soups',
      '소로 우린 맑거나 뽀얀 국물: 설렁탕, 곰탕, 갈비탕, 도가니탕, 소고기국밥, 사골떡국.',
      'Clear or milky beef broths: seolleongtang, gomtang, galbitang, beef gukbap, rice-cake soup.',
    ],
    [
      'soup-haejangguk',
      '해장국·감자탕',
      'Haejangguk and gamjatang',
      '뼈해장국, 감자탕·뼈찜, 선지·황태해장국, 육개장, 추어탕. 감자탕은 여럿이 먹어도 여기.',
      'Hangover soups, pork-bone gamjatang in any size, yukgaejang, loach soup.',
    ],
    [
      'soup-samgyetang',
      '삼계탕·닭한마리',
      'Samgyetang',
      '닭을 통째로 곤 맑은 국물: 삼계탕, 닭곰탕, 닭한마리, 백숙. 붉은 국물이면 닭볶음탕.',
      'Whole chicken in clear broth. A red broth makes it Dakbokkeumtang.',
    ],
  ],
);

export const noodleFamily = family(
  'noodle',
  [
    '면',
    'Korean noodles',
    '한식 국수. 짜장·짬뽕은 중식, 우동·소바·라멘은 일식, 쌀국수는 아시안, 파스타는 양식, 라면은 분식.',
    'Korean noodle dishes. Chinese, Japanese, Vietnamese and Italian noodles and ramyeon have their own leaves.',
  ],
  [
    [
      'noodle-naengmyeon',
      '냉면',
      'Naengmyeon',
      '물냉면, 비빔냉면, 회냉면, 밀면, 칡냉면. 고기와 묶은 세트도 냉면이 앞이면 여기.',
      'Cold buckwheat or starch noodles, in broth or spicy sauce; milmyeon too. Sets led by naengmyeon belong here.',
    ],
    [
      'noodle-makguksu',
      '막국수',
      'Makguksu',
      '물·비빔·들기름 막국수와 족발집 쟁반국수. 메밀소바(쯔유에 찍거나 부어 먹음)는 일식 소바.',
      'Korean buckwheat noodles and the shared platter of jokbal shops. Soba with dipping sauce is Japanese.',
    ],
    [
      'noodle-kalguksu',
      '칼국수·수제비',
      'Kalguksu and sujebi',
      '칼로 썬 면이나 뜯은 반죽을 끓인 것. 만두칼국수도 여기, 만둣국은 설렁탕·갈비탕이 아니라 여기.',
      'Knife-cut noodles or torn dough in broth, dumpling versions included; dumpling soup is here too.',
    ],
    [
      'noodle-janchi',
      '잔치국수·콩국수',
      'Janchi-guksu and kong-guksu',
      '소면이나 중면을 국물에 만 것: 잔치, 멸치, 김치말이, 콩국수. 비벼 먹으면 비빔국수.',
      'Thin wheat noodles in anchovy, kimchi or cold soybean broth. If mixed with sauce, it is Bibim-guksu.',
    ],
    [
      'noodle-bibim',
      '비빔국수·쫄면',
      'Bibim-guksu and jjolmyeon',
      '양념에 비비는 밀국수: 비빔국수, 쫄면, 골뱅이소면, 간장국수. 메밀이면 막국수, 냉면사리면 냉면.',
      'Wheat noodles mixed with sauce, jjolmyeon included. Buckwheat is Makguksu; naengmyeon noodles are Naengmyeon.',
    ],
  ],
);
