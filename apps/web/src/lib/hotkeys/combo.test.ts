import { describe, expect, it } from 'vitest';
import { comboCaps, comboFrom, matchesCombo } from './combo.ts';

const pressed = (code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('matchesCombo', () => {
  it('goes by the place of the key, so that the Korean layout changes nothing', () => {
    expect(matchesCombo(Object.assign(pressed('KeyG'), { key: 'ㅎ' }), 'KeyG', false)).toBe(true);
  });

  it('wants no modifier more and none less', () => {
    expect(matchesCombo(pressed('KeyG', { shiftKey: true }), 'KeyG', false)).toBe(false);
    expect(matchesCombo(pressed('KeyG', { ctrlKey: true }), 'KeyG', false)).toBe(false);
    expect(matchesCombo(pressed('Slash'), 'Shift+Slash', false)).toBe(false);
    expect(matchesCombo(pressed('Slash', { shiftKey: true }), 'Shift+Slash', false)).toBe(true);
  });

  it('takes ⌘ on a Mac and Ctrl elsewhere for Mod, and not the other one', () => {
    expect(matchesCombo(pressed('KeyK', { metaKey: true }), 'Mod+KeyK', true)).toBe(true);
    expect(matchesCombo(pressed('KeyK', { ctrlKey: true }), 'Mod+KeyK', true)).toBe(false);
    expect(matchesCombo(pressed('KeyK', { ctrlKey: true }), 'Mod+KeyK', false)).toBe(true);
    expect(matchesCombo(pressed('KeyK', { metaKey: true }), 'Mod+KeyK', false)).toBe(false);
  });

  it('counts the numeric pad as the main row', () => {
    expect(matchesCombo(pressed('Numpad3'), 'Digit3', false)).toBe(true);
    expect(matchesCombo(pressed('NumpadEnter'), 'Enter', false)).toBe(true);
  });
});

describe('comboCaps', () => {
  it('prints what stands on the key', () => {
    expect(comboCaps('KeyG', false)).toEqual(['G']);
    expect(comboCaps('Digit4', false)).toEqual(['4']);
    expect(comboCaps('BracketLeft', false)).toEqual(['[']);
    expect(comboCaps('Enter', false)).toEqual(['⏎']);
  });

  it('prints ? for the shifted slash, which people know as one key', () => {
    expect(comboCaps('Shift+Slash', false)).toEqual(['?']);
  });

  it('prints modifiers as each system does', () => {
    expect(comboCaps('Mod+KeyK', true)).toEqual(['⌘K']);
    expect(comboCaps('Mod+KeyK', false)).toEqual(['Ctrl', 'K']);
    expect(comboCaps('Shift+KeyX', false)).toEqual(['Shift', 'X']);
  });
});

describe('comboFrom', () => {
  it('writes what was pressed so that the same press matches it', () => {
    const presses = [
      pressed('KeyG'),
      pressed('Slash', { shiftKey: true }),
      pressed('KeyK', { metaKey: true, altKey: true }),
      pressed('Numpad1', { ctrlKey: true }),
    ];
    for (const mac of [true, false]) {
      for (const press of presses) expect(matchesCombo(press, comboFrom(press, mac) ?? '', mac)).toBe(true);
    }
  });

  it('is nothing while only modifiers or the keys of an input method are down', () => {
    for (const code of ['ShiftLeft', 'ControlRight', 'MetaLeft', 'AltLeft', 'CapsLock', 'Lang1', '']) {
      expect(comboFrom(pressed(code), false)).toBeNull();
    }
  });
});
