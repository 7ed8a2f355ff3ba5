import { describe, expect, it } from 'vitest';
import {
  answerKeyOf,
  givenAnswer,
  givenKeysOf,
  labelKeysOf,
  problemOfAnswer,
  spansOf,
  usualAction,
} from './answers.ts';

const known = { labelKeys: new Set(['profanity', 'threat']), textLength: 10, isReview: true };

describe('an answer key', () => {
  it('is the same in whatever order the labels were chosen, and leads back to them', () => {
    expect(answerKeyOf(['threat', 'profanity'])).toBe(answerKeyOf(['profanity', 'threat']));
    expect(labelKeysOf(answerKeyOf(['threat', 'profanity']))).toEqual(['profanity', 'threat']);
    expect(labelKeysOf(answerKeyOf([]))).toEqual([]);
    expect(answerKeyOf(['chicken-fried'])).toBe('chicken-fried');
  });
});

describe('problemOfAnswer', () => {
  it('takes no label at all as an answer', () => {
    expect(problemOfAnswer({ labels: [], action: 'keep' }, known)).toBeNull();
  });

  it('takes labels with an action and its reason', () => {
    const labels = [{ labelKey: 'profanity', severity: 2 as const, spans: [{ start: 0, end: 2 }] }];
    expect(problemOfAnswer({ labels, action: 'mask', policyReason: 'house_rules' }, known)).toBeNull();
  });

  it.each([
    [{ labels: [{ labelKey: 'nonsense' }] }, /does not have/],
    [{ labels: [{ labelKey: 'threat' }, { labelKey: 'threat' }] }, /twice/],
    [{ labels: [{ labelKey: 'threat', spans: [{ start: 3, end: 11 }] }] }, /beyond/],
    [{ labels: [], action: 'hide' as const, policyReason: 'house_rules' as const }, /without a label/],
    [{ labels: [{ labelKey: 'threat' }], action: 'blind' as const }, /without a reason/],
    [
      { labels: [{ labelKey: 'threat' }], action: 'mask' as const, policyReason: 'house_rules' as const },
      /nothing is marked/,
    ],
  ])('refuses %j', (answer, reason) => {
    expect(problemOfAnswer(answer, known)).toMatch(reason);
  });

  it('refuses an action where there is no review', () => {
    const answer = { labels: [{ labelKey: 'threat' }], action: 'hide' as const, policyReason: 'illegal' as const };
    expect(problemOfAnswer(answer, { ...known, isReview: false })).toMatch(/not a review/);
  });

  it('reads no span that ends before it starts', () => {
    const spans = [{ start: 3, end: 3 }];
    expect(givenAnswer.safeParse({ labels: [{ labelKey: 'threat', spans }] }).success).toBe(false);
  });
});

it('what is masked is everything marked, once', () => {
  const spans = spansOf({
    labels: [
      { labelKey: 'a', spans: [{ start: 4, end: 6 }] },
      {
        labelKey: 'b',
        spans: [
          { start: 0, end: 2 },
          { start: 5, end: 8 },
        ],
      },
    ],
  });
  expect(spans).toEqual([
    { start: 0, end: 2 },
    { start: 4, end: 8 },
  ]);
});

it('the strongest of what the labels usually ask for is proposed', () => {
  expect(usualAction([])).toBe('keep');
  expect(usualAction([null])).toBe('keep');
  expect(usualAction(['mask', 'blind'])).toBe('blind');
  expect(usualAction(['hide', 'blind', null])).toBe('hide');
});

describe('an answer with polarity', () => {
  const aspects = { labelKeys: new Set(['crispy:positive', 'crispy:negative']), textLength: 10, isReview: true };
  const crispy = { labelKey: 'crispy', polarity: 'negative' as const, spans: [{ start: 0, end: 10 }] };

  it('is counted by label and polarity in one word', () => {
    expect(answerKeyOf(givenKeysOf({ labels: [crispy] }))).toBe('crispy:negative');
    expect(problemOfAnswer({ labels: [crispy] }, aspects)).toBeNull();
    expect(problemOfAnswer({ labels: [crispy], action: 'escalate' }, aspects)).toBeNull();
  });

  it.each([
    ['no polarity', { labels: [{ labelKey: 'crispy' }] }, /does not have/],
    ['a polarity that is not offered', { labels: [{ ...crispy, polarity: 'neutral' as const }] }, /does not have/],
    ['both polarities of one label', { labels: [crispy, { ...crispy, polarity: 'positive' as const }] }, /twice/],
    ['the polarity in the key', { labels: [{ labelKey: 'crispy:negative' }] }, /written into/],
    ['a severity', { labels: [{ ...crispy, severity: 2 as const }] }, /severity/],
    ['evidence beyond the text', { labels: [{ ...crispy, spans: [{ start: 9, end: 11 }] }] }, /beyond/],
    ['an action', { labels: [crispy], action: 'hide' as const, policyReason: 'house_rules' as const }, /no harm/],
  ])('is refused with %s', (_what, answer, reason) => {
    expect(problemOfAnswer(answer, aspects)).toMatch(reason);
  });

  it('is refused where labels have none', () => {
    expect(problemOfAnswer({ labels: [{ labelKey: 'threat', polarity: 'negative' }] }, known)).toMatch(/does not have/);
  });
});
