import type { ReviewView, TaskPrediction } from '@jeoul/shared/labeling/contract';
import { describe, expect, it } from 'vitest';
import {
  actionOf,
  evidenceFor,
  finished,
  freshDraft,
  nextReason,
  pressLabel,
  type ReviewDraft,
  toggleMark,
  withSeverity,
} from './review-draft.ts';
import { spanOver, wordsOf } from './words.ts';

const text = '시1발 환불은 ●●●-●●●●-●●●● 로';
const item: ReviewView = {
  kind: 'review',
  id: 'r',
  name: '★1 가게',
  text,
  personal: [{ start: 8, end: 21, kind: 'phone' }],
  recovered: [{ start: 0, end: 3, recovered: '시발' }],
  stars: 1,
  menuText: null,
  writtenAt: null,
  storeId: 's',
  storeName: '가게',
  district: null,
  weeklyOrders: 1,
  visibility: 'visible',
  mayHurt: false,
};
const prediction: TaskPrediction = {
  modelVersionId: 'm',
  modelNumber: 1,
  scores: [{ labelKey: 'profanity', probability: 0.9 }],
  spans: [],
  proposed: [
    {
      labelKey: 'profanity',
      spans: [
        { start: 1, end: 2, contribution: 2 },
        { start: 4, end: 6, contribution: 0.1 },
        { start: 9, end: 10, contribution: -3 },
      ],
    },
  ],
};
const judged = { item, prediction };
const empty = { labels: [], untouched: [], action: null, policyReason: null };
const actions = { profanity: 'mask', threat: 'blind', rude: null } as const;
const labelOf = (key: string) => {
  const usual = actions[key as keyof typeof actions];
  return {
    key,
    parentKey: null,
    nameKo: key,
    nameEn: key,
    guidelineKo: null,
    guidelineEn: null,
    usualAction: usual,
    isLeaf: true,
  };
};

describe('a fresh draft', () => {
  it('is what the model proposes, with the disguised word it saw marked whole', () => {
    expect(freshDraft(judged, null).labels).toEqual([
      { labelKey: 'profanity', severity: 2, spans: [{ start: 0, end: 3 }] },
    ]);
    expect(freshDraft({ item, prediction: null }, null).labels).toEqual([]);
  });

  it('is what one had said oneself, where that was taken back', () => {
    const former = { labels: [{ labelKey: 'threat' }], action: 'hide', policyReason: 'illegal' } as const;
    expect(freshDraft(judged, { ...former, labels: [...former.labels] })).toEqual({ ...former, untouched: [] });
  });
});

describe('labels', () => {
  it('are the model’s word until somebody touches them, and people’s from then on', () => {
    const fresh = freshDraft(judged, null);
    expect(fresh.untouched).toEqual(['profanity']);
    expect(pressLabel(fresh, 'rude', judged).untouched).toEqual(['profanity']);
    expect(pressLabel(fresh, 'profanity', judged).untouched).toEqual([]);
    expect(toggleMark(fresh, 'profanity', { start: 4, end: 7 }).untouched).toEqual([]);
  });

  it('go from mild to grave and away by pressing', () => {
    let draft: ReviewDraft = empty;
    const severities = [1, 2, 3, 4].map(() => {
      draft = pressLabel(draft, 'rude', judged);
      return draft.labels[0]?.severity;
    });
    expect(severities).toEqual([1, 2, 3, undefined]);
  });

  it('keep what was marked for them when only the severity changes', () => {
    const draft = withSeverity(freshDraft(judged, null), { labelKey: 'profanity', severity: 3, judged });
    expect(draft.labels).toEqual([{ labelKey: 'profanity', severity: 3, spans: [{ start: 0, end: 3 }] }]);
    expect(evidenceFor('rude', judged)).toEqual([]);
  });
});

describe('marks', () => {
  const words = wordsOf(text);
  const marked = (draft: ReturnType<typeof pressLabel>) => draft.labels[0]?.spans;
  const rude = pressLabel(empty, 'rude', judged);

  it('cover words, and one more time uncover them', () => {
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['시1발', '환불은', '●●●-●●●●-●●●●', '로']);
    const both = spanOver(words, 1, 0);
    if (!both) throw new Error('no words');
    const draft = toggleMark(rude, 'rude', both);
    expect(marked(draft)).toEqual([{ start: 0, end: 7 }]);
    expect(marked(toggleMark(draft, 'rude', { start: 4, end: 7 }))).toEqual([{ start: 0, end: 4 }]);
  });

  it('belong to chosen labels alone', () => {
    expect(toggleMark(rude, 'threat', { start: 0, end: 3 })).toEqual(rude);
  });
});

describe('what will be done', () => {
  it('is what the labels usually ask for, until somebody says otherwise', () => {
    const draft = freshDraft(judged, null);
    expect(actionOf(draft, labelOf)).toBe('mask');
    expect(actionOf(pressLabel(draft, 'threat', judged), labelOf)).toBe('blind');
    expect(actionOf({ ...draft, action: 'hide' }, labelOf)).toBe('hide');
    expect(actionOf(empty, labelOf)).toBe('keep');
  });

  it('rests on a reason that can be changed', () => {
    const draft = freshDraft(judged, null);
    expect(finished(draft, { action: 'mask', item })).toMatchObject({ answer: { policyReason: 'house_rules' } });
    expect(nextReason(draft, 'mask').policyReason).toBe('rights');
    expect(nextReason({ ...draft, policyReason: 'not_genuine' }, 'mask').policyReason).toBe('house_rules');
  });
});

describe('a finished draft', () => {
  it('of nothing wrong is an answer', () => {
    expect(finished(empty, { action: 'keep', item })).toEqual({
      answer: { labels: [], action: 'keep' },
      labelKey: 'none',
    });
  });

  it('needs a label for an action, and something to mask', () => {
    expect(finished(empty, { action: 'hide', item })).toEqual({ missing: 'label' });
    const rude = pressLabel(empty, 'rude', judged);
    expect(finished(rude, { action: 'mask', item: { ...item, personal: [], recovered: [] } })).toEqual({
      missing: 'mark',
    });
  });

  it('masks what is known to be personal or disguised where nothing else is marked', () => {
    const rude = pressLabel(empty, 'rude', judged);
    expect(finished(rude, { action: 'mask', item })).toMatchObject({
      labelKey: 'rude',
      answer: {
        labels: [
          {
            labelKey: 'rude',
            spans: [
              { start: 0, end: 3 },
              { start: 8, end: 21 },
            ],
          },
        ],
      },
    });
  });
});
