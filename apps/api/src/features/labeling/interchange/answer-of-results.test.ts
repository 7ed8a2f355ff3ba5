import fc from 'fast-check';
import { policyReasons, type GivenAnswer, type Severity } from '@jeoul/shared/labeling/answers';
import { skipReasons, type LabelView } from '@jeoul/shared/labeling/contract';
import { withPolarities } from '@jeoul/shared/labeling/polar-labels';
import { expect, test } from 'vitest';
import { answerOf } from './answer-of-results.ts';
import { LabelBook } from './label-book.ts';
import { labelingConfig } from './labeling-config.ts';
import { resultsOf } from './results-of-answer.ts';

const label = (key: string, nameKo: string, parentKey: string | null = null): LabelView => {
  const isLeaf = !['chicken', 'noodle'].includes(key);
  return { key, parentKey, nameKo, nameEn: key, guidelineKo: null, guidelineEn: null, usualAction: null, isLeaf };
};
const abuse = [label('profanity', '욕설'), label('threat', '협박'), label('advertisement', '광고 "홍보" & <기타>')];
const menus = [
  label('chicken', '치킨'),
  label('chicken-etc', '기타', 'chicken'),
  label('noodle', '면'),
  label('noodle-etc', '기타', 'noodle'),
];
const id = '01980000-0000-7000-8000-000000000001';
const reviewText = '🍗 정말 ㅅㅂ 이게 뭐야 \u200f반품해';

const review = { kind: 'multi', isReview: true, book: new LabelBook(abuse), text: reviewText } as const;
const dish = { kind: 'tree', isReview: false, book: new LabelBook(menus), text: '후라이드' } as const;

const places = [0, ...Array.from(reviewText).map((_, at, all) => all.slice(0, at + 1).join('').length)];
const span = fc.tuple(fc.nat({ max: places.length - 2 }), fc.integer({ min: 1, max: 4 })).map(([from, length]) => {
  const to = Math.min(places.length - 1, from + length);
  return { start: places[from] ?? 0, end: places[to] ?? reviewText.length };
});
const answers = fc
  .record({
    keys: fc.subarray(abuse.map(({ key }) => key)),
    severities: fc.array(fc.option(fc.constantFrom<Severity>(1, 2, 3)), { minLength: 3, maxLength: 3 }),
    spans: fc.array(fc.array(span, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
    action: fc.option(fc.constantFrom('keep' as const, 'mask' as const, 'hide' as const, 'blind' as const)),
    policyReason: fc.constantFrom(...policyReasons),
  })
  .map(({ keys, severities, spans, action, policyReason }): GivenAnswer => {
    const labels = keys.map((labelKey, at) => {
      const severity = severities[at];
      return { labelKey, ...(severity ? { severity } : {}), spans: spans[at] ?? [] };
    });
    const isActed = action !== null && action !== 'keep' && labels.length > 0;
    return { labels, ...(isActed ? { action, policyReason } : action === 'keep' ? { action } : {}) };
  });

test('an answer of several labels comes back whole: labels, severities, spans, action and reason', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const results = resultsOf({ answer, skipReason: null, comment: null }, { id, ...review });
      const file: unknown = JSON.parse(JSON.stringify(results));
      const reading = answerOf(file as unknown[], { ...review, fileText: reviewText, isSkipped: false });
      expect(reading).toEqual({
        answer,
        skipReason: null,
        comment: null,
        problem: null,
        unknown: [],
        lostSpans: 0,
        ignored: 0,
      });
    }),
  );
});

test('labels with a polarity go out under both in one word, come back as two, and offer nothing to do to the review', () => {
  const labels = withPolarities([{ ...label('texture', '식감'), isLeaf: false }, label('crispy', '바삭함', 'texture')]);
  const aspects = { kind: 'multi', isReview: true, book: new LabelBook(labels), text: '정말 바삭해요' } as const;
  const answer: GivenAnswer = {
    labels: [{ labelKey: 'crispy', polarity: 'positive', spans: [{ start: 0, end: 7 }] }],
  };
  const results = resultsOf({ answer, skipReason: null, comment: null }, { id, ...aspects });
  expect(results.map(({ value }) => value['choices'] ?? value['labels'])).toEqual([
    ['crispy:positive'],
    ['crispy:positive'],
  ]);
  const file: unknown = JSON.parse(JSON.stringify(results));
  const place = { ...aspects, fileText: aspects.text, isSkipped: false };
  expect(answerOf(file as unknown[], place)).toMatchObject({ answer, problem: null, lostSpans: 0 });
  const byName = [{ type: 'choices', from_name: 'label', value: { choices: ['바삭함 부정'] } }];
  expect(answerOf(byName, place).answer).toEqual({ labels: [{ labelKey: 'crispy', polarity: 'negative' }] });
  const xml = labelingConfig({ itemKind: 'review', kind: 'multi', labels });
  expect(xml).toContain('<Choice value="바삭함 중립" alias="crispy:neutral"/>');
  expect([...xml.matchAll(/<Choice value="(\w+)"\/>/gu)].map(([, value]) => value)).not.toContain('hide');
  expect(xml).not.toMatch(/severity-|policy-reason|alias="(crispy|texture)"/u);
});

test('every result has its tag in the labeling config, whose text is escaped', () => {
  const xml = labelingConfig({ itemKind: 'review', kind: 'multi', labels: abuse });
  fc.assert(
    fc.property(answers, (answer) => {
      const said = { answer, skipReason: 'broken' as const, comment: '왜' };
      for (const result of resultsOf(said, { id, ...review })) {
        expect(xml).toMatch(new RegExp(`<\\w+ name="${result.from_name}" toName="text"`, 'u'));
      }
    }),
  );
  expect(xml).toContain('value="광고 &quot;홍보&quot; &amp; &lt;기타&gt;" alias="advertisement"');
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#\d+;)/u);
});

test('the labeling config shows fields that every task has, each by itself', () => {
  const shown = (itemKind: 'review' | 'menu_item') =>
    [...labelingConfig({ itemKind, kind: 'single', labels: menus }).matchAll(/value="\$([^"]*)"/gu)].map(
      ([, name]) => name,
    );
  expect(shown('review')).toEqual(['store', 'stars', 'menu', 'text']);
  expect(shown('menu_item')).toEqual(['store', 'price', 'options', 'name']);
});

test('a leaf of a tree goes out as the path to it and comes back, also where two leaves have one name', () => {
  for (const { key } of menus) {
    const answer = { labels: [{ labelKey: key }] };
    const results = resultsOf({ answer, skipReason: null, comment: null }, { id, ...dish });
    expect(results[0]?.type).toBe('taxonomy');
    expect(answerOf(results, { ...dish, fileText: dish.text, isSkipped: false }).answer).toEqual(answer);
  }
  const named = [{ type: 'taxonomy', from_name: 'kind', value: { taxonomy: [['면', '기타']] } }];
  const reading = answerOf(named, { ...dish, fileText: dish.text, isSkipped: false });
  expect(reading.answer).toEqual({ labels: [{ labelKey: 'noodle-etc' }] });
});

test('a skip keeps its reason and its comment; one without a reason was unsure', () => {
  for (const skipReason of skipReasons) {
    const results = resultsOf({ answer: null, skipReason, comment: '가게가 문을 닫음' }, { id, ...review });
    const reading = answerOf(results, { ...review, fileText: reviewText, isSkipped: true });
    expect(reading).toMatchObject({ answer: null, skipReason, comment: '가게가 문을 닫음', problem: null });
  }
  expect(answerOf([], { ...review, fileText: reviewText, isSkipped: true }).skipReason).toBe('unsure');
});

test('personal data in a comment does not leave', () => {
  const [result] = resultsOf(
    { answer: null, skipReason: 'broken', comment: '010-1234-5678로 연락' },
    { id, ...review },
  ).slice(-1);
  expect(result?.value).toEqual({ text: ['●●●-●●●●-●●●●로 연락'] });
});

test('what can not be taken is refused with its reason', () => {
  const choices = (...chosen: string[]) => [{ type: 'choices', from_name: 'x', value: { choices: chosen } }];
  const read = (results: unknown[], place: typeof review | typeof dish) =>
    answerOf(results, { ...place, fileText: place.text, isSkipped: false });
  expect(read(choices('욕'), review)).toMatchObject({ problem: 'unknown_label', unknown: ['욕'], answer: null });
  expect(read(choices('chicken', 'noodle'), dish).problem).toBe('several_labels');
  expect(read([], dish).problem).toBe('no_label');
  expect(read([], review).answer).toEqual({ labels: [] });
  expect(read([{ type: 'rating', from_name: 'stars', value: { rating: 4 } }], review).problem).toBe('nothing_known');
  const comment = { type: 'textarea', from_name: 'comment', value: { text: ['\uD83C'] } };
  expect(read([...choices('욕설'), comment], review).problem).toBe('unstorable_character');
  const escalated = { type: 'choices', from_name: 'action', value: { choices: ['escalate'] } };
  expect(read([escalated], review).problem).toBe('escalated_without_comment');
});

test('the label meant is suggested for a value that is none', () => {
  expect(review.book.suggestionFor('욕설/비속어')).toBe('profanity');
  expect(review.book.suggestionFor('profanty')).toBe('profanity');
  expect(review.book.suggestionFor('아주 다른 것')).toBeNull();
});
