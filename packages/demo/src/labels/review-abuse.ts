import { type Label, type LabelSet, label } from './label.ts';

const labels = [
  label('profanity', null, [
    '욕설',
    'Profanity',
    '욕과 그 변형(초성, 자모 분리, 숫자·기호 끼우기, 자판 영타). 음식이 맛있다는 뜻으로 써도 욕이면 여기. "미쳤다", "개맛있다"는 욕이 아님.',
    'Swear words in any disguise, even when they praise the food. Mild intensifiers are not profanity.',
  ]),
  label('personal-attack', null, [
    '인신공격',
    'Personal attack',
    '사장, 직원, 라이더, 다른 손님의 인격이나 능력을 깎아내림. 음식과 일처리에 대한 거친 불만은 아님.',
    'Belittles the owner, staff, rider or another customer as a person. Harsh words on the food or the work are not.',
  ]),
  label('sexual', null, [
    '성희롱',
    'Sexual harassment',
    '직원이나 라이더의 몸, 성별을 성적으로 말하거나 만남을 요구함.',
    'Sexual remarks on the staff or rider, or asking them out.',
  ]),
  label('hate', null, [
    '혐오',
    'Hate',
    '나이, 성별, 출신, 장애 따위로 한 무리를 낮추어 부르거나 몰아세움.',
    'Slurs or contempt for a group by age, sex, origin or disability.',
  ]),
  label('threat', null, [
    '위협',
    'Threat',
    '찾아가겠다, 가만두지 않겠다, 불 지르겠다 같은 해악. "신고하겠다", "환불 안 되면 별점 남긴다"는 위협이 아님.',
    'Announces harm to a person or place. Saying one will report or rate low is not a threat.',
  ]),
  label('advertisement', null, [
    '광고',
    'Advertisement',
    '다른 가게나 서비스로 끌어감: 부업, 대출, 도박, 체험단, 할인코드, 연락처와 링크.',
    'Leads elsewhere: side jobs, loans, gambling, sponsored visits, discount codes, links.',
  ]),
  label('irrelevant', null, [
    '무관',
    'Irrelevant',
    '가게, 음식, 배달과 관계없는 글. 앱 문의, 시험 삼아 친 글자, 잡담. 한두 글자라도 맛을 말하면 무관이 아님.',
    'Nothing to do with the store, food or delivery: app questions, test input, chat. "Good" is a review.',
  ]),
  label('personal-data', null, [
    '개인정보',
    'Personal data',
    '전화번호, 계좌, 상세 주소, 실명이 드러남. 가게의 공개된 상호와 지점은 아님.',
    'Shows a phone number, account, full address or real name. The store’s public name is not personal data.',
  ]),
  label('suspected-fake', null, [
    '허위 의심',
    'Suspected fake',
    '먹지 않고 썼거나 대가를 받고 쓴 흔적이 있음. 칭찬이 지나치다는 것만으로는 부족하고, 스스로 밝히거나 홍보 문구가 되풀이될 때.',
    'Signs of a review not eaten for or paid for: it says so, or repeats promotional copy. Enthusiasm alone is not enough.',
  ]),
] as const satisfies readonly Label[];

/** What can be wrong with a review. */
export type AbuseKey = (typeof labels)[number]['key'];

/** Every kind of abuse. */
export const abuseKeys: readonly AbuseKey[] = labels.map(({ key }) => key);

/** Labels of the abuse queue: any number per review. */
export const reviewAbuseLabelSet: LabelSet = {
  key: 'review-abuse',
  nameKo: '리뷰 악용·욕설',
  nameEn: 'Review abuse',
  labels,
};
