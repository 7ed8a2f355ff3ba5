import { family } from './label.ts';

export const burgerFamily = family(
  'burger',
  [
    '버거·샌드위치',
    'Burgers and sandwiches',
    '빵 사이에 속을 넣은 것. 세트(감자튀김+음료)도 버거를 따름. 밥버거는 주먹밥·컵밥.',
    'Fillings between bread. A meal with fries and a drink follows the burger. Rice burgers are Rice balls.',
  ],
  [
    [
      'burger-beef',
      '소고기 버거',
      'Beef burgers',
      '소고기나 불고기 패티, 치즈버거, 더블, 수제버거. 패티를 밝히지 않은 버거도 여기.',
      'Beef or bulgogi patties, cheeseburgers, doubles. A burger that names no patty is here too.',
    ],
    [
      'burger-chicken',
      '치킨 버거',
      'Chicken burgers',
      '닭다리살, 통가슴살, 핫크리스피 패티. 치킨랩과 치킨샌드위치는 샌드위치·토스트.',
      'Fried or grilled chicken patties. Chicken wraps and sandwiches are Sandwiches.',
    ],
    [
      'burger-shrimp',
      '새우·기타 버거',
      'Shrimp and other burgers',
      '새우, 생선, 오징어, 식물성 패티. 새우에 소고기가 겹치면 이름에서 앞선 쪽.',
      'Shrimp, fish, squid or plant-based patties. Doubled with beef, follow the first-named.',
    ],
    [
      'burger-sandwich',
      '샌드위치·토스트',
      'Sandwiches and toast',
      '샌드위치, 파니니, 길거리토스트, 랩, 잠봉뵈르. 버터와 잼만 바른 것은 빵.',
      'Sandwiches, panini, street toast, wraps. Bread with only butter or jam is Bread.',
    ],
    [
      'burger-hot-dog',
      '핫도그',
      'Hot dogs',
      '명랑한 막대 핫도그와 번에 끼운 핫도그 모두. 소떡소떡은 사이드.',
      'Corn dogs and sausages in buns. Sausage-and-rice-cake skewers are Sides.',
    ],
  ],
);

export const westernFamily = family(
  'western',
  [
    '양식·샐러드',
    'Western and salads',
    '파스타, 리조또, 스테이크, 샐러드, 멕시칸. 피자와 버거는 따로.',
    'Pasta, risotto, steak, salads and Mexican food. Pizza and burgers have their own categories.',
  ],
  [
    [
      'western-tomato-pasta',
      '토마토파스타',
      'Tomato pasta',
      '붉은 소스: 볼로네제, 아라비아따, 포모도로, 치즈오븐스파게티. 크림이 섞이면 크림·로제.',
      'Red sauces: bolognese, arrabbiata, oven spaghetti. With cream it is Cream and rosé.',
    ],
    [
      'western-cream-pasta',
      '크림·로제파스타',
      'Cream and rosé pasta',
      '까르보나라, 투움바, 로제, 명란크림, 빠네. 떡이 주인공이면 로제떡볶이.',
      'Carbonara, toowoomba, rosé, pollack-roe cream, pane. If rice cakes lead, it is Rosé tteokbokki.',
    ],
    [
      'western-oil-pasta',
      '오일파스타',
      'Oil pasta',
      '알리오올리오, 봉골레, 바질페스토, 감바스파스타. 빵과 먹는 감바스는 스테이크·그릴.',
      'Aglio e olio, vongole, pesto, shrimp in oil. Gambas with bread is Steaks and grills.',
    ],
    [
      'western-risotto',
      '리조또·그라탕',
      'Risotto and gratin',
      '리조또, 필라프, 도리아, 라자냐, 그라탕, 오븐에 구운 밥. 오므라이스는 한식 볶음밥.',
      'Risotto, pilaf, doria, lasagne, gratin. Omurice is Korean fried rice.',
    ],
    [
      'western-steak',
      '스테이크·그릴',
      'Steaks and grills',
      '스테이크, 함박, 바비큐립, 감바스. 스테이크덮밥은 일식 덮밥, 떡갈비는 갈비·소고기.',
      'Steak, hamburg steak, ribs, gambas. Steak over rice is Donburi; tteokgalbi is Ribs and beef.',
    ],
    [
      'western-salad',
      '샐러드·포케',
      'Salads and poke',
      '한 끼로 먹는 샐러드와 포케볼. 치킨무 옆의 코울슬로나 작은 샐러드는 사이드의 반찬.',
      'Salads and poke bowls that make a meal. A small slaw beside a main is Small dishes.',
    ],
    [
      'western-mexican',
      '멕시칸',
      'Mexican',
      '타코, 부리또, 퀘사디아, 나초, 부리또볼. 닭가슴살 랩은 샌드위치·토스트.',
      'Tacos, burritos, quesadillas, nachos, burrito bowls. Chicken-breast wraps are Sandwiches.',
    ],
  ],
);
