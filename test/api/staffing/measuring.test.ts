// What replies tell: shifts, handling times, how many conversations at once, who was there; and demand as a week.
import { describe, expect, it } from 'vitest';
import { answerTimes, liveTimes } from '#api/staffing/handling.ts';
import { hourSlots } from '#api/staffing/hour-slots.ts';
import { noChange, planHours } from '#api/staffing/hours-plan.ts';
import { carriedOver, liveHours, openServing, peopleNeeded } from '#api/staffing/live-hours.ts';
import { channelTerms } from '#api/staffing/measured.ts';
import { activeAgents, presence } from '#api/staffing/presence.ts';
import { smoothed } from '#api/staffing/replay.ts';
import { shiftsOf, shrinkageOf } from '#api/staffing/shifts.ts';
import { eventFactor, weeklyDemand, withEvent } from '#api/staffing/weekly-demand.ts';
import { officeHours, promised, replyOf } from '#test/support/staffing.ts';

const minute = 60_000;
const hour = 60 * minute;
const monday = Date.parse('2026-05-04T00:00:00Z');
const on = (hours: number, minutes = 0): number => monday + hours * hour + minutes * minute;

describe('replies', () => {
  const replies = [
    replyOf(on(9)),
    replyOf(on(9, 40), { conversation: 2, waitingSince: on(8) }),
    replyOf(on(10, 30), { conversation: 3, waitingSince: on(10, 10) }),
    // Waited for since eight and answered three hours after the reply before: nobody worked on it for so long.
    replyOf(on(13, 30), { conversation: 4, waitingSince: on(8) }),
    replyOf(on(20), { conversation: 5, waitingSince: on(19, 50) }),
    replyOf(on(9, 5), { agent: 'ben', channel: 'forum' }),
  ];

  it('are cut into shifts where nothing was sent for four hours', () => {
    expect(shiftsOf(replies).map(({ agent, from, to }) => [agent, from, to])).toEqual([
      ['ann', on(9), on(13, 30)],
      ['ann', on(20), on(20)],
      ['ben', on(9, 5), on(9, 5)],
    ]);
  });

  it('give the time of an answer from the reply before or from the customer, whichever is later, pauses left out', () => {
    const { n, meanMs, medianMs, meanInterval } = answerTimes(shiftsOf(replies), 'email');
    expect({ n, meanMs, medianMs, meanInterval }).toEqual({ n: 2, meanMs: 30 * minute, medianMs: 30 * minute, meanInterval: null });
    expect(answerTimes(shiftsOf(replies), 'chat').meanMs).toBeNull();
  });

  it('give the share of shifts that was a pause', () => {
    expect(shrinkageOf(shiftsOf(replies))).toEqual({ value: 3 / 4.5, shifts: 3 });
    expect(shrinkageOf([])).toEqual({ value: null, shifts: 0 });
  });

  it('say who replied in an hour, and what went into a deferred channel', () => {
    const slots = hourSlots({ from: on(8), to: on(14) }, 'UTC');
    const of = { channel: 'email', language: null };
    expect(activeAgents(shiftsOf(replies), slots, of)).toEqual([0, 1, 1, 0, 0, 1]);
    expect(activeAgents(shiftsOf(replies), slots, { ...of, language: 'de' })).toEqual([0, 0, 0, 0, 0, 0]);
    const there = presence(shiftsOf(replies), slots, { ...of, isLive: false, usualMs: 30 * minute });
    expect(there).toEqual([0.5, 1, 0.5, 0, 0, 0.5]);
  });

  it('count the answers of a conversation in the language that is asked for', () => {
    const german = replyOf(on(11), { conversation: 9, language: 'de' });
    const answers = (language: string | null, arrivals: number) =>
      channelTerms(shiftsOf([...replies, german]), { channel: 'email', language, arrivals }, null).answers;
    // Six by e-mail, one of them in German.
    expect([answers(null, 3), answers('de', 1)]).toEqual([2, 1]);
  });

  it('of live conversations give how long one is held and how many at once', () => {
    const chat = { channel: 'chat' };
    const held = shiftsOf([
      replyOf(on(9), { ...chat, waitingSince: on(8, 58) }),
      replyOf(on(9, 4), { ...chat, conversation: 2, waitingSince: on(9, 2) }),
      replyOf(on(9, 8), { ...chat, waitingSince: on(9, 7) }),
      // A silence of an hour ended it; this is another stretch.
      replyOf(on(10, 8), { ...chat, waitingSince: on(10) }),
    ]);
    const { handling, concurrency } = liveTimes(held, 'chat');
    // 8:58 to 9:08, 9:02 to 9:04 and 10:03 to 10:08; held 17 minutes within 15.
    expect([handling.n, handling.meanMs, concurrency]).toEqual([3, (17 * minute) / 3, 17 / 15]);
  });
});

describe('demand', () => {
  const slots = hourSlots({ from: monday, to: monday + 14 * 24 * hour }, 'UTC');
  it('is the shape of all weeks in the size of the median and of the busiest', () => {
    const counts = slots.map((slot, place) => (slot.hourOfWeek === 9 ? 10 : slot.hourOfWeek === 10 && place > 168 ? 20 : 0));
    const demand = weeklyDemand(slots, counts, 2);
    expect([demand.weeks, demand.typicalTotal, demand.busyTotal]).toEqual([[10, 30], 20, 30]);
    expect([demand.typical[9], demand.typical[10], demand.busy[9], demand.busy[11]]).toEqual([10, 10, 15, 0]);
    expect([0, 1, 2].map((size) => withEvent(demand, size)[9])).toEqual([10, 15, 20]);
    expect([0, 1, 2].map((size) => eventFactor(demand, size))).toEqual([1, 1.5, 2]);
  });

  it('of an hour is taken with its neighbours where it is a rate', () => {
    expect(smoothed([3, 0, 0, 6])).toEqual([1.5, 1, 2, 3]);
  });
});

describe('a live channel', () => {
  const terms = { handlingMs: 5 * minute, concurrency: 1, shrinkage: 0, patienceMs: null, reactions: [], instant: 1 };
  const within = { ...terms, withinMs: minute };

  it('serves by Erlang C: 120 an hour of five minutes are ten erlangs', () => {
    expect([11, 12, 14].map((people) => openServing(within)(120, people).toFixed(4))).toEqual(['0.4415', '0.6988', '0.9218']);
    expect(openServing(within)(120, 11.5)).toBeCloseTo((0.4415288 + 0.6987661) / 2, 6);
  });

  it('needs people for the target, more of them where they have breaks, and fewer where they hold two at once', () => {
    const needed = (more: Partial<typeof terms>) => peopleNeeded(120, 0.9, { ...within, ...more });
    expect([needed({}), needed({ shrinkage: 0.3 }), needed({ concurrency: 2 }), peopleNeeded(0, 0.9, within)]).toEqual([14, 20, 7, 0]);
  });

  it('opens for who came while it was closed, and has nobody in time in an hour without people', () => {
    const slots = hourSlots({ from: monday, to: monday + 24 * hour }, 'UTC');
    const plan = (people: number) =>
      planHours(
        {
          slots,
          demand: slots.map(() => 1),
          people: slots.map(() => people),
          shrinkage: 0,
          promise: promised({ durationMs: 5 * minute }),
          calendar: officeHours('UTC'),
        },
        noChange,
      );
    const carried = carriedOver(plan(1).hours, 'demand');
    expect([carried[8], carried[9], carried[10], carried[17]]).toEqual([0, 10, 1, 0]);
    const [none, many] = [0, 30].map((people) => liveHours(plan(people), terms).inTime ?? -1);
    expect(none).toBe(0);
    // Who comes after closing waits for the next day, which is not in this plan.
    expect(many).toBeCloseTo(17 / 24, 6);
  });
});
