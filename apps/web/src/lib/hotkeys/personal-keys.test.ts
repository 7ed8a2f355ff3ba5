import { expect, test } from 'vitest';
import type { Hotkey } from './hotkey-registry.ts';
import { isRemappable, withKey } from './personal-keys.ts';

const hotkey = (id: string, combo: string, rest: Partial<Hotkey> = {}): Hotkey => {
  return { id, combo, label: id, run: () => undefined, ...rest };
};
const undo = hotkey('labeling.undo', 'KeyZ');
const skip = hotkey('labeling.skip', 'KeyS');
const leave = hotkey('labeling.leave', 'Escape');
const choose = hotkey('labeling.choose1', 'Digit1', { lastCombo: 'Digit9' });
const chooseNext = hotkey('labeling.choose2', 'Digit2', { isHidden: true });
const others = [undo, skip, leave, choose, chooseNext];

test('a shortcut is put on another key, and back on its own without a trace', () => {
  const keys = withKey({}, { hotkey: undo, combo: 'KeyU', others });
  expect(keys).toEqual({ 'labeling.undo': 'KeyU' });
  expect(withKey(keys ?? {}, { hotkey: undo, combo: 'KeyZ', others })).toEqual({});
});

test('what had the key gets the one given up, and the exchange goes back the same way', () => {
  const keys = withKey({}, { hotkey: undo, combo: 'KeyS', others });
  expect(keys).toEqual({ 'labeling.undo': 'KeyS', 'labeling.skip': 'KeyZ' });
  expect(withKey(keys ?? {}, { hotkey: skip, combo: 'KeyS', others })).toEqual({});
  const onward = withKey(keys ?? {}, { hotkey: undo, combo: 'KeyU', others });
  expect(onward).toEqual({ 'labeling.undo': 'KeyU', 'labeling.skip': 'KeyZ' });
});

test('keys of another page are left as they are', () => {
  const keys = { 'models.train': 'KeyS' };
  expect(withKey(keys, { hotkey: undo, combo: 'KeyS', others: [undo] })).toEqual({ ...keys, 'labeling.undo': 'KeyS' });
});

test('neither the way out nor a row of digits is taken away or moved', () => {
  expect(withKey({}, { hotkey: undo, combo: 'Escape', others })).toBeNull();
  expect(withKey({}, { hotkey: undo, combo: 'Digit1', others })).toBeNull();
  expect(withKey({}, { hotkey: undo, combo: 'Digit2', others })).toBeNull();
  expect([undo, leave, choose].map(isRemappable)).toEqual([true, false, false]);
});
