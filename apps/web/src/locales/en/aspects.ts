import type { aspects as ko } from '../ko/aspects.ts';
import type { Localized } from '../localized.ts';

export const aspects: Localized<typeof ko> = {
  polarity: { positive: 'positive', negative: 'negative', neutral: 'neutral' },
  nothing: 'Nothing on taste or texture',
  modelFinds_one: '{{count}} thing',
  modelFinds_other: '{{count}} things',
  acceptAll: 'Accept all, next',
  acceptOne: 'Accept one',
  giveAccepted: 'Decide with what is accepted only',
  turn: 'Change polarity',
  chooseOf: '{{family}}: positive, negative, neutral, off',
  dropOf: '{{family}}: take away',
  dropFocused: 'Take the label away',
  markedFirst: 'Press the key of what the marked words show.',
  said: 'What is said',
  noEvidence: 'no words marked',
};
