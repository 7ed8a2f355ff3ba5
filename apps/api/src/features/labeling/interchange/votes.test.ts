import { expect, test } from 'vitest';
import { resolvingVote, type Vote } from './votes.ts';

const vote = (decisionId: string, answerKey: string, changes: Partial<Vote> = {}): Vote => {
  return { decisionId, answerKey, isGroundTruth: false, voter: decisionId, ...changes };
};

test('most of the votes decide, by the whole answer of the last who said so', () => {
  expect(resolvingVote([vote('a', 'x'), vote('b', 'y'), vote('c', 'x')])?.decisionId).toBe('c');
});

test('a tie decides nothing, and neither does no vote', () => {
  expect(resolvingVote([vote('a', 'x'), vote('b', 'y')])).toBeNull();
  expect(resolvingVote([])).toBeUndefined();
});

test('ground truth outweighs any number of votes, unless it contradicts itself', () => {
  const others = [vote('a', 'x'), vote('b', 'x')];
  expect(resolvingVote([...others, vote('c', 'y', { isGroundTruth: true })])?.decisionId).toBe('c');
  const torn = [vote('c', 'y', { isGroundTruth: true }), vote('d', 'x', { isGroundTruth: true })];
  expect(resolvingVote([...others, ...torn])).toBeNull();
});

test('a person counts once, with the last they said; who is not named counts every time', () => {
  const same = { voter: 'mina' };
  expect(resolvingVote([vote('a', 'x', same), vote('b', 'y', same)])?.decisionId).toBe('b');
  const nobody = { voter: null };
  expect(resolvingVote([vote('a', 'x', nobody), vote('b', 'x', nobody), vote('c', 'y')])?.answerKey).toBe('x');
});
