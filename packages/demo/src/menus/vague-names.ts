import type { StoreCategory } from '../dishes/plans.ts';
import { words } from '../words.ts';

const anywhere =
  '사장님 추천 세트|1인 세트|혼밥세트|커플세트|패밀리 세트|오늘의 메뉴|스페셜 세트|시그니처|점심특선|A세트|B세트|2인 세트|3~4인 세트|든든세트|가성비 세트|실속 1인|BEST 세트|첫주문 세트|재주문 1위|단골세트|파티세트|모둠 한상|리뷰이벤트 세트|신메뉴|이달의 특선|1번 세트|2번세트|야식세트|푸짐한 한상|런치세트';

const own = (more: string) => words(`${anywhere}|${more}|${more}|${more}`);

/** Names that only someone who knows the store could place. */
export const vagueNames: Readonly<Record<StoreCategory, readonly string[]>> = {
  chicken: own(
    '순살 한마리|두마리 세트|레드|블랙|화이트|매운맛|순한맛|오리지널|콤보|윙콤보|반마리|핫블랙|골드|다리세트|한마리 반',
  ),
  pizza: own('오리지널 L|스페셜 L|슈프림 골드|투게더 세트|클래식|프리미엄 라지|1+1 세트|빅세트|올스타|더블 L'),
  chinese: own('코스 A|세트 1번|특면|삼선|사천식|2인코스|요리 하나 면 둘|점심세트 1'),
  bunsik: own('모둠세트|매운맛 2인|분식세트|혼떡세트|순한맛 1인|반반세트|국민세트|학생세트|떡튀|매운거'),
  korean: own('오늘의 한끼|불맛 한상|1인 정식|직화세트|특정식|집밥|매콤 한그릇|철판 2인'),
  soup: own('얼큰이|특|특사이즈|술국|맑은탕|얼큰탕 2인|전골 중|뚝배기 세트|하얀국물'),
  noodle: own('물|비빔|섞어|온면|회|곱빼기|세트 (물)|비빔 곱|매운맛'),
  meat: own('모둠 중|모듬 2인|반반 대|매운맛 중|직화 한판|앞다리 대|1인 혼술세트|불맛|순한맛 소|소금구이'),
  braise: own('중 (2~3인)|대 (3~4인)|순살 중|매운맛 소|반마리|치즈 추가 세트|한마리|뼈 있는 거'),
  seafood: own('모둠 소|모둠 대|혼술세트|제철 한접시|매운맛 2인|정식|반반|숙성 한판|스페셜 대'),
  japanese: own('정식 A|특선|모둠정식|반반정식|등심|안심|런치 A|스페셜 10p|매운맛|온|냉'),
  asian: own('매운맛|소고기 L|2인 세트 (면+롤)|양지|하노이 세트|직화|해물|치킨|믹스'),
  burger: own('더블 세트|클래식 세트|스페셜|더블더블|시그니처 SET|올인원팩|빅박스|매콤 세트|햄스페셜|스트로베리밤'),
  western: own('빠네|볼 L|시그니처 볼|투움바 세트|2인 커플세트|오늘의 파스타|셰프 스페셜|웜볼 A|단백질 폭탄'),
  cafe: own('시그니처|오늘의 음료|흑당|바닐라크림|민트초코|블루|돌체|썸머 스페셜|얼그레이|1+1 세트'),
  dessert: own('시그니처|오늘의 디저트|인절미|플레인|초코폭탄|4구 세트|선물세트|모둠 박스|바스크|말차|흑임자'),
};

/** How much more than one ordinary dish a vaguely named set costs. */
export function vaguePriceFactor(name: string): number {
  if (/패밀리|파티|3~4인|푸짐|한상/.test(name)) return 2.6;
  if (/커플|2인|두마리|모둠|모듬/.test(name)) return 1.8;
  return /세트|코스/.test(name) ? 1.35 : 1;
}
