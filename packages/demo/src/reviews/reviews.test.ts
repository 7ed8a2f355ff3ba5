import { describe, expect, it } from 'vitest';
import { abuseKeys } from '../labels/review-abuse.ts';
import { aspectKeys } from '../labels/review-aspects.ts';
import { demoReviews } from '../marketplace.ts';
import type { DemoOptions, DemoReview } from '../marketplace.ts';
import { groupBy } from '../testing/group-by.ts';
import type { TextSpan } from '../types.ts';
import { curses, insults, intensifiers, outcries, rants } from './abuse-lines.ts';

const small: DemoOptions = { seed: 7, size: 'small', now: new Date('2026-11-22T03:00:00Z') };
const reviews = [...demoReviews(small)];
const share = (isMeant: (review: (typeof reviews)[number]) => boolean) =>
  reviews.filter(isMeant).length / reviews.length;

describe('demo reviews', () => {
  it('give their stars by a J: most five, then four, more ones than twos', () => {
    const stars = (rating: number) => share((review) => review.rating === rating);
    expect(stars(5)).toBeGreaterThan(0.6);
    expect(stars(5)).toBeLessThan(0.8);
    expect(stars(4)).toBeGreaterThan(stars(1));
    expect(stars(1)).toBeGreaterThan(stars(3));
    expect(stars(3)).toBeGreaterThan(stars(2));
  });

  it('are written in the last 90 days before now, oldest first within a store', () => {
    const from = small.now.getTime() - 90 * 86_400_000;
    const isOutside = (moment: number) => moment < from || moment >= small.now.getTime();
    expect(reviews.filter(({ writtenAt }) => isOutside(writtenAt.getTime()))).toEqual([]);
    for (const own of groupBy(reviews, ({ storeExternalId }) => storeExternalId).values()) {
      const moments = own.map(({ writtenAt }) => writtenAt.getTime());
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }
  });

  it('run from one or two characters to several paragraphs', () => {
    const lengths = reviews.map(({ text }) => text.length);
    expect(Math.min(...lengths)).toBeLessThanOrEqual(2);
    expect(Math.max(...lengths)).toBeGreaterThan(200);
    expect(share(({ text }) => text.length < 8)).toBeGreaterThan(0.07);
    expect(share(({ text }) => text.includes('\n'))).toBeGreaterThan(0.05);
    expect(share(({ text }) => text.includes('\n\n'))).toBeGreaterThan(0.01);
    expect(share(({ text }) => /[ㅋㅎㅠㅜ]{2}/.test(text))).toBeGreaterThan(0.1);
    expect(share(({ text }) => /\p{Extended_Pictographic}/u.test(text))).toBeGreaterThan(0.05);
  });

  it('say something of their own in at least four of five longer reviews', () => {
    const longer = reviews.map(({ text }) => text).filter((text) => text.length > 15);
    expect(new Set(longer).size / longer.length).toBeGreaterThan(0.8);
  });

  it('mark evidence that lies in the text', () => {
    const isAstray = (text: string, { start, end }: TextSpan) =>
      start < 0 || end > text.length || text.slice(start, end).trim() === '';
    const astray = reviews.filter(({ text, trueAbuse, trueAspects }) =>
      [...trueAbuse, ...trueAspects].some((span) => isAstray(text, span)),
    );
    expect(astray).toEqual([]);
  });

  it('mark aspects by words that fit them', () => {
    const evidence = reviews.flatMap(({ text, trueAspects }) =>
      trueAspects.map(({ key, polarity, start, end }) => ({
        name: `${key} ${polarity}`,
        words: text.slice(start, end),
      })),
    );
    const marked = groupBy(evidence, ({ name }) => name);
    const all = (name: string, pattern: RegExp) => {
      const words = (marked.get(name) ?? []).map((mark) => mark.words);
      expect(words.length).toBeGreaterThan(20);
      expect(words.filter((word) => !pattern.test(word))).toEqual([]);
    };
    all('texture-crispy positive', /바삭|겉바속촉|파삭/);
    all('taste-bland negative', /싱|밍|맹물|닝|맛|심심|연|물 ?탄|배/);
    all('texture-soggy negative', /눅눅|축축|불|흐물|젖|물|녹|떡져|끊/);
    expect(aspectKeys.filter((key) => !marked.has(`${key} positive`) && !marked.has(`${key} negative`))).toEqual([]);
  });

  it('are abusive in five to ten of a hundred, in every way there is', () => {
    const abusive = share(({ trueAbuse }) => trueAbuse.length > 0);
    expect(abusive).toBeGreaterThan(0.05);
    expect(abusive).toBeLessThan(0.1);
    for (const key of abuseKeys) {
      expect([key, share(({ trueAbuse }) => trueAbuse.some((abuse) => abuse.key === key)) > 0.001]).toEqual([
        key,
        true,
      ]);
    }
  });

  it('disguise most swearing, in every way there is, and mark the disguised word', () => {
    const plain = new Set(
      [outcries, intensifiers, rants, curses, insults].flatMap(({ words }) => words.map((word) => word.plain)),
    );
    const counts = new Map<string, number>();
    for (const { text, trueAbuse } of reviews) {
      for (const { key, obfuscation, start, end } of trueAbuse) {
        if (key !== 'profanity') continue;
        counts.set(obfuscation, (counts.get(obfuscation) ?? 0) + 1);
        expect(plain.has(text.slice(start, end))).toBe(obfuscation === 'none');
      }
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(counts.size).toBe(9);
    expect((counts.get('none') ?? 0) / total).toBeLessThan(0.4);
  });

  it('leak only telephone numbers that nobody can have, and sites that can not exist', () => {
    for (const { text } of reviews) {
      for (const [, middle] of text.matchAll(/(?:010|o1o|공일공|0 1 0)[-. ]?(\d{4})/g)) expect(middle).toMatch(/^[01]/);
      for (const [address] of text.matchAll(/[a-z0-9-]+\.[a-z]{2,}/g)) expect(address).toMatch(/\.example$/);
    }
    expect(share(({ text }) => /01\d[- .]?\d{4}/.test(text))).toBeGreaterThan(0.002);
  });

  it('hold no unfilled slot and are in normal form', () => {
    const isStray = ({ text, author }: DemoReview) =>
      text === '' || author === '' || /[{}]|undefined|@@/.test(text) || text !== text.normalize('NFC');
    expect(reviews.filter(isStray)).toEqual([]);
  });
});
