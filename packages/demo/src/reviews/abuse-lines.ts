import type { AbuseKey } from '../labels/review-abuse.ts';
import { words } from '../words.ts';
import type { SwearWord } from './obfuscate.ts';

function swear(plain: string, lookAlikes: string, latin = ''): SwearWord {
  return { plain, lookAlikes: words(lookAlikes), latin: latin === '' ? [] : words(latin) };
}

/** Words of one part of speech with the lines they fit into, at `{w}`. */
export type Swearing = { words: readonly SwearWord[]; lines: readonly string[]; praises: readonly string[] };

export const outcries: Swearing = {
  words: [
    swear('시발', '씨빨|시바|슈발|쉬벌|씌발|시팔|ㅆl발|십라|싯팔|쉬바', 'tlqkf|sibal|c발|18|tl발'),
    swear('씨발', '씨바|씨벌|쓰발|씹알|씨뷸|시펄', 'Tlqkf|ssibal|씨bal|C8'),
    swear('썅', '쌍|쓰앙|쌰앙', 'Tkd'),
  ],
  lines: words(
    '아 {w} 진짜|{w} 돈 아깝네|{w} 이걸 음식이라고 파냐|배달 {w} 1시간 반 걸림|{w} 다 식어서 왔네|와 {w} 이게 2만원?|{w} 장난하나|아오 {w} 머리카락 나옴|{w} 양 실화냐|{w} 전화도 안받네|{w} 다신 안시킨다|하 {w}|이게 {w} 사람 먹으라고 준거냐|리뷰보고 시켰는데 {w} 속았네|{w} 국물 다 샜잖아|순살시켰는데 {w} 뼈가 왔네 ㅋㅋ|{w} 별 하나도 아깝다',
  ),
  praises: words(
    '{w} 맛있네 ㅋㅋㅋ|와 {w} 미쳤다 개맛있음|{w} 맛있어서 기절|아 {w} 왜 이제 알았지|맛있다 {w}ㅋㅋㅋㅋ|{w} 살찌는데 왜 맛있냐고',
  ),
};

export const intensifiers: Swearing = {
  words: [swear('존나', '좃나|존내|즌나|쫀나|조온나|ㅈㅗㄴ나', 'whssk|jonna'), swear('졸라', '쫄라|절라', 'whffk')],
  lines: words(
    '{w} 맛없음|배달 {w} 늦네|{w} 짜서 못먹겠다|{w} 비싸기만 하고 양도 적음|전화받는 태도 {w} 불친절|{w} 식어서 옴|{w} 대충 만듦|{w} 실망|가격만 {w} 올림|{w} 질겨서 버렸다',
  ),
  praises: words('{w} 맛있네 ㅋㅋ|{w} 맛있어요 진짜루|양 {w} 많음 ㄷㄷ|배달 {w} 빠름|{w} 바삭해 미쳤음'),
};

export const rants: Swearing = {
  words: [swear('지랄', '지럴|쥐랄|ㅈl랄|즤랄', 'wlfkf'), swear('염병', '옘병|얌병')],
  lines: words(
    '{w}하네 진짜|{w}도 풍년이다|취소해달랬더니 {w}을 함|이게 무슨 {w}이야|사진 찍어 보냈더니 {w}하고 끊음|{w} 말고 환불이나 해',
  ),
  praises: words('맛있어서 {w}남'),
};

export const curses: Swearing = {
  words: [swear('좆같', '좃같|족같|좇같|ㅈ같|줫같', 'whwrkx'), swear('개같', '개갗|걔같|게같', 'rorkx')],
  lines: words('맛 {w}네|서비스 {w}네 진짜|기분 {w}다|{w}은 가게 다신 안감|배달 {w}이 하네|포장을 {w}이 해놨네'),
  praises: words('{w}이 맛있네 ㅋㅋ'),
};

/** Words for a person; their lines hit a person too. */
export const insults: Swearing = {
  words: [
    swear('병신', '븅신|벙신|빙신|병쉰|뷍신|볭신', 'qudtls|byungsin'),
    swear('개새끼', '개색기|개쉐이|개쉑|개새기|걔새끼|개섀끼|개쌔끼', 'rotoRl'),
    swear('미친놈', '미췬놈|미틴놈|믿힌놈|ㅁㅣ친놈', 'alclssha'),
    swear('또라이', '또롸이|돌아이|똘아이|도라이', 'Ehfkdl'),
    swear('새끼', '색히|쉐리|쉑|섀키|쌔끼', 'toRl'),
    swear('등신', '등쉰|듕신', 'emdtls'),
  ],
  lines: words(
    '사장 {w} 장사 접어라|배달기사 {w} 음식 다 쏟아놓고 튐|전화받는 {w} 말투봐라|{w}들이 장사를 하네|만든 {w} 나와봐|이딴거 파는 {w} 뭐냐|사장 {w} 인성 수준|{w}야 니가 먹어봐라|알바 {w} 주문 하나 똑바로 못받네|별점 조작하는 {w}들',
  ),
  praises: words('{w}처럼 매일 시켜먹는 중 ㅋㅋ'),
};

/** What the slots of abusive lines hold. */
export const abuseSlots: Readonly<Record<string, readonly string[]>> = {
  who: words(
    '사장|주인|알바|직원|주방장|배달기사|라이더|전화받는 직원|사장이라는 인간|포장한 사람|여기 주인|주방 사람들',
  ),
  group: words('맘충|틀딱|급식충|짱깨|한남|된장녀|노인네|외노자|잼민이|촌놈|조선족|페미'),
};

/** Whole lines of other abuse: the line is the evidence. */
export const abuseLines: Readonly<Record<Exclude<AbuseKey, 'profanity' | 'personal-data'>, readonly string[]>> = {
  'personal-attack': words(
    '{who} 머리에 뭐가 들었는지 모르겠네|{who} 부모한테 뭘 배웠길래 손님한테 그따위로 말함|{who} 지능이 의심됨|{who} 인성 쓰레기|{who} 손모가지가 아깝다|{who} 이런 것도 사람이라고 일을 하네|{who} 한글은 읽을 줄 아나|{who} 뇌는 집에 두고 출근했나 봄|{who} 면상 한번 보고 싶네|글도 못 읽는 무식한 {who} 좀 자르세요|돈에 환장한 {who}|양심도 없는 사기꾼 {who}|{who} 정신병원부터 가봐야 함|{who} 못 배운 티가 나네|{who} 귓구멍이 막혔나|{who} 평생 그렇게 살아라|멍청한 {who} 때문에 저녁 망침|{who} 눈은 장식으로 달고 다니나|{who} 같은 인간은 장사하면 안 됨|{who} 초등학교는 나왔나|위에 리뷰 쓴 사람 미각 상실했나 멍청하긴|{who} 말귀도 못 알아먹는 수준',
  ),
  sexual: words(
    '{who} 목소리 섹시하던데 번호 좀ㅎㅎ|배달 온 여자 라이더 몸매 좋더라 또 시킴|{who} 몸매가 메뉴보다 더 맛있어 보임|알바생 다리가 예뻐서 포장하러 감ㅋ|여자 직원이 직접 배달 오면 별 다섯개 줌 흐흐|카운터 누나 가슴밖에 안 보임|젊은 여직원이랑 한잔 하고 싶네요 연락주세요|{who} 내 스타일이던데 오늘 밤 시간 되나|치마 입은 직원 있을 때만 포장하러 갑니다 ㅎㅎ|{who} 엉덩이 구경하러 또 갈게요|여사장님 혼자 사시나요 놀러가도 되나ㅋ|배달 오신 분 안아보고 싶네 흐흐',
  ),
  hate: words(
    '{group}들 때문에 배달 늦은듯|{group:이} 하는 가게라 그런지 느려터짐|{group}들 몰려서 시끄러운 가게|{group:이} 만들었나 맛이 왜이래|역시 {group}들은 안됨|{group:이} 만든 음식 더러워서 못먹겠음|{group}들은 장사하지 말고 집에나 있어라|{group}들이나 먹는 맛|{group} 출입금지 시켜라|여자가 사장이라 일처리가 저 모양|{group} 냄새나는 가게|{group}들 리뷰 믿지마라|늙은이들은 장사하지 말고 집에나 있어라|배달을 {group:이} 하니까 이 모양이지',
  ),
  threat: words(
    '가게 찾아가서 다 엎어버린다|{who} 밤길 조심해라|주소 다 아니까 기다려라|내일 가게 문 못 열게 해줄게|한번만 더 이러면 불질러버린다|{who} 만나면 가만 안 둔다|{who} 얼굴 봐뒀다 각오해|너네 가게 망할 때까지 괴롭혀줄게|칼 들고 찾아가는 수가 있다|{who} 집 어딘지 안다 조심해|오늘 가게 앞에서 기다린다 {who} 나와라|유리창 다 깨버릴까|{who} 한 대 맞아야 정신 차리지 기다려',
  ),
  advertisement: words(
    '재택부업 하실 분 모집합니다 하루 2시간 월 200 카톡 {id}|맛집 체험단 모집중 오픈채팅 {id} 검색하세요|{url} 여기서 쿠폰 받으면 반값입니다|신용불량 당일 대출 가능 상담 {id}|ㅂㅏ카라 첫충 30% {url}|인스타 팔로워 늘려드려요 디엠 @{id}|리뷰 대행 1건 3천원 문의 {id}|건너편 새로 생긴 집이 훨씬 싸요 추천코드 {code} 입력하면 5천원 할인|다이어트 보조제 2주 -7kg 후기 보러오세요 {url}|중고폰 최고가 매입 텔레 @{id}|안전놀이터 추천 코드 {code} 가입하면 포인트 지급|유튜브 구독 부탁드려요 채널명 {id} 먹방합니다|핸드폰 바꾸실 분 현금 지원 카톡아이디 {id}|[이벤트] {url} 접속하고 상품권 받아가세요!!|토//토 사이트 {url} 신규 3만',
  ),
  irrelevant: words(
    '어제 축구 보신 분?|오늘 날씨 진짜 좋네요|ㅁㄴㅇㄹ|asdf|테스트|앱 로그인이 자꾸 풀리는데 어떻게 하나요|쿠폰 등록은 어디서 하는 건가요|이사가는데 좋은 동네 추천 좀|ㅇ|.|사진은 나중에 올릴게요|제 고양이 귀엽죠?|월요일 싫다|누가 제 우산 가져가셨어요|로또 번호 추천 좀요|주소 바꾸는 법 아시는 분|내일 시험인데 망했다|ㅋ|강아지 산책시키고 왔어요|결제수단 변경이 안 돼요 고객센터 전화도 안 받고|드라마 결말 실화냐|123|아무말|리뷰 포인트 받으려고 씀|비밀번호 까먹었는데 어디서 찾아요|오늘 야구 이겼다!!|이번 주말에 뭐하지|헬스장 등록했습니다|ㅎ|..|ㅇㅇ|abc|집 가고 싶다|강남역 근처 주차장 아시는 분|배터리 5퍼 남음|누가 이기나 보자|가나다라|1|아무거나 씁니다|내 생일 축하해|앱 업데이트하고 나서 느려졌어요|회원등급은 어떻게 올리나요|영화 추천 좀|잠이 안 온다|고양이 사료 싸게 파는 데 있나요|적립금이 안 들어왔어요 앱 문의입니다|동생 몰래 쓰는 중|qwer1234|옆집 층간소음 때문에 잠을 못 자겠네요',
  ),
  'suspected-fake': words(
    '아직 안 먹어봤는데 사장님 응원하려고 별 다섯개 드려요|사장님이 지인이라 남깁니다 무조건 맛있어요|리뷰 쓰면 현금 준다고 해서 씁니다 최고예요|협찬받고 작성한 솔직 후기입니다 인생맛집 등극|주문은 안 했지만 맛있다고 들었습니다|이 지역 1등 맛집! 신선한 재료! 친절한 서비스! 후회 없는 선택!|배송 빠르고 제품 좋습니다 색상도 마음에 들어요 추천합니다|체험단으로 방문했습니다 정말 너무 맛있고 사장님 친절하고 매장 깨끗해요 강력추천|별점 알바 3번째 리뷰입니다 굿|이벤트 당첨돼서 안 먹고 남깁니다 좋아요|전국 최고 맛집 재방문 100% 가성비 갑 분위기 갑 친절 갑',
  ),
};

/** Slander by those who did not eat there; it comes with one star. */
export const slanderLines = words(
  '옆 가게 사장인데 여기 맛없습니다 시키지 마세요|경쟁 업체인데요 여기 위생 최악이라고 소문났어요|안 먹어봤지만 사장이 마음에 안 들어서 별 하나 줍니다|저희 가게가 더 맛있습니다 여기 말고 건너편으로 오세요|먹진 않았고 지인이 별로라길래 1점|부탁받고 1점 남겨요 죄송',
);

/** Lines with someone's data, in its slots; the data is the evidence. */
export const personalDataLines = {
  praise: words(
    '다음부터는 {address}로 배달해주세요 비번 {door}|제 번호 {phone} 인데 단체주문 연락 주세요|{phone} 문자 주시면 사진 보내드림|입금은 {account} 로 해주세요|사장님 예약은 {phone} {name} 으로 할게요|저희 집은 {address}예요 다음에도 부탁드려요|리뷰이벤트 당첨되면 {phone} 으로 연락 주세요|라이더 {name} 기사님 {phone} 친절하셨어요|쿠폰은 {phone} 번호로 보내주세요 {name} 입니다',
  ),
  complaint: words(
    '환불 안 해주시면 {phone}로 전화주세요|라이더분 번호 {phone} 이분한테 시키지 마세요|사장님 폰번호 {phone} 공유합니다|여기 알바 {name} 진짜 불친절함 번호도 {phone}|전화 안 받으시길래 여기 남겨요 {phone} {name} 입니다|잘못 배달됐어요 저희 집은 {address}예요|환불은 {account} {name} 로 보내주세요|{name} 이름으로 시켰는데 안 왔어요 {phone}|배달기사 {name} {phone} 조심하세요|{address} 로 시켰는데 옆집에 놓고 감',
  ),
} as const;

/** Sentences that look like abuse and are not. */
export const falseFriends = words(
  '진짜 미쳤다 맛이|개꿀맛이에요|새끼손가락만 한 새우가 잔뜩 들었어요|쓰레기 처리하기 편하게 포장돼 있어요|18000원이 안 아까워요|미친 맛이네요 진심|죽여주는 맛|존맛탱이에요|사장님 잘생겼어요ㅎㅎ|신고하고 싶을 만큼 맛있음|맵찔이 죽는 맛|마약 들었나 중독됨|이 돈이면 사기 아닌가요 너무 싸서|시발점이 된 집이라 의리로 시켜요|번호표 뽑고 기다린 보람이 있네요|벌써 18번째 주문입니다|병신년에 처음 오고 이제야 또 먹네요',
);
