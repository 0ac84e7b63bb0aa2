// Counts, shares and intervals as they stand on screen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatPoints,
  formatShare,
  formatShareInterval,
  shareDigits,
  signed,
} from '../../../dashboard/src/lib/format/number.ts';

const en = { locale: 'en-GB', percentGap: true };
const zh = { locale: 'zh-CN', percentGap: false };

describe('formatShare', () => {
  it('parts number and sign in English and joins them in Chinese', () => {
    expect([formatShare(0.912, en), formatShare(0.912, zh)]).toEqual(['91.2\u202f%', '91.2%']);
  });

  it('never calls a share 100 % or 0 % that is not', () => {
    expect([0.9996, 1, 0.0001, 0].map((share) => formatShare(share, zh))).toEqual(['99.9%', '100%', '0.1%', '0%']);
    expect([0.996, 0.001].map((share) => formatShare(share, zh, 0))).toEqual(['99%', '1%']);
  });

  it('shows no decimals for samples under 100', () => {
    expect([shareDigits(99), shareDigits(100), shareDigits(null)]).toEqual([0, 1, 0]);
  });

  it('has a dash for no figure', () => {
    expect([formatShare(null, en), formatShare(Number.NaN, en), formatCount(undefined, en), formatPoints(null, en)]).toEqual([
      '-',
      '-',
      '-',
      '-',
    ]);
  });

  it('shows 100 % for 1 alone and 0 % for 0 alone', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const text = formatShare(share, zh);
        return (text === '100%') === (share === 1) && (text === '0%') === (share === 0);
      }),
    );
  });
});

describe('formatShareInterval', () => {
  it('writes both ends, a dash for an open one, and a dash alone for none', () => {
    expect([
      formatShareInterval([0.904, 0.92], zh),
      formatShareInterval([null, 0.5], zh),
      formatShareInterval(null, zh),
      formatShareInterval([null, null], zh),
    ]).toEqual(['90.4–92.0%', '-–50.0%', '-', '-']);
  });
});

describe('signed numbers', () => {
  it('carry a real minus, and zero carries none', () => {
    expect([
      signed(12, en),
      signed(-12, en),
      signed(0, en),
      formatPoints(0.0123, en),
      formatPoints(-0.004, en),
      formatPoints(0.0001, en),
    ]).toEqual(['+12', '\u221212', '0', '+1.2', '\u22120.4', '0.0']);
  });
});
