import type { Dice } from '../dice.ts';
import type { Polarity, TrueAspect } from '../types.ts';
import { type AspectLine, aspectLines, contradictions } from './aspect-lines.ts';
import type { Facet } from './facets.ts';
import { josa } from './hangul.ts';
import type { Persona } from './persona.ts';
import { andThen, butThen, ending, type Predicate, predicate } from './predicate.ts';
import { portionRemarks, remarks, type RemarkTopic } from './remarks.ts';
import { slip } from './slips.ts';
import type { TextBuilder } from './text-builder.ts';

/** A review under construction. */
export type Draft = {
  dice: Dice;
  writer: Persona;
  dish: string;
  /** What the dish is: amounts of a drink are not spoken of as those of a meal. */
  kind: 'meal' | 'soup' | 'drink' | 'treat';
  out: TextBuilder;
  aspects: TrueAspect[];
  /** Remarks already made. */
  said: Set<string>;
};

/** How a clause ends: a sentence of its own, or on the way to the next. */
export type Flow = 'end' | 'and' | 'but';

const adverbs: Readonly<Record<Polarity, readonly string[]>> = {
  positive: ['', '', '', '', '정말 ', '진짜 ', '엄청 ', '완전 ', '아주 ', '참 ', '너무 '],
  negative: ['', '', '', '', '너무 ', '진짜 ', '좀 ', '많이 ', '완전 ', '약간 '],
  neutral: ['', '', '조금 ', '그냥 '],
};

const leads: Readonly<Record<Polarity, readonly string[]>> = {
  positive: ['일단 ', '특히 ', '무엇보다 ', '그리고 ', '역시 '],
  negative: ['근데 ', '솔직히 ', '그리고 ', '다만 ', '일단 ', '게다가 '],
  neutral: ['그냥 ', '음 ', '일단 '],
};

/** Writes a piece with the writer's slips. */
export function say(draft: Draft, piece: string) {
  return draft.out.add(slip(draft.dice, piece, draft.writer));
}

/** A remark on taste or texture of this kind of dish. False when there is nothing of that polarity to say. */
export function sayAspect(draft: Draft, facets: readonly Facet[], polarity: Polarity, flow: Flow): boolean {
  const { dice, writer } = draft;
  const closed = new Set(draft.aspects.flatMap(({ key }) => [key, ...(contradictions[key] ?? [])]));
  const lines = linesOn(facets, polarity).filter((line) => !closed.has(line.aspect));
  if (lines.length === 0) return false;
  const line = dice.pick(lines);
  const isOverall = line.aspect === 'taste-overall';
  const subject =
    isOverall && dice.chance(0.2)
      ? withDish(dice.pick(['{m:이} ', '{m:은} ', '{m} ']), draft.dish)
      : subjectOf(dice, line.subjects);
  if (draft.out.length > 0 && dice.chance(0.12)) say(draft, dice.pick(leads[polarity]));
  say(draft, subject);
  const word = predicate(stemFor(draft, line.stems));
  const isPast = dice.chance(0.42);
  const spoken = flow === 'end' ? ending(word, writer.register, isPast, dice.unit()) : connect(word, isPast, flow);
  // A stem of several words carries its own adverb, and a noun takes none.
  const adverb = word.stem.includes(' ') || word.stem.endsWith('이') ? '' : dice.pick(adverbs[polarity]);
  const span = say(draft, adverb + spoken);
  draft.aspects.push({ key: line.aspect, polarity, ...span });
  return true;
}

const linesByTopic = new Map<string, readonly AspectLine[]>();

function linesOn(facets: readonly Facet[], polarity: Polarity): readonly AspectLine[] {
  const topic = `${facets.join(' ')} ${polarity}`;
  const known = linesByTopic.get(topic);
  if (known !== undefined) return known;
  const lines = facets.flatMap((facet) => aspectLines[facet]).filter((line) => line.polarity === polarity);
  linesByTopic.set(topic, lines);
  return lines;
}

const slang = /존맛|JMT|꿀맛|미친|쏘쏘|겉바속촉/;

/** The formal and the elderly leave slang to the young. */
function stemFor({ dice, writer }: Draft, stems: readonly string[]): string {
  const isStaid = writer.register === 'formal' || writer.register === 'elder';
  const fitting = isStaid ? stems.filter((stem) => !slang.test(stem)) : stems;
  return dice.pick(fitting.length > 0 ? fitting : stems);
}

function subjectOf(dice: Dice, subjects: readonly string[]): string {
  const subject = dice.pick(subjects);
  return subject === '·' || dice.chance(0.12) ? '' : `${subject} `;
}

function connect(word: Predicate, isPast: boolean, flow: Flow): string {
  return flow === 'but' ? butThen(word, isPast) : andThen(word, isPast);
}

/** A remark on delivery, amount, service, price or habit. */
export function sayRemark(draft: Draft, mood: 'praise' | 'complaint', topic: RemarkTopic, flow: Flow): void {
  const { dice, writer } = draft;
  const all = remarksOn(draft, mood, topic);
  const fresh = all.filter((remark) => !draft.said.has(remark));
  const remark = dice.pick(fresh.length > 0 ? fresh : all);
  draft.said.add(remark);
  const [lead, rest] = split(remark);
  const isPast = rest.startsWith('@');
  const word = predicate(rest.replace('@', ''));
  say(draft, lead);
  say(draft, flow === 'end' ? ending(word, writer.register, isPast, dice.unit()) : connect(word, isPast, flow));
}

function remarksOn({ kind }: Draft, mood: 'praise' | 'complaint', topic: RemarkTopic): readonly string[] {
  if (topic !== 'portion') return remarks[mood][topic];
  return kind === 'meal' ? remarks[mood].portion : portionRemarks[kind][mood];
}

/** "배달이 @@빠르" → "배달이 " and "@빠르": the first mark parts, a second one says that it is past. */
function split(text: string): readonly [string, string] {
  const at = text.indexOf('@');
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Fills `{m}` with the dish, and `{m:이}` with the dish and the particle that fits. */
export function withDish(text: string, dish: string): string {
  return text
    .replace('{m:이}', dish + josa(dish, '이', '가'))
    .replace('{m:은}', dish + josa(dish, '은', '는'))
    .replace('{m}', dish);
}
