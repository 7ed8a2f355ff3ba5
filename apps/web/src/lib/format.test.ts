import { describe, expect, it } from 'vitest';
import {
  formatAgo,
  formatBytes,
  formatClock,
  formatCompact,
  formatCount,
  formatDay,
  formatDuration,
  formatKrw,
  formatPercent,
  formatSigned,
} from './format.ts';

const noonInSeoul = new Date('2026-11-22T03:05:00Z');

describe('numbers', () => {
  it('group thousands, and shorten them as each language counts', () => {
    expect(formatCount(1284, 'ko')).toBe('1,284');
    expect(formatCompact(128_000, 'ko')).toBe('12.8만');
    expect(formatCompact(128_000, 'en').toUpperCase()).toBe('128K');
  });

  it('write won whole, below zero with the minus before the sign', () => {
    expect(formatKrw(19_000, 'ko')).toBe('₩19,000');
    expect(formatKrw(-2_500, 'en')).toBe('−₩2,500');
  });

  it('write the size of a file no coarser than it is', () => {
    expect(formatBytes(812, 'ko')).toBe('812 B');
    expect(formatBytes(1030, 'ko')).toBe('1.0 KB');
    expect(formatBytes(48_200, 'en')).toBe('47 KB');
    expect(formatBytes(2_411_724, 'en')).toBe('2.3 MB');
  });

  it('write a fraction as percent', () => {
    expect(formatPercent(0.7149, 'ko')).toBe('71 %');
    expect(formatPercent(0.004, 'ko', 1)).toBe('0.4 %');
  });

  it('sign differences with a true minus, and none when it rounds to zero', () => {
    expect(formatSigned(1.84, 1, 'ko')).toBe('+1.8');
    expect(formatSigned(-0.6, 1, 'ko')).toBe('−0.6');
    expect(formatSigned(-0.04, 1, 'ko')).toBe('0.0');
  });
});

describe('times', () => {
  it('are those of Seoul, whatever the clock of the machine', () => {
    expect(formatClock(noonInSeoul, 'ko')).toBe('12:05');
    expect(formatClock(new Date('2026-11-21T15:00:00Z'), 'en')).toBe('00:00');
    expect(formatDay(new Date('2026-11-21T15:00:00Z'), 'ko')).toContain('22');
  });

  it('say how long ago in the largest unit that fits', () => {
    expect(formatAgo(new Date(noonInSeoul.getTime() - 3 * 60_000), noonInSeoul, 'ko')).toBe('3분 전');
    expect(formatAgo(new Date(noonInSeoul.getTime() - 59 * 60_000), noonInSeoul, 'en')).toBe('59 minutes ago');
    expect(formatAgo(new Date(noonInSeoul.getTime() + 2 * 3_600_000), noonInSeoul, 'en')).toBe('in 2 hours');
    expect(formatAgo(new Date(noonInSeoul.getTime() - 30_000), noonInSeoul, 'ko')).toBe('지금');
  });

  it('write a length in its two largest units', () => {
    expect(formatDuration(6_000, 'ko')).toBe('1시간 40분');
    expect(formatDuration(6_000, 'en')).toBe('1h 40m');
    expect(formatDuration(3_600, 'ko')).toBe('1시간');
    expect(formatDuration(2.13, 'ko')).toBe('2.1초');
    expect(formatDuration(95, 'ko')).toBe('1분 35초');
    expect(formatDuration(2_656, 'ko')).toBe('44분');
    expect(formatDuration(3_599, 'en')).toBe('1h');
    expect(formatDuration(90_061, 'en')).toBe('1d 1h');
  });
});
