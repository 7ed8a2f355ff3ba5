import { family } from './label.ts';

export const chineseFamily = family(
  'chinese',
  [
    '중식',
    'Chinese',
    '중국집 음식과 마라 요리. 물만두·군만두는 사이드의 만두, 짬뽕라면은 분식.',
    'Korean-Chinese dishes and mala. Dumplings go to Sides, jjamppong-flavoured instant ramyeon to Bunsik.',
  ],
  [
    [
      'chinese-jjajang',
      '짜장면',
      'Jjajangmyeon',
      '춘장으로 볶은 면: 짜장, 간짜장, 쟁반짜장, 유니짜장. 짜장밥은 중식 밥.',
      'Noodles in black-bean sauce, all styles. Jjajang over rice is Chinese rice.',
    ],
    [
      'chinese-jjamppong',
      '짬뽕',
      'Jjamppong',
      '매운 해물 국물 면: 삼선, 차돌, 백짬뽕(하얀 국물)도 여기. 짬뽕밥은 국물이 주인공이므로 여기, 짬짜면은 세트.',
      'Spicy seafood noodle soup, white broth too. Jjamppong with rice stays here; half jjajang, half jjamppong is a set.',
    ],
    [
      'chinese-tangsuyuk',
      '탕수육·꿔바로우',
      'Tangsuyuk and guobaorou',
      '튀긴 고기에 새콤달콤한 소스: 탕수육, 사천탕수육, 꿔바로우. 면이 딸려 오면 세트.',
      'Fried meat in sweet-and-sour sauce, guobaorou included. With noodles it becomes a set.',
    ],
    [
      'chinese-rice',
      '중식 밥',
      'Chinese rice',
      '중국집 볶음밥, 짜장밥, 잡채밥, 마파두부밥, 유산슬밥. 김치·제육 볶음밥은 한식.',
      'Fried rice and rice plates of a Chinese kitchen. Kimchi or pork fried rice is Korean.',
    ],
    [
      'chinese-dish',
      '중식 요리',
      'Chinese mains',
      '접시에 나오는 요리: 깐풍기, 유린기, 칠리새우, 고추잡채, 팔보채, 양장피. 탕수육만 따로.',
      'Plated mains such as kkanpunggi, chilli shrimp and palbochae. Tangsuyuk has its own leaf.',
    ],
    [
      'chinese-set',
      '중식 세트',
      'Chinese sets',
      '면이나 밥에 요리를 묶거나 두 가지 면을 묶은 것: 짜장+탕수육, 탕볶밥, 짬짜면. 군만두·음료만 덤이면 세트가 아님.',
      'Noodles or rice with a main, or two noodles: jjajang plus tangsuyuk, split bowls. Free dumplings or a drink alone do not make a set.',
    ],
    [
      'chinese-mala',
      '마라',
      'Mala',
      '마라탕, 마라샹궈, 마라로제. 마라맛 치킨은 치킨, 마라떡볶이는 떡볶이.',
      'Malatang, mala xiangguo, mala rosé. Mala-flavoured chicken or tteokbokki stays with its own dish.',
    ],
  ],
);

export const bunsikFamily = family(
  'bunsik',
  [
    '분식',
    'Bunsik',
    '떡볶이, 김밥, 튀김 같은 분식집 음식. 분식집이 팔아도 돈까스는 일식, 닭강정은 치킨, 쫄면은 면.',
    'Snack-bar food. Donkatsu (Japanese), dakgangjeong (Chicken) and jjolmyeon (Noodles) keep their own category.',
  ],
  [
    [
      'bunsik-tteokbokki',
      '떡볶이',
      'Tteokbokki',
      '고추장·국물·즉석·짜장 떡볶이와 라볶이. 크림이나 로제 소스면 로제떡볶이. 순대·튀김과 묶은 세트도 떡볶이가 앞이면 여기.',
      'Red, soupy, jjajang or hot-pot tteokbokki and rabokki. Cream sauce is Rosé. Sets led by tteokbokki belong here.',
    ],
    [
      'bunsik-rose-tteokbokki',
      '로제떡볶이',
      'Rosé tteokbokki',
      '로제, 크림, 까르보나라, 투움바 소스 떡볶이. 로제찜닭은 찜닭, 로제파스타는 크림파스타.',
      'Tteokbokki in rosé, cream or carbonara sauce. Rosé jjimdak and rosé pasta are elsewhere.',
    ],
    [
      'bunsik-gimbap',
      '김밥',
      'Gimbap',
      '말아서 썬 김밥: 참치, 돈까스, 꼬마, 키토김밥도 여기. 뭉친 것은 주먹밥, 날생선을 말았으면 초밥.',
      'Rolled and sliced: tuna, donkatsu, mini, low-carb. Hand-pressed is Rice balls; raw fish is Sushi.',
    ],
    [
      'bunsik-rice-ball',
      '주먹밥·컵밥',
      'Rice balls and cup rice',
      '주먹밥, 밥버거, 삼각김밥, 컵밥. 고기 요리에 딸린 주먹밥도 따로 팔면 여기.',
      'Rice balls, rice burgers, triangle gimbap, cup rice, also when sold beside a meat dish.',
    ],
    [
      'bunsik-sundae',
      '순대',
      'Sundae',
      '찐 순대, 순대볶음, 백순대. 국물에 밥과 나오면 국밥, 곱창이 이름에서 앞서면 곱창.',
      'Steamed or stir-fried blood sausage. In soup with rice it is Gukbap; if offal leads, Gopchang.',
    ],
    [
      'bunsik-twigim',
      '튀김',
      'Twigim',
      '분식 튀김: 김말이, 오징어튀김, 야채튀김, 모듬튀김. 감자튀김은 사이드, 새우튀김덮밥은 일식 덮밥.',
      'Snack-bar fritters: gimmari, squid, vegetable, assorted. French fries are Sides; tempura over rice is Donburi.',
    ],
    [
      'bunsik-ramyeon',
      '라면',
      'Ramyeon',
      '봉지면을 끓인 라면과 쫄라면. 일본식 라멘은 라멘, 라볶이는 떡볶이, 라면사리 추가는 토핑.',
      'Cooked instant noodles. Japanese ramen, rabokki and an extra noodle block are elsewhere.',
    ],
    [
      'bunsik-eomuk',
      '어묵',
      'Fish cake',
      '어묵탕, 꼬치어묵, 물떡, 어묵바. 술집의 오뎅탕도 여기. 떡볶이에 들어간 어묵 추가는 토핑.',
      'Fish-cake soup and skewers, the pub version too. Extra fish cake in tteokbokki is a topping.',
    ],
  ],
);
