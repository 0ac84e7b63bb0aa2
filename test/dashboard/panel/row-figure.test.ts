// The figure at the right of a row behind a number.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import type { MetricRow } from '../../../dashboard/src/lib/api/shapes.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { rowFigure } from '../../../dashboard/src/lib/panel/row-figure.ts';

const now = Date.parse('2026-03-20T12:00:00Z');
const format = openFormat({ words, zone: 'UTC', now: () => now });
const row = (more: Partial<MetricRow>): MetricRow => ({
  conversationId: '1',
  externalId: 'x',
  source: 's',
  channel: 'email',
  language: 'en',
  category: null,
  team: null,
  country: null,
  agent: null,
  sentiment: null,
  urgency: null,
  risk: null,
  issue: null,
  ordinal: 1,
  at: '2026-03-20T08:00:00Z',
  until: '2026-03-20T09:00:00Z',
  state: 'answered',
  dueAt: '2026-03-20T10:00:00Z',
  calendarMs: 3_600_000,
  workingMs: 1_800_000,
  nudges: 0,
  value: 3_600_000,
  ...more,
});
const figure = (of: MetricRow, metric = 'first-response-time', clock: 'calendar' | 'working' = 'calendar') => {
  const { main, note, tone } = rowFigure(of, { metric, clock, now }, words, format);
  return [main, note, tone].map((text) => text.replaceAll('\u00a0', ' '));
};

describe('rowFigure', () => {
  it('says of a weighted answer what it was and for how many it stands', () => {
    const weighted = (value: number) => figure(row({ state: 'rated', value, weight: 2.44 }), 'survey-response-rate');
    expect([weighted(1), weighted(0), figure(row({ state: 'rated', value: 1 }), 'survey-response-rate')]).toEqual([
      ['satisfied', 'stands for 2.4', 'plain'],
      ['not satisfied', 'stands for 2.4', 'plain'],
      ['rated', '', 'plain'],
    ]);
  });

  it('is the time taken on the clock that was asked for', () => {
    expect([figure(row({})), figure(row({}), 'first-response-time', 'working')]).toEqual([
      ['1 h', '', 'plain'],
      ['30 min', '', 'plain'],
    ]);
  });

  it('is red where the promise was broken, and says by how much', () => {
    expect(figure(row({ until: '2026-03-20T11:30:00Z', calendarMs: 12_600_000, nudges: 2 }))).toEqual([
      '3 h 30 min',
      '1 h 30 min late · asked again 2 times',
      'broken',
    ]);
  });

  it('ages an open wait up to now, amber when little is left', () => {
    const open = { until: null, state: 'open_not_due', calendarMs: null, workingMs: null };
    expect([figure(row({ ...open, dueAt: '2026-03-20T20:00:00Z' })), figure(row({ ...open, dueAt: '2026-03-20T12:30:00Z' }))]).toEqual([
      ['4 h', 'waiting · 8 h left', 'plain'],
      ['4 h', 'waiting · 30 min left', 'endangered'],
    ]);
  });

  it('tells in the list of the overdue how long past due', () => {
    expect(figure(row({ until: null, state: 'open_overdue', calendarMs: null }), 'overdue')).toEqual(['2 h past due', 'overdue', 'broken']);
  });

  it('has no promise to break where the channel has none', () => {
    expect(figure(row({ until: null, state: 'open_not_due', calendarMs: null, dueAt: null }))).toEqual(['4 h', 'waiting', 'plain']);
  });

  it('shows ratings and states as they are, with a dash for none', () => {
    expect([
      figure(row({ value: 4 }), 'csat'),
      figure(row({ value: null }), 'csat'),
      figure(row({ state: 'a_new_state' }), 'arrivals'),
    ]).toEqual([
      ['4.0', '', 'plain'],
      ['-', '', 'plain'],
      ['a_new_state', '', 'plain'],
    ]);
  });
});
