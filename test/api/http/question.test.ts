// Questions: defaults, what a metric offers, and what is refused with its path.
import { describe, expect, it } from 'vitest';
import { detailsOf } from '#api/http/errors.ts';
import { questionQuery, toPlan } from '#api/http/question.ts';
import type { MetricCard } from '#db/model/metric.ts';

const card: MetricCard = {
  id: 'first-response-time',
  version: 1,
  unit: 'ms',
  direction: 'lower',
  atom: 'wait',
  groupings: ['day', 'hour', 'channel', 'language'],
  clocks: ['calendar', 'working'],
  populations: ['arrival', 'event'],
  label: '',
  formula: '',
  exclusions: [],
};
const now = Date.parse('2026-03-29T01:30:00.987Z');
const plan = (query: Record<string, string | string[]>, changed: Partial<MetricCard> = {}) =>
  toPlan('first-response-time', questionQuery.parse(query), { zone: 'Asia/Shanghai', now, card: { ...card, ...changed } });

describe('a question', () => {
  it('is about everything, by arrival, on the calendar clock, now to the second, where nothing is said', () => {
    expect(plan({})).toEqual({
      metric: 'first-response-time',
      range: null,
      zone: 'Asia/Shanghai',
      groupBy: [],
      filters: {},
      clock: 'calendar',
      population: 'arrival',
      compare: null,
      asOf: Date.parse('2026-03-29T01:30:00Z'),
    });
  });

  it('takes everything that is said', () => {
    expect(
      plan({
        from: '2026-03-01',
        to: '2026-03-02',
        zone: 'UTC',
        groupBy: 'day,channel',
        channel: ['email', 'chat'],
        language: 'none',
        clock: 'working',
        population: 'event',
        compare: 'year',
        asOf: '2026-03-28T00:00:00Z',
      }),
    ).toEqual({
      metric: 'first-response-time',
      range: { from: Date.parse('2026-03-01T00:00:00Z'), to: Date.parse('2026-03-03T00:00:00Z') },
      zone: 'UTC',
      groupBy: ['day', 'channel'],
      filters: { channel: ['email', 'chat'], language: ['none'] },
      clock: 'working',
      population: 'event',
      compare: 'year',
      asOf: Date.parse('2026-03-28T00:00:00Z'),
    });
  });

  it('uses what a metric offers where there is no choice, so that one filter bar serves all tiles', () => {
    expect(plan({ clock: 'working', population: 'event' }, { clocks: ['calendar'], populations: ['arrival'] })).toMatchObject({
      clock: 'calendar',
      population: 'arrival',
    });
  });

  it('is refused where a metric does not offer a grouping, naming those it has', () => {
    expect(() => plan({ groupBy: 'agent' })).toThrow('groupBy: must be one of day, hour, channel, language');
  });

  it('is refused where years are asked for by the hour', () => {
    expect(() => plan({ from: '1990-01-01', to: '2026-01-01', groupBy: 'hour' })).toThrow('at most 20000');
    expect(plan({ from: '2025-01-01', to: '2026-01-01', groupBy: 'hour' }).groupBy).toEqual(['hour']);
  });

  it('is refused where a comparison has no period before it', () => {
    expect(() => plan({ compare: 'previous' })).toThrow('compare: needs from and to');
  });

  it.each([
    [{ clock: 'wall' }, { path: 'clock', message: 'must be one of calendar, working', allowed: ['calendar', 'working'] }],
    [{ groupBy: 'day,week,month' }, { path: 'groupBy', message: 'at most two groupings, with a comma between them' }],
    [{ from: 'yesterday' }, { path: 'from', message: 'must be a day (YYYY-MM-DD) or an ISO 8601 instant with Z or an offset' }],
    [{ zone: '+08:00' }, { path: 'zone', message: 'not an IANA time zone such as Asia/Shanghai' }],
    [{ chanel: 'email' }, { path: 'chanel', message: 'is not known here' }],
    [{ asOf: '2026-03-01' }, { path: 'asOf', message: 'must be an ISO 8601 instant with Z or an offset' }],
  ])('is refused as %j, with the path', (query, detail) => {
    const parsed = questionQuery.safeParse(query);
    expect(parsed.success ? [] : detailsOf(parsed.error)).toEqual([detail]);
  });
});
