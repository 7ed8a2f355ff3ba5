import { family } from './label.ts';

export const cafeFamily = family(
  'cafe',
  [
    '카페 음료',
    'Café drinks',
    '카페에서 만든 음료. 캔·페트 음료는 음료·주류.',
    'Drinks made in a café. Cans and bottles are Drinks.',
  ],
  [
    [
      'cafe-americano',
      '아메리카노·블랙커피',
      'Americano and black coffee',
      '우유 없는 커피: 아메리카노(아아, 뜨아), 콜드브루, 에스프레소, 드립. 시럽이 들어가도 우유가 없으면 여기.',
      'Coffee without milk: americano, cold brew, espresso, drip. Syrup is fine, milk is not.',
    ],
    [
      'cafe-latte',
      '라떼·밀크커피',
      'Lattes and milk coffee',
      '커피와 우유: 카페라떼, 바닐라라떼, 카푸치노, 카라멜마끼아또, 카페모카, 아인슈페너.',
      'Coffee with milk: latte, vanilla latte, cappuccino, caramel macchiato, mocha, einspänner.',
    ],
    [
      'cafe-sweet-latte',
      '논커피라떼',
      'Non-coffee lattes',
      '커피 없는 우유 음료: 초코, 고구마, 녹차, 딸기라떼, 미숫가루. 얼음과 갈았으면 스무디·프라페.',
      'Milk drinks without coffee: chocolate, sweet potato, matcha, strawberry. Blended with ice is Smoothies.',
    ],
    [
      'cafe-ade-juice',
      '에이드·주스',
      'Ades and juices',
      '탄산 에이드와 생과일주스, 착즙. 요거트나 우유를 갈아 넣었으면 스무디·프라페.',
      'Fruit with soda water and fresh juices. Blended with yogurt or milk is Smoothies.',
    ],
    [
      'cafe-smoothie',
      '스무디·프라페',
      'Smoothies and frappés',
      '얼음과 간 것: 스무디, 요거트, 프라페, 쉐이크, 자바칩. 숟가락으로 먹으면 빙수·아이스크림.',
      'Blended with ice: smoothies, frappés, shakes. If eaten with a spoon, it is Shaved ice and ice cream.',
    ],
    [
      'cafe-tea',
      '차·밀크티',
      'Tea and milk tea',
      '허브차, 과일차, 아이스티(아샷추 포함), 밀크티, 버블티, 유자·대추·쌍화차. 녹차라떼는 논커피라떼.',
      'Herbal, fruit and traditional teas, iced tea (also with a shot), milk tea, bubble tea. Matcha latte is Non-coffee lattes.',
    ],
  ],
);

export const dessertFamily = family(
  'dessert',
  [
    '디저트',
    'Desserts and bakery',
    '식사 뒤나 차와 먹는 단것과 빵. 샌드위치·토스트는 버거·샌드위치.',
    'Sweets and bread for after a meal or with coffee. Sandwiches and toast are Burgers and sandwiches.',
  ],
  [
    [
      'dessert-cake',
      '케이크',
      'Cakes',
      '조각·홀케이크, 치즈케이크, 티라미수, 롤케이크, 도시락케이크, 푸딩. 컵케이크와 머핀은 쿠키·마카롱.',
      'Slices, whole cakes, cheesecake, tiramisu, rolls, puddings. Cupcakes and muffins are Cookies.',
    ],
    [
      'dessert-waffle',
      '와플·크로플',
      'Waffles and croffles',
      '와플, 크로플, 팬케이크, 크레페. 크로플+아메리카노 세트도 크로플이 앞이면 여기.',
      'Waffles, croffles, pancakes, crêpes. A croffle with a coffee stays here when the croffle comes first.',
    ],
    [
      'dessert-ice',
      '빙수·아이스크림',
      'Shaved ice and ice cream',
      '빙수, 젤라또, 아이스크림, 요거트아이스크림. 마시는 것은 스무디·프라페, 크로플 위에 얹은 것은 와플·크로플.',
      'Bingsu, gelato, ice cream, frozen yogurt. Drinkable ones are Smoothies; on a croffle it is Waffles.',
    ],
    [
      'dessert-cookie',
      '쿠키·마카롱',
      'Cookies and macarons',
      '한 개씩 집는 과자: 쿠키, 마카롱, 휘낭시에, 마들렌, 스콘, 머핀, 브라우니, 타르트.',
      'Small sweets by the piece: cookies, macarons, financiers, madeleines, scones, muffins, brownies, tarts.',
    ],
    [
      'dessert-bread',
      '빵·베이글',
      'Bread and bagels',
      '소금빵, 크루아상, 베이글, 도넛, 단팥빵, 꽈배기. 속을 채워 한 끼가 되면 샌드위치·토스트.',
      'Salt bread, croissants, bagels, doughnuts, filled buns. If the filling makes it a meal, it is Sandwiches.',
    ],
  ],
);

export const sideFamily = family(
  'side',
  [
    '사이드·추가',
    'Sides and extras',
    '주메뉴에 곁들이는 작은 것과 추가 주문. 그것만으로 한 끼가 되면 해당 요리로. 주메뉴와 묶은 세트는 이름에서 앞선 주메뉴를 따름.',
    'Small things ordered beside a main, and add-ons. If it makes a meal by itself, use the dish’s own category. A set follows the main dish named first.',
  ],
  [
    [
      'side-fries',
      '감자튀김',
      'Fries',
      '감자튀김, 웨지, 해시브라운, 어니언링, 고구마 스틱, 치즈후라이. 분식집 고구마튀김은 튀김.',
      'Fries, wedges, hash browns, onion rings, sweet-potato sticks. Snack-bar sweet-potato fritters are Twigim.',
    ],
    [
      'side-cheese',
      '치즈볼·치즈스틱',
      'Cheese balls and sticks',
      '치즈볼, 치즈스틱, 콘치즈, 치즈떡과 소떡소떡 같은 꼬치 간식. 치즈 추가는 소스·토핑.',
      'Cheese balls, sticks, corn cheese, and skewered snacks. Extra cheese on a dish is Sauces and toppings.',
    ],
    [
      'side-chicken-bites',
      '너겟·텐더·윙',
      'Nuggets, tenders and wings',
      '조각 수로 파는 곁들임 닭: 너겟, 텐더, 윙 몇 조각, 팝콘치킨. 한 마리 값이면 치킨.',
      'Chicken sold by a few pieces: nuggets, tenders, wings, popcorn. At the price of a whole bird it is Chicken.',
    ],
    [
      'side-dumpling',
      '만두',
      'Dumplings',
      '군만두, 찐만두, 물만두, 왕만두, 갈비만두, 딤섬. 만둣국은 칼국수·수제비, 만두전골은 전골.',
      'Fried, steamed or boiled dumplings, dim sum. Dumpling soup and hot pot are elsewhere.',
    ],
    [
      'side-rice',
      '공기밥·볶음밥 추가',
      'Rice add-ons',
      '공기밥, 흑미밥, 날치알밥(작은), 볶음밥 추가, 누룽지. 한 끼짜리 볶음밥은 해당 요리.',
      'A bowl of rice, small roe rice, fried rice to finish, scorched rice. A full fried-rice meal goes to its dish.',
    ],
    [
      'side-egg-pancake',
      '계란찜·전',
      'Egg dishes and pancakes',
      '계란찜, 계란말이, 계란후라이, 김치전, 파전, 감자전. 반쎄오는 분짜·월남쌈.',
      'Steamed or rolled egg, fried egg, kimchi and green-onion pancakes. Banh xeo is Bun cha and rolls.',
    ],
    [
      'side-small-dish',
      '반찬·절임',
      'Small dishes and pickles',
      '치킨무, 피클, 김치, 단무지, 코울슬로, 두부김치, 작은 샐러드, 무침. "김치 추가"처럼 써도 여기. 한 끼 샐러드는 샐러드·포케.',
      'Pickled radish, kimchi, slaw, tofu with kimchi, side salad, also as "extra kimchi". A meal-size salad is Salads and poke.',
    ],
    [
      'side-sauce-topping',
      '소스·토핑 추가',
      'Sauces and toppings',
      '소스, 드레싱, 사리, 치즈·떡·당면 추가, 맛 변경, 곱빼기 추가처럼 다른 음식에 더하는 것.',
      'Sauces, dressings, noodle blocks, extra cheese or rice cake, flavour changes: anything added to another dish.',
    ],
  ],
);

export const drinkFamily = family(
  'drink',
  [
    '음료·주류',
    'Drinks and alcohol',
    '병, 캔, 페트로 파는 음료와 술. 카페에서 만든 것은 카페 음료.',
    'Bottled and canned drinks and alcohol. Drinks made in a café are Café drinks.',
  ],
  [
    [
      'drink-soda',
      '탄산음료',
      'Soft drinks',
      '콜라, 사이다, 환타맛 탄산, 제로, 탄산수. 음료수 선택처럼 종류를 모르면 여기.',
      'Cola, lemon-lime soda, zero versions, sparkling water. An unspecified "soft drink" is here.',
    ],
    [
      'drink-juice-water',
      '주스·물·우유',
      'Juice, water and milk',
      '병 주스, 생수, 우유, 두유, 식혜, 이온음료, 캔커피. 갈아 만든 주스는 에이드·주스.',
      'Bottled juice, water, milk, sikhye, sports drinks, canned coffee. Freshly made juice is Ades and juices.',
    ],
    [
      'drink-alcohol',
      '주류',
      'Alcohol',
      '맥주, 소주, 막걸리, 하이볼, 와인, 사케. 무알콜 맥주도 진열 위치가 같으므로 여기.',
      'Beer, soju, makgeolli, highballs, wine, sake. Non-alcoholic beer is shelved here too.',
    ],
  ],
);
