import type { home as ko } from '../ko/home.ts';
import type { Localized } from '../localized.ts';

export const home: Localized<typeof ko> = {
  title: 'My work',
  greeting: '{{name}}',
  waiting: 'Waiting for you',
  changed: 'What your work changed',
  asked: 'Asked of you',
  go: 'Go to',
  nothingTitle: 'Nothing is waiting right now',
  nothingBody: 'Work for your role appears here.',
};
