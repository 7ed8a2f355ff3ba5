import type { Polarity } from '../types.ts';
import { type Draft, type Flow, say, sayAspect, sayRemark, withDish } from './clauses.ts';
import type { Facet } from './facets.ts';
import { closings, openings, type RemarkTopic, tiny } from './remarks.ts';

export type Mood = 'praise' | 'complaint' | 'mixed';
export type Length = 'tiny' | 'short' | 'medium' | 'long' | 'essay';

const laughs: Readonly<Record<Mood, readonly string[]>> = {
  praise: ['ㅎㅎ', 'ㅋㅋ', 'ㅋㅋㅋ', '!!', '~~', '^^', '♡', 'ㅎ', '!!!', '><'],
  complaint: ['ㅠㅠ', 'ㅡㅡ', 'ㅠ', '...', ';;', 'ㅜㅜ', '?', '??', 'ㅉㅉ'],
  mixed: ['ㅠㅠ', 'ㅎㅎ', '~', 'ㅜ', '..', 'ㅋㅋ', '^^;'],
};

const emoji: Readonly<Record<Mood, readonly string[]>> = {
  praise: ['😋', '👍', '❤️', '😍', '🥰', '🔥', '💯', '🤤', '👍👍', '😋😋😋', '🙏', '✨'],
  complaint: ['😡', '😭', '👎', '💢', '😤', '🤮', '😢', '🤬', '😩'],
  mixed: ['🙂', '😅', '🥲', '🤔', '😐'],
};

const topics: readonly (readonly [RemarkTopic, number])[] = [
  ['delivery', 3],
  ['portion', 2.4],
  ['service', 2.4],
  ['value', 1],
  ['loyalty', 1.6],
];

const sentences: Readonly<Record<Exclude<Length, 'tiny' | 'essay'>, readonly [number, number]>> = {
  short: [1, 2],
  medium: [2, 4],
  long: [4, 7],
};

/** An honest review: what was eaten, how it was, how it came, and a word at the end. */
export function writePlain(draft: Draft, facets: readonly Facet[], mood: Mood, length: Length): void {
  const { dice, writer } = draft;
  if (length === 'tiny') {
    draft.out.add(dice.pick(tiny[mood]) + (dice.chance(0.25) ? dice.pick(laughs[mood]) : ''));
    return;
  }
  if (length === 'essay') {
    writeEssay(draft, facets, mood);
    return;
  }
  const [fewest, most] = sentences[length];
  if (dice.chance(length === 'short' ? 0.08 : 0.4)) say(draft, `${withDish(dice.pick(openings), draft.dish)} `);
  writeSentences(draft, facets, mood, Math.max(mood === 'mixed' ? 2 : 1, dice.int(fewest, most)));
  if (dice.chance(length === 'short' ? 0.35 : 0.7))
    say(draft, writer.stop + dice.pick(closings[mood][writer.register]));
  tail(draft, mood);
}

function writeSentences(draft: Draft, facets: readonly Facet[], mood: Mood, count: number): void {
  const { dice, writer } = draft;
  const used = new Set<RemarkTopic>();
  let isLaughed = false;
  for (let index = 0; index < count; index++) {
    // A laugh is a stop of its own.
    if (index > 0)
      draft.out.add(isLaughed ? (writer.stop.includes('\n') ? '\n' : ' ') : dice.chance(0.8) ? writer.stop : '. ');
    const leaning = mood === 'mixed' ? (index % 2 === 0 ? 'praise' : 'complaint') : mood;
    const isJoined = index + 1 < count && dice.chance(0.28);
    const flow: Flow = !isJoined ? 'end' : mood === 'mixed' ? 'but' : 'and';
    sayOne(draft, facets, { mood, leaning, flow, used });
    if (isJoined) {
      draft.out.add(' ');
      index++;
      sayOne(draft, facets, { mood, leaning: mood === 'mixed' ? 'complaint' : leaning, flow: 'end', used });
    }
    isLaughed = dice.chance(writer.laughShare * 0.5);
    if (isLaughed) draft.out.add(dice.pick(laughs[mood]));
  }
}

type Saying = { mood: Mood; leaning: 'praise' | 'complaint'; flow: Flow; used: Set<RemarkTopic> };

function sayOne(draft: Draft, facets: readonly Facet[], { mood, leaning, flow, used }: Saying): void {
  const { dice } = draft;
  const polarity = polarityOf(draft, mood, leaning);
  if (dice.chance(0.55) && sayAspect(draft, facets, polarity, flow)) return;
  const left = topics.filter(([topic]) => !used.has(topic));
  const topic = dice.weighted(left.length > 0 ? left : topics);
  used.add(topic);
  sayRemark(draft, leaning, topic, flow);
}

function polarityOf({ dice }: Draft, mood: Mood, leaning: 'praise' | 'complaint'): Polarity {
  if (mood === 'mixed' && dice.chance(0.2)) return 'neutral';
  return leaning === 'praise' ? 'positive' : 'negative';
}

function tail(draft: Draft, mood: Mood): void {
  const { dice, writer } = draft;
  if (dice.chance(writer.laughShare)) draft.out.add(dice.pick(laughs[mood]));
  else if (dice.chance(0.3) && /^[.!~]/.test(writer.stop)) draft.out.add(writer.stop.trimEnd());
  if (dice.chance(writer.emojiShare)) draft.out.add((dice.chance(0.5) ? ' ' : '') + dice.pick(emoji[mood]));
}

/** One to three sentences on nothing but taste and texture. */
function writeTaste(draft: Draft, facets: readonly Facet[], mood: Mood): void {
  const { dice, writer } = draft;
  for (let index = dice.int(1, 3); index > 0; index--) {
    const isGood = mood === 'praise' || (mood === 'mixed' && dice.chance(0.5));
    if (!sayAspect(draft, facets, isGood ? 'positive' : 'negative', 'end')) break;
    if (index > 1) draft.out.add(writer.stop);
  }
}

const headings = [
  ['[맛]', '[양]', '[배달]', '[총평]'],
  ['✔️ 맛', '✔️ 양', '✔️ 배달', '✔️ 총평'],
  ['1. 맛', '2. 양', '3. 배달', '4. 한줄평'],
  ['맛 : ', '양 : ', '배달 : ', '총점 : '],
] as const;

/** Several paragraphs: a story, or a report with headings. */
function writeEssay(draft: Draft, facets: readonly Facet[], mood: Mood): void {
  const { dice, writer } = draft;
  const gap = dice.pick(['\n\n', '\n', '\n\n']);
  say(draft, `${withDish(dice.pick(openings), draft.dish)} `);
  writeSentences(draft, facets, mood, 2);
  draft.out.add(gap);
  if (dice.chance(0.5)) {
    const [taste, amount, delivery, verdict] = dice.pick(headings);
    const leaning = mood === 'complaint' ? 'complaint' : 'praise';
    const break1 = taste.endsWith(': ') ? '' : '\n';
    draft.out.add(taste + break1);
    writeTaste(draft, facets, mood);
    draft.out.add(gap + amount + break1);
    sayRemark(draft, leaning, 'portion', 'end');
    draft.out.add(gap + delivery + break1);
    sayRemark(draft, mood === 'praise' ? 'praise' : 'complaint', 'delivery', 'end');
    draft.out.add(gap + verdict + break1);
  } else {
    for (let paragraph = dice.int(2, 3); paragraph > 0; paragraph--) {
      writeSentences(draft, facets, mood, dice.int(2, 4));
      draft.out.add(gap);
    }
  }
  say(draft, dice.pick(closings[mood][writer.register]));
  tail(draft, mood);
}
