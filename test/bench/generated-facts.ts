// A made-up company of any size: conversations over 24 months with the rhythm of a week, spikes, and waits of every length.
import type { FactRecord, WaitRecord } from '#db/model/fact-record.ts';
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import { type Random, seededRandom } from '#test/support/random.ts';

/** 24 months that end before the report. */
export const span = { from: Date.UTC(2024, 10, 1), to: Date.UTC(2026, 10, 1) } as const;
export const reportAt: Instant = span.to + 12 * hour;

export const sizes = { channel: 6, category: 20, language: 12, team: 8 } as const;
/** Every category has so many recurring issues of its own. */
export const issuesOfCategory = 4;

const promiseMs = [24 * hour, 5 * minute, 24 * hour, 4 * hour, 24 * hour, 3 * day] as const;
/** Arrivals by UTC hour and by weekday from Sunday on: a company whose customers live eight hours east. */
const hourWeights = [9, 10, 9, 8, 8, 9, 10, 10, 9, 8, 7, 8, 8, 7, 5, 3, 2, 1, 1, 1, 2, 3, 5, 7] as const;
const weekdayWeights = [6, 11, 12, 12, 11, 11, 8] as const;

/** A standard normal number (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** Few values are frequent and many are rare, as channels, languages and topics are. */
function skewed(random: Random, size: number): number {
  return Math.floor(size * random.next() ** 1.8);
}

/** How many arrive in each hour of the span: `count` in all, spikes on a few dozen days. */
function hourlyCounts(random: Random, count: number): Int32Array {
  const hours = (span.to - span.from) / hour;
  const spikes = new Map(Array.from({ length: 30 }, () => [random.int(0, hours / 24 - 1), 2 + 2 * random.next()]));
  const weights = Float64Array.from({ length: hours }, (_, index) => {
    const weekday = new Date(span.from + index * hour).getUTCDay();
    return (hourWeights[index % 24] ?? 1) * (weekdayWeights[weekday] ?? 1) * (spikes.get(Math.floor(index / 24)) ?? 1);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let reached = 0;
  let given = 0;
  return Int32Array.from(weights, (weight) => {
    reached += weight;
    const upTo = Math.round((count * reached) / sum);
    const here = upTo - given;
    given = upTo;
    return here;
  });
}

type Place = { readonly channel: number; readonly agent: string };

function waitFrom(random: Random, place: Place, fromAt: Instant, ordinal: number): WaitRecord {
  const due = promiseMs[place.channel] ?? day;
  // Log-normal: a median of half the promise, and a tail that runs into weeks.
  const waitMs = Math.round(due * 0.5 * Math.exp(1.5 * normal(random)));
  const chance = random.next();
  const isUnanswered = chance < 0.15;
  const isClosed = chance < 0.11;
  const untilAt = isUnanswered ? (isClosed ? fromAt + Math.round(3 * day + 4 * day * random.next()) : null) : fromAt + waitMs;
  const hasEnded = untilAt !== null && untilAt <= reportAt;
  const state = !hasEnded ? 'open' : isClosed ? 'closed_unanswered' : 'answered';
  return {
    ordinal,
    fromAt,
    untilAt: hasEnded ? untilAt : null,
    state,
    exclusion: null,
    nudges: random.chance(0.12) ? 1 : 0,
    calendarMs: hasEnded ? untilAt - fromAt : null,
    workingMs: null,
    dueAt: fromAt + due,
    promiseId: 'promise',
    promiseVersion: 1,
    calendarId: null,
    calendarVersion: null,
    answeredBy: null,
    firstAnyAt: null,
    languageMatch: state === 'answered' ? random.chance(0.9) : null,
    arrivedOutOfHours: false,
    repliedOutOfHours: false,
    clamped: false,
    agent: state === 'answered' ? place.agent : null,
  };
}

/** A third belongs to a recurring issue of its category, the first of them being the largest. */
function issueOf(random: Random, category: number): string | null {
  return random.chance(0.35) ? `issue-${category * issuesOfCategory + skewed(random, issuesOfCategory)}` : null;
}

/** Scores in ten-thousandths, as the store has them; some texts are too unsure to say, and some have not been scored. */
function moodOf(random: Random): Pick<FactRecord, 'sentiment' | 'sentimentScore'> {
  const chance = random.next();
  if (chance < 0.15) return { sentiment: chance < 0.07 ? null : 'abstained', sentimentScore: null };
  const score = Math.round(10_000 * Math.max(-1, Math.min(1, 0.45 * normal(random) - 0.05))) / 10_000;
  return { sentiment: score < -0.25 ? 'neg' : score > 0.25 ? 'pos' : 'neu', sentimentScore: score };
}

function recordAt(random: Random, id: number, arrivedAt: Instant): FactRecord {
  const category = skewed(random, sizes.category);
  const channel = skewed(random, sizes.channel);
  const place = { channel, agent: `agent-${random.int(1, 60)}` };
  const waits = [waitFrom(random, place, arrivedAt, 1)];
  const first = waits[0];
  if (first !== undefined && first.state === 'answered' && first.untilAt !== null && random.chance(0.3)) {
    const againAt = first.untilAt + Math.round(hour * 20 * random.next());
    if (againAt < reportAt) waits.push(waitFrom(random, place, againAt, 2));
  }
  const last = waits.at(-1);
  const endAt = last?.untilAt ?? null;
  const solvedAt = endAt !== null && random.chance(0.9) ? endAt + Math.round(day * random.next()) : null;
  const isSolved = solvedAt !== null && solvedAt <= reportAt;
  const ratedAt = isSolved ? solvedAt + Math.round(day * random.next()) : null;
  return {
    id,
    change: id,
    externalId: `conversation-${id}`,
    sourceId: 'made-up',
    channel: `channel-${channel}`,
    category: `category-${category}`,
    language: `language-${skewed(random, sizes.language)}`,
    team: `team-${skewed(random, sizes.team)}`,
    country: null,
    agent: first?.agent ?? null,
    arrivedAt,
    exclusion: null,
    isComplaint: false,
    hasCustomer: true,
    ...moodOf(random),
    harm: null,
    risk: null,
    issue: issueOf(random, category),
    told: null,
    lastMessageAt: endAt ?? arrivedAt,
    waits,
    episodes: [
      {
        ordinal: 1,
        openedAt: arrivedAt,
        solvedAt: isSolved ? solvedAt : null,
        solvedBy: isSolved ? 'agent' : null,
        calendarMs: isSolved ? solvedAt - arrivedAt : null,
        workingMs: null,
        countsAsSolved: isSolved,
        reopened: isSolved && random.chance(0.08),
        agent: isSolved ? place.agent : null,
      },
    ],
    ratings:
      ratedAt !== null && ratedAt <= reportAt && random.chance(0.3)
        ? [{ kind: 'csat', value: random.pick([1, 2, 3, 4, 4, 5, 5, 5] as const), scaleMin: 1, scaleMax: 5, at: ratedAt }]
        : [],
  };
}

/** `count` conversations in the order of their arrival; the same every time. */
export function* generatedFacts(count: number): Generator<FactRecord> {
  const random = seededRandom(20261101);
  let id = 0;
  for (const [index, here] of hourlyCounts(random, count).entries()) {
    const offsets = Array.from({ length: here }, () => random.int(0, hour - 1)).toSorted((a, b) => a - b);
    for (const offset of offsets) {
      id += 1;
      yield recordAt(random, id, span.from + index * hour + offset);
    }
  }
}
