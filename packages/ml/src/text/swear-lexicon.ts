/**
 * A word to look for, however it is disguised.
 *
 * - `spellings`: how it is written when it is not disguised; each is recovered as itself.
 * - `initials`: first consonants that stand for the whole word, and no others.
 * - `innocents`: longer words or phrases (spaces left out) that hold a spelling without meaning it.
 * - `isOrdinary`: a spelling is also an everyday word, so that only a deliberate disguise counts: neither the plain word
 *   nor one with spaces or punctuation in it.
 * - `romanized`: ways to write it in Latin letters by sound.
 */
export type LexiconWord = {
  word: string;
  spellings: readonly string[];
  initials?: readonly string[];
  innocents?: readonly string[];
  isOrdinary?: boolean;
  romanized?: readonly string[];
};

/** Words to look for, and signs that are read aloud in place of a syllable: 8 for 발 in 씨8. */
export type ObfuscationLexicon = {
  words: readonly LexiconWord[];
  standIns: Readonly<Record<string, readonly string[]>>;
};

/** Compounds of 발 that follow a word ending in 시: 출시 발표, 즉시 발송, 다시 발견. */
const AFTER_SI =
  '시발점 시발역 시발지 시발차 시발택시 시발자동차 시발수뢰 시발표 시발전 시발생 시발견 시발행 시발송 시발급 시발주 시발령 시발매 시발달 시발언 시발효 시발열 시발로 시발이 시발가락 시발바닥 시발등 시발목 시발을 시발레 시발굴 시발사 시발휘 시발랄 시발라 시발작 시발라드 시발코니 시발렌타인 시발사믹';

/** The strong swear words of Korean comments and the spellings they go by. */
export const swearLexicon: ObfuscationLexicon = {
  words: [
    {
      word: '시발',
      spellings:
        '시발 씨발 쉬발 슈발 쒸발 씌발 싀발 씹발 시빨 씨빨 시팔 씨팔 쓰발 스발 시벌 씨벌 시불 씨불 씨블 시블'.split(
          ' ',
        ),
      initials: ['ㅅㅂ', 'ㅆㅂ', 'ㅅㅃ', 'ㅆㅃ', 'ㅆㅍ'],
      innocents: [
        ...AFTER_SI.split(' '),
        ...'다시발 역시발 출시발 도시발 즉시발 잠시발 당시발 표시발 동시발 택시발 접시발 혹시발 필시발 개시발표 십시발 이발소 이발관 이발사 이발기 택시불 시불러 시불고기 시불닭 시불이 시불을 씨불이 불씨불 시불능 시불가 시블루 시블랙 시벌써 시벌레 시벌금 씨벌레 날씨발 아씨발레 스발레 주스발 버스발 박스발 소스발 가스발 뉴스발 스발라 스발사믹 스발효 스발표 쓰발이 소스불 버스불 시팔아 시팔고 시팔찌 시팔도 씨팔찌 날씨벌'.split(
          ' ',
        ),
      ],
      romanized: ['sibal', 'ssibal', 'shibal', 'ssival', 'sibaldoma', 'cibal'],
    },
    {
      word: '시바',
      spellings: ['시바', '씨바'],
      innocents: ['시바견', '시바이누', '시바스', '시바타', '시바견이', '시바사키'],
      isOrdinary: true,
    },
    {
      word: '병신',
      spellings: ['병신', '븅신', '빙신', '뷩신', '병쉰', '븅쉰', '벙신', '등신', '병싄'],
      initials: ['ㅂㅅ', 'ㅄ'],
      innocents: [
        '병신년새해',
        '병신년생',
        '병신일주',
        '병신생',
        '병신정변',
        '등신대',
        '등신불',
        '팔등신',
        '육등신',
        '칠등신',
        '구등신',
        '병신라면',
        '병신제품',
        '병신메뉴',
        '병신청',
        '병신규',
        '병신선',
        '병신고',
        '꽃병신',
      ],
      romanized: ['byungsin', 'byeongsin'],
    },
    {
      word: '새끼',
      spellings: [
        '새끼',
        '쌔끼',
        '세끼',
        '쉐끼',
        '섀끼',
        '샛기',
        '새키',
        '쉑히',
        '색히',
        '쉑기',
        '새퀴',
        '쉐키',
        '샊',
        '샤끼',
        '색끼',
        '쌔키',
        '새꺄',
      ],
      initials: ['ㅅㄲ', 'ㅆㄲ'],
      innocents:
        '새끼손가락 새끼발가락 새끼줄 새끼오리 새끼돼지 새끼고양이 새끼강아지 새끼양 새끼새 새끼곰 새끼치 새끼발톱 새끼손톱 새끼보 새끼문어 새끼낙지 새끼가지 새끼꼬 하루세끼 세끼를 세끼다 삼시세끼 밥세끼 세끼밥 세끼나 세끼씩 세끼째 세끼먹 세끼모두 세끼식 어른새끼 모자새끼'.split(
          ' ',
        ),
      isOrdinary: true,
    },
    {
      word: '개새끼',
      spellings: [
        '개새끼',
        '개쌔끼',
        '개세끼',
        '개색기',
        '개색끼',
        '개쉐끼',
        '개섀끼',
        '개샛기',
        '개새기',
        '개쉑',
        '개색',
        '개새',
        '개샊',
        '개쉐이',
        '개새꺄',
        '개객끼',
        '개객기',
      ],
      initials: ['ㄱㅅㄲ', 'ㄱㅅㄱ'],
      innocents:
        '개새우 개새로 개새롭 개새콤 개새송이 개색상 개색깔 개색다 개새싹 개새것 개새벽 개새해 개색소 개색종 베개새 조개새 두개새 한개새 개새상품'.split(
          ' ',
        ),
    },
    {
      word: '지랄',
      spellings: ['지랄', '쥐랄', '지럴', '지롤', '즤랄', '찌랄', '젼랄', '지뢀'],
      initials: ['ㅈㄹ', 'ㅉㄹ'],
      innocents: [
        '지롤케이크',
        '지롤케익',
        '돼지롤',
        '오렌지롤',
        '소시지롤',
        '지롤링',
        '지롤모델',
        '지롤빵',
        '지롤까스',
        '지롤카츠',
      ],
      romanized: ['jiral', 'ziral'],
    },
    {
      word: '좆',
      spellings: [
        '좆같',
        '좆도',
        '좆나',
        '좆밥',
        '좆까',
        '좆됐',
        '좆되',
        '좆망',
        '좆만',
        '좆빠',
        '좆',
        '좃같',
        '좃도',
        '좃나',
        '좃까',
        '좃밥',
        '좟',
        '족같',
        '줫같',
        '졷같',
      ],
      innocents: [
        '족같은느낌',
        '가족같',
        '수족같',
        '민족같',
        '귀족같',
        '부족같',
        '만족같',
        '유족같',
        '친족같',
        '종족같',
      ],
    },
    {
      word: '존나',
      spellings: ['존나', '좇나', '줜나', '존내', '쫀나', '죤나', '젼나'],
      initials: ['ㅈㄴ', 'ㅉㄴ'],
      innocents: [
        '존나이스',
        '보존나',
        '생존나',
        '의존나',
        '존내용',
        '보존내',
        '생존내',
        '현존나',
        '오존나',
        '오존내',
        '공존나',
      ],
    },
    { word: '존나', spellings: ['졸라', '존니', '줠라'], isOrdinary: true },
    {
      word: '썅',
      spellings: ['썅년', '썅놈', '썅', '쌍년', '쌍놈', '샹년', '샹놈', '쌰앙', '쌍늠'],
      initials: ['ㅆㄴ'],
      innocents: ['쌍년도', '쌍놈들전'],
    },
    {
      word: '씹',
      spellings: ['씹새', '씹할', '씹년', '씹놈', '씹창', '십새끼', '씹쌔', '씹덕'],
      initials: ['ㅆㅅㄲ'],
      innocents: ['씹새우', '씹할때', '씹새로'],
    },
    {
      word: '미친',
      spellings: ['미친', '미친놈', '미친년', '미친새끼', '믜친', '뮈친', '미췬', '미틴', '밋친'],
      initials: ['ㅁㅊ', 'ㅁㅊㄴ'],
      innocents: [
        '미친절',
        '미친구',
        '미친척',
        '미친환경',
        '미친필',
        '미친숙',
        '거미친구',
        '개미친구',
        '미친근',
        '미친정',
        '미친밀',
        '미친해',
        '영향미친',
        '영향을미친',
        '미틴트',
        '비타미틴',
      ],
    },
    {
      word: '꺼져',
      spellings: ['꺼져', '꺼저', '껒여', '꺼졍'],
      initials: ['ㄲㅈ'],
      innocents: ['꺼져서', '꺼져있', '꺼져버', '꺼져가', '꺼져도'],
    },
    {
      word: '닥쳐',
      spellings: ['닥쳐', '닥처', '닭쳐', '닥치', '닥챠', '닥춰'],
      initials: ['ㄷㅊ'],
      innocents: [
        '바닥쳐',
        '바닥치',
        '바닥처',
        '손바닥치',
        '손바닥쳐',
        '닥쳐도',
        '닥쳐서',
        '닥처럼',
        '닥치는',
        '닭쳐서',
        '닥치즈',
        '닥치킨',
        '바닥치즈',
        '닥쳐온',
        '닥쳐올',
        '닥쳐왔',
        '숟가닥치',
      ],
    },
    {
      word: '뒤져',
      spellings: ['뒤져라', '뒈져라', '디져라', '뒤져', '뒈져', '뒤저라', '뒤질', '뒈질', '디질래', '뒤진다'],
      initials: ['ㄷㅈㄹ'],
      innocents: ['뒤져서', '뒤져보', '뒤져봐', '뒤져도', '뒤져봤', '뒤질수없'],
      isOrdinary: true,
    },
    {
      word: '느금마',
      spellings: ['느금마', '느금', '느검마', '늑엄마', '니금마', '느그엄마', '느그매', '느개비'],
      initials: ['ㄴㄱㅁ', 'ㄴㄱㅇㅁ', 'ㄴㄱㅂ'],
      innocents: ['느금방', '느금액', '느금요일', '느금연'],
    },
    {
      word: '니애미',
      spellings: ['니애미', '니에미', '니미럴', '니애비', '늬애미', '니어미', '느애미', '네애미'],
      initials: ['ㄴㅇㅁ', 'ㄴㅇㅂ'],
      innocents: ['니애미리', '니어미니', '주니어미', '시니어미', '쥬니어미', '니에미리', '니에미니', '언니에미'],
    },
    {
      word: '엠창',
      spellings: ['엠창', '앰창', '엠생', '앰생'],
      innocents: ['엠생명', '앰생명', '엠생활', '엠생맥주', '엠창고', '엠창립', '엠창업', '엠창원', '엠생일'],
    },
    {
      word: '염병',
      spellings: ['염병', '옘병', '엠병'],
      innocents: ['전염병', '감염병', '염병원', '수염병', '소염병', '염병실'],
    },
    {
      word: '또라이',
      spellings: ['또라이', '똘아이', '돌아이', '도라이', '또라에몽'],
      initials: ['ㄸㄹㅇ'],
      innocents: [
        '돌아이들',
        '돌아이제',
        '도라이버',
        '도라이브',
        '도라이트',
        '돌아이쪽',
        '콘도라이',
        '아도라이',
        '도라이스',
      ],
      isOrdinary: true,
    },
    {
      word: '찐따',
      spellings: ['찐따', '찐다', '진따'],
      initials: ['ㅉㄸ'],
      innocents: ['찐다고', '찐다는', '살찐다', '찐다음', '찐따로', '찐따뜻', '찐따끈', '진따뜻', '진따로', '진따끈'],
      isOrdinary: true,
    },
    {
      word: '호로',
      spellings: ['호로새끼', '호로자식', '후레자식', '호로잡놈', '후레새끼', '호래자식', '화냥년'],
      initials: ['ㅎㄹㅅㄲ', 'ㅎㄹㅈㅅ'],
    },
    {
      word: '창녀',
      spellings: ['창녀', '챵녀', '창년', '쌍창녀', '갈보'],
      innocents: ['동창녀', '창년도', '창녀원', '갈보다', '갈보이', '갈보기', '갈보름', '갈보니', '동창년'],
      isOrdinary: true,
    },
    {
      word: '보지',
      spellings: ['보지', '봊이', '자지', '잠지', '쟈지', '뵤지'],
      isOrdinary: true,
      innocents: ['잠지도'],
    },
    {
      word: '뻐큐',
      spellings: ['뻐큐', '뻑큐', '퍽큐', '빠큐', '뻨큐', '엿먹어', '엿처먹', '엿쳐먹'],
      initials: ['ㅃㅋ'],
      romanized: ['fuck', 'fuckyou', 'fuckoff', 'ppeokyu'],
    },
    { word: '걸레', spellings: ['걸레년', '걸레같', '개걸레'], isOrdinary: true },
    {
      word: '개년',
      spellings: ['개년', '개놈', '개같은', '개같네', '개자식', '개잡놈', '개차반'],
      innocents: [
        '개년도',
        '두개같은',
        '한개같은',
        '세개같은',
        '개같은맛',
        '무지개같은',
        '조개같은',
        '번개같은',
        '베개같은',
        '날개같은',
        '무지개년',
        '개년간',
        '개년째',
        '이개년',
        '삼개년',
        '오개년',
      ],
      isOrdinary: true,
    },
    {
      word: '한남충',
      spellings: ['한남충', '맘충', '급식충', '틀딱', '김치녀', '된장녀', '메갈년', '일베충'],
      initials: ['ㅌㄸ'],
      innocents: ['맘충분', '맘충전', '맘충만', '한남충전', '맘충청', '김치녀석'],
    },
  ],
  standIns: {
    '8': ['발', '팔'],
    c: ['씨'],
    'ⓒ': ['씨'],
    si: ['시'],
    g: ['지'],
    z: ['지'],
    犬: ['개'],
    dog: ['개'],
    b: ['병'],
    x: ['발', '신', '랄', '새', '끼'],
    '*': ['발', '신', '랄', '새', '끼'],
    '○': ['발', '신', '랄', '새', '끼'],
  },
};
