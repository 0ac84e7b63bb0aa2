// The two clocks of complaints.
import { describe, expect, it } from 'vitest';
import { type ComplaintClock, complaintClocks } from '#db/facts/complaint-clocks.ts';
import type { FactMessage } from '#db/facts/derive-facts.ts';
import { promiseStateAt } from '#db/facts/promise-state-at.ts';
import { hour, type Instant } from '#db/model/instant.ts';
import { conversationOf, goldenCalendar, local, promiseOf, said, termOf, turned, utc } from './compose.ts';

const berlin = 'Europe/Berlin';
const promises = [
  promiseOf([termOf('working-days', 3, { promiseId: 'ack' })], { id: 'ack', stage: 'complaint-acknowledged' }),
  promiseOf([termOf('working-days', 15, { promiseId: 'decision' })], { id: 'decision', stage: 'complaint-decided' }),
];
const asked = said('c1', 'customer', '2026-03-02T09:00');
const acknowledged = said('a1', 'agent', '2026-03-03T09:00');
const decided = said('a2', 'agent', '2026-03-10T09:00');

function clocks(messages: readonly FactMessage[], words: Parameters<typeof conversationOf>[1] = {}) {
  return complaintClocks(conversationOf(messages, { isComplaint: true, promises, calendars: [goldenCalendar()], ...words }));
}

const day = (at: Instant | null) => (at === null ? '?' : new Date(at).toISOString().slice(5, 16));

function told(messages: readonly FactMessage[], words: Parameters<typeof conversationOf>[1] = {}): string[] {
  const both = clocks(messages, words);
  return both === null ? [] : [both.acknowledged, both.decided].map((clock) => `${clock.state} ${day(clock.untilAt)}`);
}

describe('complaintClocks', () => {
  it('run from the first question: acknowledged by the first reply of a person, decided when it is solved', () => {
    const clock: Partial<ComplaintClock> = {
      fromAt: utc('2026-03-02T09:00'),
      state: 'answered',
      exclusion: null,
      calendarId: 'desk',
      promiseVersion: 1,
    };
    expect(clocks([asked, acknowledged, decided], { statusChanges: [turned('2026-03-10T09:01', 'solved')] })).toEqual({
      acknowledged: {
        ...clock,
        untilAt: utc('2026-03-03T09:00'),
        dueAt: local('2026-03-05T20:00', berlin),
        calendarMs: 24 * hour,
        workingMs: 12 * hour,
        promiseId: 'ack',
      },
      decided: {
        ...clock,
        untilAt: utc('2026-03-10T09:01'),
        dueAt: local('2026-03-23T20:00', berlin),
        calendarMs: 8 * 24 * hour + 60_000,
        workingMs: 6 * 12 * hour + 60_000,
        promiseId: 'decision',
      },
    });
  });

  it('neither run nor count where the source does not show our answers', () => {
    const both = clocks([asked], { answersHidden: true });
    expect([both?.acknowledged, both?.decided].map((clock) => [clock?.state, clock?.exclusion])).toEqual([
      ['excluded', 'answers_not_visible'],
      ['excluded', 'answers_not_visible'],
    ]);
    expect(told([asked])).toEqual(['open ?', 'open ?']);
  });

  it('are due on the 30th for a complaint on Christmas Eve that may take 3 working days', () => {
    const eve = said('c1', 'customer', local('2026-12-24T10:00', berlin));
    expect(clocks([eve])?.acknowledged.dueAt).toBe(local('2026-12-30T20:00', berlin));
  });

  it('are never satisfied by an automatic acknowledgement, a bot or a private note', () => {
    const automatic = said('r1', 'agent', '2026-03-02T09:01', { kind: 'auto_reply' });
    const bot = said('r2', 'bot', '2026-03-02T09:02');
    const note = said('r3', 'agent', '2026-03-02T09:03', { visibility: 'private' });
    const open = clocks([asked, automatic, bot, note])?.acknowledged;
    expect(open?.state).toBe('open');
    expect(open && promiseStateAt(open, local('2026-03-05T20:01', berlin))).toBe('broken');
    // Control: the same acknowledgement, written by a person, does satisfy the first clock.
    expect(told([asked, { ...automatic, kind: 'message' }])).toEqual(['answered 03-02T09:01', 'open ?']);
  });

  it('are decided by the reply that follows a solve in the same step', () => {
    expect(told([asked, decided], { statusChanges: [turned('2026-03-10T08:59', 'solved')] })).toEqual([
      'answered 03-10T09:00',
      'answered 03-10T09:00',
    ]);
  });

  it('are not decided by a timer: after it the last reply counts, unless that was the acknowledgement', () => {
    const timer = { statusChanges: [turned('2026-03-20T09:00', 'closed', 'system')] };
    expect([told([asked, acknowledged], timer), told([asked, acknowledged, decided], timer)]).toEqual([
      ['answered 03-03T09:00', 'closed_unanswered 03-20T09:00'],
      ['answered 03-03T09:00', 'answered 03-10T09:00'],
    ]);
  });

  it('end as closed without an answer, or as withdrawn where the customer closed', () => {
    expect([
      told([asked], { statusChanges: [turned('2026-03-04T09:00', 'solved')] }),
      told([asked], { statusChanges: [turned('2026-03-04T09:00', 'solved', 'customer')] }),
      told([asked], { status: 'closed' }),
    ]).toEqual([
      ['closed_unanswered 03-04T09:00', 'closed_unanswered 03-04T09:00'],
      ['withdrawn 03-04T09:00', 'withdrawn 03-04T09:00'],
      ['closed_unanswered ?', 'closed_unanswered ?'],
    ]);
  });

  it('go on where the customer asks again before we decided anything', () => {
    const changes = [turned('2026-03-04T09:00', 'solved'), turned('2026-03-10T10:00', 'solved')];
    expect(told([asked, said('c2', 'customer', '2026-03-05T09:00'), decided], { statusChanges: changes })).toEqual([
      'answered 03-10T09:00',
      'answered 03-10T10:00',
    ]);
  });

  it('do not run for what is no complaint or has no time, and are excluded with their conversation', () => {
    expect([
      clocks([asked], { isComplaint: false }),
      clocks([{ ...asked, at: null }]),
      told([asked, acknowledged], { exclusion: 'spam' }),
    ]).toEqual([null, null, ['excluded 03-03T09:00', 'excluded ?']]);
  });
});
