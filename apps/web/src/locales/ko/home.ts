export const home = {
  title: '내 일',
  greeting: '{{name}}님',
  waiting: '기다리는 일',
  changed: '내 일이 바꾼 것',
  asked: '나에게 온 요청',
  go: '바로 가기',
  nothingTitle: '지금 기다리는 일이 없습니다',
  nothingBody: '역할에 맞는 일이 생기면 여기에 나타납니다.',
} as const;
