// The side panel in the address, and the questions behind it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filters } from '../../../dashboard/src/lib/url-state/filters.ts';
import { type ListSpec, parsePanel, withPanel } from '../../../dashboard/src/lib/url-state/panel.ts';
import { toListQuestion, toQuestion, toSearch } from '../../../dashboard/src/lib/url-state/question.ts';

const filters: Filters = { range: { preset: '7d' }, compare: 'previous', clock: 'working', where: { channel: ['chat', 'email'] } };
const today = '2026-03-20';

const anyList: fc.Arbitrary<ListSpec> = fc.record(
  {
    metric: fc.constantFrom('overdue', 'first-response-time'),
    range: fc.constantFrom('all' as const, { from: '2026-03-01', to: '2026-03-02' }),
    where: fc.constantFrom({ channel: ['chat'] }, { language: ['de', 'none'], agent: ['A & B'] }),
    clock: fc.constantFrom('calendar' as const, 'working' as const),
    population: fc.constantFrom('arrival' as const, 'event' as const),
    only: fc.constantFrom('hit' as const, 'miss' as const),
    part: fc.constantFrom('wait:3600000', 'driver:category:=cmd() & co'),
    offset: fc.integer({ min: 1, max: 10_000 }),
    hourOfWeek: fc.constantFrom('0-00', '6-23'),
    openOn: fc.constantFrom('business'),
    zone: fc.constantFrom('America/New_York', 'Etc/GMT+8'),
  },
  { requiredKeys: ['metric'] },
);

describe('the panel in the address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const params = withPanel(new URLSearchParams('channel=chat&search=a'), { list, open: '42' });
        expect(parsePanel(new URLSearchParams(params.toString()))).toEqual({ list, card: null, open: '42' });
      }),
    );
  });

  it('is closed by an empty panel and leaves the rest alone', () => {
    expect(withPanel(new URLSearchParams('channel=chat&list=overdue&list.channel=email&card=x&open=1'), {}).toString()).toBe(
      'channel=chat',
    );
  });

  it('does not open on nonsense', () => {
    expect(parsePanel(new URLSearchParams('list=../../etc&open=%3Cb%3E&list.offset=-4'))).toEqual({ list: null, card: null, open: null });
  });
});

describe('questions', () => {
  it('carry range, clock and filters, and a comparison only where one is asked for', () => {
    expect([toQuestion(filters, today), toQuestion(filters, today, { groupBy: ['day'], isCompared: true })]).toEqual([
      { from: '2026-03-13', to: '2026-03-19', clock: 'working', channel: ['chat', 'email'] },
      { from: '2026-03-13', to: '2026-03-19', groupBy: 'day', clock: 'working', compare: 'previous', channel: ['chat', 'email'] },
    ]);
  });

  it('never compare what has no range', () => {
    expect(toQuestion(filters, today, { isRanged: false, isCompared: true })).toEqual({ clock: 'working', channel: ['chat', 'email'] });
  });

  it('of a list are those of the view, narrowed by what was clicked', () => {
    expect(
      toListQuestion(filters, today, {
        metric: 'arrivals',
        range: { from: '2026-03-14', to: '2026-03-14' },
        where: { channel: ['chat'], language: ['de'] },
      }),
    ).toEqual({
      from: '2026-03-14',
      to: '2026-03-14',
      clock: 'working',
      channel: ['chat'],
      language: ['de'],
    });
    expect(toListQuestion(filters, today, { metric: 'overdue', range: 'all', clock: 'calendar' })).toEqual({
      clock: 'calendar',
      channel: ['chat', 'email'],
    });
  });

  it('repeat a parameter for each of its values in an address', () => {
    expect(toSearch({ clock: 'calendar', channel: ['a', 'b'], team: undefined }).toString()).toBe('clock=calendar&channel=a&channel=b');
  });
});
