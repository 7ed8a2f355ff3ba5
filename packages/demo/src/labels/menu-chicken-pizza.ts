import { family } from './label.ts';

export const chickenFamily = family(
  'chicken',
  [
    '치킨',
    'Chicken',
    '튀기거나 구운 닭: 한 마리, 순살, 부위 모두. 찜닭·닭볶음탕은 찜·전골, 닭갈비는 한식, 너겟·텐더 같은 곁들임은 사이드.',
    'Fried or roasted chicken: whole, boneless or by part. Braised chicken goes to Braises, dakgalbi to Korean, nuggets and tenders to Sides.',
  ],
  [
    [
      'chicken-fried',
      '후라이드',
      'Fried',
      '양념을 묻히지 않고 튀긴 치킨. 옛날통닭, 크리스피도 여기. 소스가 따로 오면 후라이드, 가루를 뿌렸으면 시즈닝.',
      'Fried without a coating sauce, old-style whole fried chicken included. Sauce on the side is still Fried; a dusted powder makes it Seasoned powder.',
    ],
    [
      'chicken-seasoned',
      '양념',
      'Sweet-and-spicy glazed',
      '고추장·케첩 바탕의 붉은 양념을 버무린 치킨. 매운양념, 불닭맛도 여기. 한입 크기를 강정 소스에 굳혔으면 닭강정.',
      'Tossed in the red gochujang glaze, hot versions included. Bite-size pieces in a hardened syrup are Dakgangjeong.',
    ],
    [
      'chicken-soy-garlic',
      '간장·마늘',
      'Soy and garlic',
      '간장, 마늘, 데리야키, 허니버터처럼 갈색 소스를 바르거나 버무린 치킨. 이름에 마늘만 있어도 여기.',
      'Brushed or tossed with soy, garlic, teriyaki or honey-butter sauce. Garlic alone in the name is enough.',
    ],
    [
      'chicken-half-and-half',
      '반반',
      'Half and half',
      '두 가지 맛이 한 상자에 나뉘어 오면 반반. 소스가 따로 오면 후라이드. 세 가지 맛도 여기.',
      'Two flavours (or three) divided in one box. If the sauce comes on the side, it is Fried.',
    ],
    [
      'chicken-powder',
      '시즈닝',
      'Seasoned powder',
      '치즈, 어니언, 고추 같은 가루를 뿌린 치킨. 치즈볼이 따라오는 것만으로는 여기가 아니다.',
      'Dusted with cheese, onion or chilli powder. A cheese ball on the side does not make it one.',
    ],
    [
      'chicken-green-onion',
      '파닭',
      'Green-onion chicken',
      '채 썬 파를 얹거나 파무침과 함께 먹는 치킨. 양파 크림소스(어니언)도 파가 주인공이면 여기.',
      'Topped with shredded green onion, or with creamy onion when the onion is the point of the dish.',
    ],
    [
      'chicken-gangjeong',
      '닭강정',
      'Dakgangjeong',
      '한입 크기 닭을 물엿 소스에 바삭하게 굳힌 것. 컵강정도 여기. 분식집에서 팔아도 분식이 아니라 치킨.',
      'Bite-size chicken set crisp in syrup, cups included. Belongs to Chicken even when a snack bar sells it.',
    ],
    [
      'chicken-roasted',
      '구이·바비큐',
      'Roasted and barbecue',
      '오븐, 숯불, 장작, 전기구이처럼 튀기지 않은 닭. 누룽지통닭도 여기. 닭꼬치는 주문 단위가 꼬치여도 여기.',
      'Not fried: oven, charcoal, wood-fire or rotisserie, with or without scorched rice. Skewers belong here too.',
    ],
  ],
);

export const pizzaFamily = family(
  'pizza',
  [
    '피자',
    'Pizza',
    '도우에 토핑을 얹어 구운 것. 크기나 엣지 추가는 분류를 바꾸지 않음. 피자빵은 디저트의 빵, 치즈오븐스파게티는 양식.',
    'Baked dough with toppings. Size and crust upgrades do not change the leaf. Pizza bread is Dessert, oven spaghetti is Western.',
  ],
  [
    [
      'pizza-cheese',
      '치즈',
      'Cheese',
      '치즈가 주인공: 마르게리타, 고르곤졸라, 콰트로포르마지. 치즈크러스트만 붙은 것은 원래 토핑을 따름.',
      'Cheese is the point: margherita, gorgonzola, four cheese. A cheese crust alone does not count; follow the topping.',
    ],
    [
      'pizza-combination',
      '페퍼로니·콤비네이션',
      'Pepperoni and combination',
      '페퍼로니, 콤비네이션, 슈프림, 하와이안처럼 햄·살라미와 채소를 고루 얹은 것.',
      'Pepperoni, combination, supreme, Hawaiian: cured meats with mixed vegetables.',
    ],
    [
      'pizza-potato',
      '포테이토·고구마',
      'Potato and sweet potato',
      '감자나 고구마가 토핑 이름에 오는 것. 고구마무스 엣지만 추가했으면 원래 토핑을 따름.',
      'Potato or sweet potato named as the topping. A sweet-potato crust alone follows the topping.',
    ],
    [
      'pizza-meat',
      '불고기·고기',
      'Bulgogi and meat',
      '불고기, 스테이크, 치킨, 바비큐, 갈비 토핑. 햄과 살라미뿐이면 콤비네이션.',
      'Bulgogi, steak, chicken, barbecue or galbi toppings. Only ham and salami is Combination.',
    ],
    [
      'pizza-seafood',
      '해산물',
      'Seafood',
      '새우, 랍스터, 오징어, 참치가 주 토핑. 새우와 고기가 함께면 이름에서 앞선 쪽.',
      'Shrimp, lobster, squid or tuna as the main topping. With meat as well, go by whichever the name puts first.',
    ],
    [
      'pizza-half-and-half',
      '하프앤하프',
      'Half and half',
      '한 판에 두 가지 이상을 나눠 구운 것. 판이 두 개인 1+1은 첫째 판을 따름.',
      'One pizza baked with two or more flavours. A two-pizza deal follows the first pizza.',
    ],
  ],
);
