import { describe, expect, it } from 'vitest';
import type { Command } from '../../lib/commands.ts';
import { findCommands } from './find-commands.ts';

const command = (label: string, keywords = ''): Command => ({
  id: label,
  label,
  keywords,
  group: 'navigate',
  run: () => undefined,
});
const commands = [
  command('메뉴 분류', 'menu category'),
  command('어둡게', '테마 다크 dark'),
  command('로그아웃', 'sign out'),
];
const found = (query: string) => findCommands(commands, query).map(({ label }) => label);

describe('findCommands', () => {
  it('finds by syllable, by half-typed syllable and by initial consonants', () => {
    expect(found('분류')).toEqual(['메뉴 분류']);
    expect(found('분ㄹ')).toEqual(['메뉴 분류']);
    expect(found('ㅁㄴㅂㄹ')).toEqual(['메뉴 분류']);
  });

  it('finds by keyword in the other language', () => {
    expect(found('DARK')).toEqual(['어둡게']);
    expect(found('sign out')).toEqual(['로그아웃']);
  });

  it('puts names before keywords', () => {
    const both = [command('테마', 'dark'), command('Dark roast')];
    expect(findCommands(both, 'dark').map(({ label }) => label)).toEqual(['Dark roast', '테마']);
  });

  it('offers one of many only to whoever looks for it', () => {
    const many = [...commands, { ...command('메뉴 분류 v3', 'version 버전'), isOnlyFound: true }];
    expect(findCommands(many, '').map(({ label }) => label)).not.toContain('메뉴 분류 v3');
    expect(findCommands(many, 'v3').map(({ label }) => label)).toEqual(['메뉴 분류 v3']);
    expect(findCommands(many, 'ㅂㅈ').map(({ label }) => label)).toEqual(['메뉴 분류 v3']);
  });

  it('offers everything before anything is typed, and nothing for what nobody has', () => {
    expect(found('')).toHaveLength(3);
    expect(found('햄버거')).toEqual([]);
  });
});
