import type { ErrorCode } from '@jeoul/shared/platform/error-codes';

/** What went wrong, what was kept, what to do: one sentence or two for each code of the server. */
export const error = {
  UNAUTHENTICATED: '로그인이 끊겼습니다. 다시 로그인하면 하던 곳으로 돌아옵니다.',
  FORBIDDEN: '이 작업을 할 권한이 없습니다. 관리자에게 요청해 주세요.',
  NOT_FOUND: '찾는 것이 없습니다. 지워졌거나 주소가 바뀌었을 수 있습니다.',
  INVALID_INPUT: '입력한 값을 확인해 주세요. 저장된 것은 없습니다.',
  CONFLICT: '그 사이 다른 사람이 먼저 바꾸었습니다. 입력한 내용은 그대로 두었습니다.',
  LEASE_LOST: '맡은 시간이 지나 다른 사람에게 넘어갔습니다. 고른 답은 그대로 두었습니다.',
  ALREADY_DECIDED: '이미 판정이 끝난 건입니다. 고른 답은 그대로 두었습니다.',
  UNDO_TOO_LATE: '이미 반영되어 실행 취소할 수 없습니다. 새로 판정해 주세요.',
  STALE_VERSION: '보고 있던 내용이 바뀌었습니다. 지금 내용과 비교한 뒤 다시 저장해 주세요.',
  TOO_FEW_RESOLUTIONS: '학습하기에 확정된 건이 아직 모자랍니다.',
  ALREADY_RUNNING: '같은 작업이 이미 진행 중입니다. 끝난 뒤 다시 시도해 주세요.',
  FILE_TOO_LARGE: '파일이 너무 큽니다. 나누어 올려 주세요.',
  FILE_UNREADABLE: '파일을 읽을 수 없습니다. 형식과 인코딩을 확인해 주세요.',
  COLUMN_MISSING: '필요한 열이 파일에 없습니다. 열 이름을 확인해 주세요.',
  RATE_LIMITED: '요청이 너무 잦습니다. 잠시 뒤 다시 시도해 주세요.',
  CROSS_ORIGIN: '다른 사이트에서 온 요청이라 막았습니다. 이 창에서 다시 시도해 주세요.',
  INTERNAL: '서버에서 문제가 생겼습니다. 다시 시도해도 그대로면 요청 번호를 알려 주세요.',
} as const satisfies Record<ErrorCode, string>;
