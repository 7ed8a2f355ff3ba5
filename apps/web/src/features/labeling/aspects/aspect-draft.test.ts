import type { TaskPrediction } from '@jeoul/shared/labeling/contract';
import { describe, expect, it } from 'vitest';
import { toggleMark } from '../reviews/review-draft.ts';
import {
  acceptAspect,
  type AspectDraft,
  dropAspect,
  evidenceIn,
  finished,
  freshDraft,
  pressAspect,
  turnAspect,
} from './aspect-draft.ts';

const text = '튀김옷이 정말 바삭하고 소스는 너무 짜요..';
const prediction: TaskPrediction = {
  modelVersionId: 'm',
  modelNumber: 1,
  scores: [],
  spans: [],
  proposed: [
    {
      labelKey: 'crispy:positive',
      spans: [
        { start: 5, end: 7, contribution: 1 },
        { start: 8, end: 10, contribution: 2 },
        { start: 0, end: 3, contribution: 0.2 },
      ],
    },
    { labelKey: 'salty:negative', spans: [{ start: 20, end: 21, contribution: 3 }] },
  ],
};
const fresh = freshDraft({ text, prediction }, null);
const empty: AspectDraft = { labels: [], untouched: [] };
const polarityOf = ({ labels }: AspectDraft, key: string) => labels.find(({ labelKey }) => labelKey === key)?.polarity;

describe('a fresh draft', () => {
  it('is what the model proposes, its words marked whole and neighbours as one', () => {
    expect(fresh.untouched).toEqual(['crispy', 'salty']);
    expect(fresh.labels).toEqual([
      { labelKey: 'crispy', polarity: 'positive', spans: [{ start: 5, end: 12 }] },
      { labelKey: 'salty', polarity: 'negative', spans: [{ start: 20, end: 22 }] },
    ]);
    expect(text.slice(5, 12)).toBe('정말 바삭하고');
  });

  it('is what one had said oneself, where that was taken back', () => {
    const labels = [{ labelKey: 'crispy', polarity: 'negative' as const }];
    expect(freshDraft({ text, prediction }, { labels })).toEqual({ labels, untouched: [] });
  });

  it('marks only what moved the model in a sentence written without spaces', () => {
    const unspaced = '소스가많아서그런지튀김이다눅눅해져서왔어요';
    const span = { start: 13, end: 15, contribution: 1 };
    expect(evidenceIn(unspaced, [span])).toEqual([{ start: 13, end: 15 }]);
  });
});

describe('the key of a label', () => {
  it('goes from positive through negative and neutral to not chosen', () => {
    let draft = empty;
    const seen = [1, 2, 3, 4].map(() => {
      draft = pressAspect(draft, 'crispy');
      return polarityOf(draft, 'crispy');
    });
    expect(seen).toEqual(['positive', 'negative', 'neutral', undefined]);
  });

  it('accepts what the model proposes before it changes anything of it', () => {
    const accepted = pressAspect(fresh, 'salty');
    expect([accepted.untouched, accepted.labels]).toEqual([['crispy'], fresh.labels]);
    expect(polarityOf(pressAspect(accepted, 'salty'), 'salty')).toBe('neutral');
  });

  it('takes words that were marked before it for its evidence', () => {
    const span = { start: 0, end: 4 };
    expect(pressAspect(empty, 'crispy', span).labels[0]?.spans).toEqual([span]);
  });
});

describe('one proposal', () => {
  it('is accepted by itself, and the others stay the model’s word', () => {
    const draft = acceptAspect(fresh, 'crispy');
    expect([draft.untouched, draft.labels]).toEqual([['salty'], fresh.labels]);
  });

  it('is a person’s word once its polarity or its marks were changed', () => {
    const turned = turnAspect(fresh, 'crispy', 1);
    expect([polarityOf(turned, 'crispy'), turned.untouched]).toEqual(['negative', ['salty']]);
    expect(turned.labels[0]?.spans).toEqual([{ start: 5, end: 12 }]);
    expect(toggleMark(fresh, 'salty', { start: 17, end: 19 }).untouched).toEqual(['crispy']);
  });

  it('turns round and round, and back', () => {
    expect(polarityOf(turnAspect(fresh, 'crispy', -1), 'crispy')).toBe('neutral');
    expect(polarityOf(turnAspect(turnAspect(fresh, 'salty', 1), 'salty', 1), 'salty')).toBe('positive');
  });
});

describe('what is given', () => {
  it('is everything with one key, or only what was accepted', () => {
    const draft = acceptAspect(fresh, 'salty');
    expect(finished(draft, { isOnlyAccepted: false }).labelKey).toBe('crispy:positive+salty:negative');
    expect(finished(draft, { isOnlyAccepted: true })).toEqual({
      labelKey: 'salty:negative',
      answer: { labels: [fresh.labels[1]] },
    });
  });

  it('says that nothing is said where everything was taken away', () => {
    const draft = dropAspect(dropAspect(fresh, 'crispy'), 'salty');
    expect(finished(draft, { isOnlyAccepted: false })).toEqual({ labelKey: 'none', answer: { labels: [] } });
  });

  it('holds no empty list of evidence', () => {
    const { answer } = finished(pressAspect(empty, 'crispy'), { isOnlyAccepted: false });
    expect(answer.labels).toEqual([{ labelKey: 'crispy', polarity: 'positive' }]);
  });
});
