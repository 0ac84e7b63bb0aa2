// Consequences: what happens to the company shows in arrivals, waits, moods and ratings, and without it nothing does.
import { describe, expect, it } from 'vitest';
import { hour, type Instant, minute } from '#db/model/instant.ts';
import { type DemoPlan, type DemoYear, liveThrough } from '#ingest/demo/demo-year.ts';
import { effectAt, type Happening } from '#ingest/demo/story.ts';
import type { Trace } from '#ingest/demo/trace.ts';

const plan: DemoPlan = {
  seed: 'consequences',
  now: Date.parse('2026-11-23T10:00:00Z'),
  conversations: 9900,
  months: 4,
  closures: [{ date: '2026-10-01', label: '国庆节' }],
};
const year = liveThrough(plan);
const control = liveThrough({ ...plan, eventsMatter: false });

/** How much the happenings of a year add at an instant, in multiples of a quiet hour. */
function stressAt(happenings: readonly Happening[], at: Instant): number {
  return happenings.reduce((sum, { effect, fromAt }) => sum + (effect === null ? 0 : effectAt(effect, at - fromAt)), 0);
}

const stressful = (at: Instant): boolean => stressAt(year.timeline.happenings, at) > 1.4;
const calm = (at: Instant): boolean =>
  stressAt(year.timeline.happenings, at - 48 * hour) < 0.1 && stressAt(year.timeline.happenings, at) < 0.1;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const share = (traces: readonly Trace[], holds: (trace: Trace) => boolean): number => traces.filter(holds).length / traces.length;

/** First answer of ours after the first message; what has none waits to the end of the demo. */
function firstWait(trace: Trace): number {
  const answer = trace.turns.find((turn) => turn.actor === 'agent' && turn.visibility === 'public');
  return (answer?.at ?? plan.now) - trace.arrival.at;
}

/** What the same hours of the same year show, whether or not its happenings moved anybody. */
function figures(lived: DemoYear, within: (at: Instant) => boolean) {
  const hours = Array.from({ length: Math.floor((plan.now - lived.startAt) / hour) }, (_, nth) => lived.startAt + nth * hour).filter(
    within,
  ).length;
  const traces = lived.traces.filter((trace) => trace.origin === null && within(trace.arrival.at));
  const letters = traces.filter(({ channel }) => channel === 'email' || channel === 'web_form');
  const chats = traces.filter(({ channel }) => channel === 'chat');
  const rated = traces.filter(({ channel, ratings }) => channel !== 'app_store_review' && ratings.length > 0);
  return {
    perHour: traces.length / hours,
    lettersInADay: share(letters, (trace) => firstWait(trace) <= 24 * hour),
    chatsInTime: share(chats, (trace) => firstWait(trace) <= 5 * minute),
    medianLetter: median(letters.map(firstWait)),
    nudged: share(letters, (trace) => trace.nudges > 0),
    satisfied: share(rated, (trace) => (trace.ratings[0]?.value ?? 0) >= 4),
    furious: share(traces, (trace) => trace.turns[0]?.tone === 2),
  };
}

describe('the demo company in trouble', () => {
  const [peak, quiet] = [figures(year, stressful), figures(year, calm)];

  it('is written to far more often', () => {
    expect(peak.perHour).toBeGreaterThan(2 * quiet.perHour);
  });

  it('answers later, in letters and in chats', () => {
    expect(quiet.lettersInADay).toBeGreaterThan(0.83);
    expect(peak.lettersInADay).toBeLessThan(quiet.lettersInADay - 0.1);
    expect(peak.medianLetter).toBeGreaterThan(1.5 * quiet.medianLetter);
    expect(peak.chatsInTime).toBeLessThan(quiet.chatsInTime - 0.03);
  });

  it('is asked again more often, by angrier people, who like it less', () => {
    expect(peak.nudged).toBeGreaterThan(1.5 * quiet.nudged);
    expect(peak.furious).toBeGreaterThan(1.5 * quiet.furious);
    expect(peak.satisfied).toBeLessThan(quiet.satisfied - 0.08);
  });

  it('shows none of that in the same hours where happenings move nobody', () => {
    const [samePeak, sameQuiet] = [figures(control, stressful), figures(control, calm)];
    expect(samePeak.perHour).toBeLessThan(1.35 * sameQuiet.perHour);
    expect(Math.abs(samePeak.lettersInADay - sameQuiet.lettersInADay)).toBeLessThan(0.1);
    expect(samePeak.medianLetter).toBeLessThan(1.4 * sameQuiet.medianLetter);
    expect(Math.abs(samePeak.satisfied - sameQuiet.satisfied)).toBeLessThan(0.08);
    expect(samePeak.furious).toBeLessThan(1.4 * sameQuiet.furious);
  });
});

describe('the demo company on the whole', () => {
  it('keeps believable levels', () => {
    const never = share(
      year.traces,
      (trace) => trace.changes.at(-1)?.by === 'system' && !trace.turns.some((turn) => turn.actor === 'agent'),
    );
    expect(never).toBeGreaterThan(0.006);
    expect(never).toBeLessThan(0.04);
    const wrong = share(year.traces, (trace) => trace.wasWrongLanguage);
    expect(wrong).toBeGreaterThan(0.01);
    expect(wrong).toBeLessThan(0.08);
    expect(share(year.traces, (trace) => trace.reopened)).toBeGreaterThan(0.03);
    expect(share(year.traces, (trace) => trace.isComplaint)).toBeGreaterThan(0.003);
    expect(share(year.traces, (trace) => trace.exclusion === 'merged_into')).toBeGreaterThan(0.003);
    expect(year.traces.some((trace) => trace.turns[0]?.role === 'public-complaint')).toBe(true);
    expect(year.traces.some((trace) => trace.turns.some((turn) => turn.role === 'withdraw'))).toBe(true);
  });

  it('answers chats in minutes and letters in hours', () => {
    const of = (channel: string): number =>
      median(year.traces.filter((trace) => trace.channel === channel && trace.exclusion === null).map(firstWait));
    expect(of('chat')).toBeGreaterThan(minute);
    expect(of('chat')).toBeLessThan(3.2 * minute);
    expect(of('email')).toBeGreaterThan(2 * hour);
    expect(of('email')).toBeLessThan(14 * hour);
    expect(of('phone')).toBeLessThan(2 * minute);
  });

  it('forgets few for long and nobody for ever', () => {
    const waiting = year.traces.filter((trace) => trace.waitingSince !== null && !trace.isOver && trace.exclusion === null);
    const days = waiting.map((trace) => (plan.now - (trace.waitingSince ?? plan.now)) / (24 * hour));
    expect(days.length).toBeGreaterThan(20);
    // Some thirty wait, so their share moves by several points with every change of the story.
    expect(days.filter((age) => age > 14).length).toBeLessThan(days.length / 5);
    expect(Math.max(...days)).toBeLessThan(36);
  });

  it('takes calls on working days only', () => {
    const closed = year.traces.filter(
      ({ channel, arrival }) => channel === 'phone' && /^2026-10-01/.test(new Date(arrival.at + 8 * hour).toISOString()),
    );
    expect(closed).toEqual([]);
  });

  it('leaves exactly as many conversations as were asked for, none later than now', () => {
    expect(year.traces.length + year.spam).toBe(plan.conversations);
    expect(year.traces.filter((trace) => trace.arrival.at >= plan.now)).toEqual([]);
    const kept = new Set(year.traces);
    expect(year.traces.filter((trace) => trace.exclusion === 'merged_into' && trace.origin !== null && !kept.has(trace.origin))).toEqual(
      [],
    );
  });

  it('has several offices where one could not do the work', () => {
    const busy = liveThrough({ ...plan, months: 1, conversations: 6000 });
    expect(busy.traces.length + busy.spam).toBe(6000);
  });
});
