// Who held the ball.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFacts, type FactMessage } from '#db/facts/derive-facts.ts';
import { splitTime } from '#db/facts/split-time.ts';
import { workingMs } from '#db/facts/working-time.ts';
import { hour, minute } from '#db/model/instant.ts';
import { calendarOf, conversationOf, said, turned, utc } from './compose.ts';

const at = (time: string) => `2026-03-18T${time}`;
const asOf = utc(at('20:00'));

function split(
  messages: readonly FactMessage[],
  words: Parameters<typeof conversationOf>[1] = {},
  measure?: (from: number, to: number) => number,
) {
  const input = conversationOf(messages, words);
  return splitTime(input, deriveFacts(input), asOf, measure);
}

const asked = said('c1', 'customer', at('09:00'));
const answered = said('a1', 'agent', at('10:00'));
const nothing = { thirdPartyMs: 0, illegitimatePauseMs: 0 };

describe('splitTime', () => {
  it('gives the ball to us from a question to our reply, and to the customer from there on', () => {
    const messages = [asked, answered, said('c2', 'customer', at('13:00')), said('a2', 'agent', at('13:30'))];
    expect(split(messages, { statusChanges: [turned(at('14:00'), 'solved')] })).toEqual({
      ...nothing,
      totalMs: 5 * hour,
      usMs: 90 * minute,
      customerMs: 3 * hour + 30 * minute,
    });
  });

  it('stops at the instant of asking where nothing has ended yet', () => {
    expect(split([asked])).toEqual({ ...nothing, totalMs: 11 * hour, usMs: 11 * hour, customerMs: 0 });
  });

  it('calls a pause illegitimate where the customer had already asked', () => {
    const changes = [
      turned(at('09:15'), 'pending'),
      turned(at('09:45'), 'open'),
      turned(at('10:00'), 'pending'),
      turned(at('12:00'), 'solved'),
    ];
    expect(split([asked, answered], { statusChanges: changes })).toEqual({
      totalMs: 3 * hour,
      usMs: hour,
      customerMs: 2 * hour,
      thirdPartyMs: 0,
      // From 09:15 to 09:45; the pause after our reply is a real one.
      illegitimatePauseMs: 30 * minute,
    });
  });

  it('gives a third party the time from our note to their answer, inside our own only', () => {
    const note = said('n', 'agent', at('09:20'), { visibility: 'private' });
    const partner = said('p', 'third_party', at('09:50'));
    const solved = { statusChanges: [turned(at('12:00'), 'solved')] };
    expect([
      split([asked, note, partner, answered], solved),
      split([asked, answered, said('p', 'third_party', at('11:00'))], solved),
    ]).toEqual([
      { totalMs: 3 * hour, usMs: 30 * minute, customerMs: 2 * hour, thirdPartyMs: 30 * minute, illegitimatePauseMs: 0 },
      { ...nothing, totalMs: 3 * hour, usMs: hour, customerMs: 2 * hour },
    ]);
  });

  it('leaves out what lies between a solve and the next question, and what needs no answer', () => {
    const messages = [asked, answered, said('t', 'customer', at('10:10'), { needsAnswer: false }), said('c2', 'customer', at('19:00'))];
    expect(split(messages, { statusChanges: [turned(at('11:00'), 'solved')] })).toEqual({
      ...nothing,
      totalMs: 3 * hour,
      usMs: 2 * hour,
      customerMs: hour,
    });
  });

  it('measures on opening hours where it is given them', () => {
    const calendar = calendarOf({ zone: 'UTC' });
    const messages = [said('c1', 'customer', at('06:00')), said('a1', 'agent', at('09:00'))];
    expect(split(messages, {}, (from, to) => workingMs(calendar, from, to))).toEqual({
      ...nothing,
      totalMs: 12 * hour,
      usMs: hour,
      customerMs: 11 * hour,
    });
  });

  it('always adds up, with no part below 0', () => {
    const actor = fc.constantFrom('customer', 'agent', 'third_party', 'bot');
    const messages = fc.array(fc.tuple(actor, fc.integer({ min: 0, max: 1400 }), fc.boolean()), { maxLength: 10 });
    fc.assert(
      fc.property(messages, (drawn) => {
        const parts = split(
          drawn.map(([by, minutes, isPrivate], index) =>
            said(`m${index}`, by, utc(at('00:00')) + minutes * minute, { visibility: isPrivate ? 'private' : 'public' }),
          ),
        );
        expect(parts.usMs + parts.customerMs + parts.thirdPartyMs).toBe(parts.totalMs);
        expect(Math.min(parts.usMs, parts.customerMs, parts.thirdPartyMs, parts.illegitimatePauseMs)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});
