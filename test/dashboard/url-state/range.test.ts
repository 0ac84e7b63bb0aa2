// The date range of an address.
import { describe, expect, it } from 'vitest';
import { parseRange, presets, resolveRange, serialiseRange } from '../../../dashboard/src/lib/url-state/range.ts';

const today = '2026-03-20';
const parse = (query: string) => parseRange(new URLSearchParams(query));

describe('resolveRange', () => {
  it('ends counted presets yesterday, because today is not over', () => {
    expect(presets.map((preset) => [preset, resolveRange({ preset }, today)])).toEqual([
      ['today', { from: '2026-03-20', to: '2026-03-20' }],
      ['yesterday', { from: '2026-03-19', to: '2026-03-19' }],
      ['7d', { from: '2026-03-13', to: '2026-03-19' }],
      ['28d', { from: '2026-02-20', to: '2026-03-19' }],
      ['90d', { from: '2025-12-20', to: '2026-03-19' }],
      ['this-month', { from: '2026-03-01', to: '2026-03-20' }],
      ['last-month', { from: '2026-02-01', to: '2026-02-28' }],
      ['12m', { from: '2025-03-20', to: '2026-03-19' }],
    ]);
  });
});

describe('parseRange', () => {
  it('reads presets and days, turns reversed days round, and falls back to 28 days', () => {
    expect([
      parse('range=7d'),
      parse('from=2026-01-01&to=2026-01-31'),
      parse('from=2026-01-31&to=2026-01-01'),
      parse('range=fortnight'),
      parse('from=2026-02-30&to=2026-03-01'),
      parse('from=2026-02-01'),
      parse(''),
    ]).toEqual([
      { preset: '7d' },
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-01-01', to: '2026-01-31' },
      { preset: '28d' },
      { preset: '28d' },
      { preset: '28d' },
      { preset: '28d' },
    ]);
  });

  it('reads back what was written, for every preset', () => {
    for (const preset of presets) expect(parseRange(new URLSearchParams(serialiseRange({ preset })))).toEqual({ preset });
  });
});
