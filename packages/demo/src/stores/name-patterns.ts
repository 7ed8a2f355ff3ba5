import type { StoreCategory } from '../dishes/plans.ts';
import { words } from '../words.ts';

type NamePatterns = {
  /** For small chains, whose branches add where they are. */
  chain: readonly string[];
  /** For stores of their own. */
  single: readonly string[];
};

/** How stores are called: `{s}` stem, `{p}` person, `{o}` origin, `{h}` Chinese stem, `{f}` foreign stem, `{e}` American, `{j}` Japanese, `{v}` South-East Asian stem, `{d}` neighbourhood. */
export const namePatterns: Readonly<Record<StoreCategory, NamePatterns>> = {
  chicken: {
    chain: words('{s}치킨|{s}통닭|{s}닭강정|{s}숯불바베큐|치킨{s}|{s}두마리치킨|{s}옛날통닭|{e}치킨|{s}순살치킨'),
    single: words(
      '{s}치킨|{s}통닭|{p}네 통닭|{d}옛날통닭|{s} 숯불치킨|{s}호프치킨|닭치는 {p}|{d}시장통닭|{s}닭강정|참나무장작구이 {s}|{s}치킨호프|{e}치킨|{e}호프',
    ),
  },
  pizza: {
    chain: words('{s}피자|{f}피자|피자{s}|{s}화덕피자|{f}피자팩토리|{e}피자'),
    single: words(
      '{f}피자|{s}피자|화덕피자 {f}|{f} 피제리아|피자{f}|{d} 피자집|{s}수제피자|{e}피자|{e}화덕피자|{f} Pizza',
    ),
  },
  chinese: {
    chain: words('{h}반점|{s}짬뽕|{s}마라탕|{h}짜장|{s}짜장짬뽕|{h}마라'),
    single: words(
      '{h}반점|{h}성|{h}루|{h}각|{h}원|{h}장|{h}관|{h}춘|{h}향|{h}마라탕|{d}반점|{h}짬뽕전문|{h}손짜장|{h}수타짜장',
    ),
  },
  bunsik: {
    chain: words('{s}떡볶이|{s}김밥|{s}분식|{s}즉석떡볶이|{s}튀김|떡볶이{s}|{s}쌀떡볶이'),
    single: words(
      '{s}분식|{p}네 떡볶이|{d}떡볶이|{s}김밥|{p}네 분식|{s}떡볶이|{d}김밥천지|{s}국수김밥|{d}분식|엄마손 {s}분식|{s}꼬마김밥',
    ),
  },
  korean: {
    chain: words('{s}도시락|{s}덮밥|{s}제육|{s}밥상|{s}죽|{s}닭갈비|{s}비빔밥|{s}한상'),
    single: words(
      '{p}네 밥상|{s}식당|{o}식당|{s}기사식당|{d}백반집|{p}네 집밥|{s}밥집|{o}닭갈비|{s}한식뷔페|{s}돌솥밥|{p}할매밥상|{s}쌈밥|{d}제육볶음|{s}반찬도시락|{s}가정식',
    ),
  },
  soup: {
    chain: words('{s}국밥|{s}부대찌개|{s}순대국|{s}감자탕|{s}김치찌개|{s}설렁탕|{s}순두부|{s}뼈해장국'),
    single: words(
      '{o}국밥|{p}할매국밥|{o}순대국|{s}감자탕|{o}돼지국밥|원조 {o}부대찌개|{s}해장국|{p}네 순대국|{s}설렁탕|{o}곰탕|{d}24시감자탕|{s}삼계탕|{s}순두부|{s}콩나물국밥|{p}네 김치찌개|{o}추어탕|{s}가마솥국밥',
    ),
  },
  noodle: {
    chain: words('{s}국수|{s}칼국수|{s}냉면|{s}막국수|{s}손칼국수|{s}면옥'),
    single: words(
      '{o}면옥|{o}냉면|{p}네 칼국수|{s}손칼국수|{o}막국수|{s}국수집|{p}할매칼국수|{o}밀면|{s}잔치국수|{d}칼국수|{s}메밀|{s}함흥냉면',
    ),
  },
  meat: {
    chain: words('{s}족발|{s}보쌈|{s}곱창|{s}삼겹|{s}닭발|{s}직화구이|{s}족발보쌈|{s}막창'),
    single: words(
      '{d}왕족발|{s}족발보쌈|{p}네 곱창|{s}곱창|{o}막창|{s}구이|{s}삼겹살도시락|{p}할매족발|{s}숯불갈비|{s}닭발|{d}야식천국|{s}고기집|{s}정육식당|{o}갈비|{p}네 닭발|{s}보쌈',
    ),
  },
  braise: {
    chain: words('{s}찜닭|{s}닭볶음탕|{s}아구찜|{s}갈비찜|{s}샤브|{s}두마리찜닭|{s}매운갈비찜'),
    single: words(
      '{o}찜닭|{p}네 닭도리탕|{o}아구찜|{s}아구찜|{s}해물찜|{p}할매 닭볶음탕|{s}갈비찜|{s}동태탕|{o}코다리|{s}곱창전골|{d}찜닭|{s}샤브샤브',
    ),
  },
  seafood: {
    chain: words('{s}횟집|{s}쭈꾸미|{s}수산|{s}물회|{s}연어|{s}간장게장|{s}낙지'),
    single: words(
      '{o}횟집|{s}수산|{o}수산|{p}네 쭈꾸미|{s}회포장|{o}물회|{p}네 간장게장|{s}장어|{s}생선구이|{d}횟집|{o}꼼장어|{s}활어회|{s}바다횟집|{o}낙지마을',
    ),
  },
  japanese: {
    chain: words('{s}돈까스|스시{j}|{j}라멘|{s}우동|{s}카츠|{j}덮밥|{s}초밥|{j}카레'),
    single: words(
      '스시{j}|{j}초밥|멘야{j}|{j}라멘|{j}카츠|{s}돈까스|{j}식당|{s}우동|{j}소바|{d}돈까스|{s}왕돈까스|{j}돈부리|{j}카레|{s}수제돈까스|{s}초밥',
    ),
  },
  asian: {
    chain: words('포{v}|{s}쌀국수|{v}쌀국수|{v}타이|사이공{v}|{s}월남쌈'),
    single: words(
      '하노이{v}|사이공{v}|{v}쌀국수|방콕{v}|타이{v}|{s}쌀국수|{v}커리|델리{v}|베트남{s}|{d}쌀국수|호이안{v}|나마스떼 {v}',
    ),
  },
  burger: {
    chain: words('{f}버거|{s}버거|{s}토스트|{f}샌드위치|{s}핫도그|{f}수제버거|{e}버거|버거{e}'),
    single: words(
      '{f}버거|{s}수제버거|{f}샌드위치|{s}토스트|{d}토스트|{f} 버거하우스|{s}핫도그|버거 {f}|{f}샌드|{p}네 토스트|{e}버거|{e}핫도그|{f}다이너',
    ),
  },
  western: {
    chain: words('{f}파스타|{f}샐러드|{f}키친|{s}파스타|{f}포케|{f}스테이크|{f}부리또'),
    single: words(
      '비스트로 {f}|{f}키친|{f}파스타|{f}샐러드|오스테리아 {f}|{f}다이닝|{s}식탁|{f}포케|{f} 테이블|파스타 {f}|{f}그릴|{f}타코|{s}파스타|트라토리아 {f}',
    ),
  },
  cafe: {
    chain: words('{f}커피|카페{f}|{s}커피|{f}로스터스|{s}다방|커피{f}|{f} coffee'),
    single: words(
      '카페 {f}|{f}커피|{f} 로스터스|{s}다방|카페 {s}|{f} 커피바|커피 {f}|{f} coffee|{f} 에스프레소바|{s}카페|{d}커피|{f}브루잉|cafe {f}',
    ),
  },
  dessert: {
    chain: words('{f}베이커리|{f}와플|{s}빵집|{f}디저트|{f}케이크|{s}빙수|{f}베이글|{f}아이스크림'),
    single: words(
      '{f}베이커리|{f}과자점|{s}빵집|{f}제과|{f}마카롱|{f} 디저트|{s}와플|{f}케이크|{f} 쿠키|빵굽는 {s}|{f}베이글|{d}제과점|{f}구움과자|{f}젤라또|{s}꽈배기',
    ),
  },
};
