// The filters of an address.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockChoices,
  comparisonChoices,
  countFilters,
  type Filters,
  filterDimensions,
  onlyFilters,
  parseFilters,
  serialiseFilters,
  withDimension,
  withFilters,
} from '../../../dashboard/src/lib/url-state/filters.ts';
import { presets } from '../../../dashboard/src/lib/url-state/range.ts';

const plain: Filters = { range: { preset: '28d' }, compare: 'previous', clock: 'calendar', where: {} };

const anyFilters: fc.Arbitrary<Filters> = fc.record({
  range: fc.constantFrom(...presets).map((preset) => ({ preset })),
  compare: fc.constantFrom(...comparisonChoices),
  clock: fc.constantFrom(...clockChoices),
  where: fc
    .dictionary(
      fc.constantFrom(...filterDimensions),
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
    )
    .map((where) => Object.fromEntries(Object.entries(where).map(([name, values]) => [name, [...values].sort()]))),
});

describe('filters in the address', () => {
  it('are read as written: several values, sorted, each once', () => {
    expect(parseFilters(new URLSearchParams('range=7d&compare=year&clock=working&channel=email&channel=chat&channel=email&team='))).toEqual(
      {
        range: { preset: '7d' },
        compare: 'year',
        clock: 'working',
        where: { channel: ['chat', 'email'] },
      },
    );
  });

  it('fall back to defaults where they make no sense', () => {
    expect(parseFilters(new URLSearchParams('compare=never&clock=sundial&range=x'))).toEqual(plain);
  });

  it('leave the plain address plain', () => {
    expect(serialiseFilters(plain).toString()).toBe('');
  });

  it('come back as they were, whatever their values hold', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(parseFilters(new URLSearchParams(serialiseFilters(filters).toString()))).toEqual(filters);
      }),
    );
  });

  it('keep what is not theirs, and close the panel and the page that showed other rows', () => {
    const current = new URLSearchParams('search=x&channel=chat&list=overdue&list.range=all&open=5&cursor=abc');
    expect(withFilters(current, { ...plain, where: { language: ['de'] } }).toString()).toBe('language=de&search=x');
  });

  it('travel to another page without the search', () => {
    expect(onlyFilters(new URLSearchParams('search=x&channel=chat&open=5&range=7d')).toString()).toBe('range=7d&channel=chat');
  });

  it('lose a dimension with its last value', () => {
    const both = withDimension(withDimension(plain, 'channel', ['email', 'chat']), 'team', ['t1']);
    expect([countFilters(both), withDimension(both, 'channel', []).where]).toEqual([3, { team: ['t1'] }]);
  });
});
