import { describe, expect, it } from 'vitest';
import { formatDay, formatNumber, formatTime, grouped } from './format';

describe('format', () => {
  it('shows moments on the wall clock of the city in both languages', () => {
    expect(formatTime('2026-11-21T06:05:00Z', 'zh')).toBe('2026年11月21日 14:05');
    expect(formatTime('2026-11-21T06:05:09Z', 'en', 'second')).toBe('21 Nov 2026 14:05:09');
  });

  it('never moves a bare day to another day', () => {
    expect(formatTime('2026-01-01', 'zh')).toBe('2026年1月1日');
    expect(formatDay('2026-11-21T23:30:00+08:00', 'zh')).toBe('2026年11月21日');
  });

  it('keeps every decimal that the source gave', () => {
    expect(formatNumber('1234567.00')).toBe('1,234,567.00');
    expect(formatNumber('-9876.5')).toBe('-9,876.5');
    expect(formatNumber(0)).toBe('0');
  });

  it('leaves codes as they are', () => {
    expect(formatNumber('36**********1234')).toBe('36**********1234');
    expect(formatNumber('p3609-abc')).toBe('p3609-abc');
    expect(grouped('0a1b2c3d')).toBe('0a1b 2c3d');
  });
});
