// Random conversations as fact records: every state, exclusion, promise and gap that facts can have, in small numbers.
import { workingMs } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import type { ComplaintClockRecord, ComplaintRecord } from '#db/model/complaint.ts';
import type { EpisodeRecord, FactRecord, ReviewRecord, WaitRecord } from '#db/model/fact-record.ts';
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import type { ServicePromise } from '#db/model/promise.ts';
import { calendarOf } from './fact-settings.ts';
import { type Random, seededRandom } from './random.ts';
import { randomDuration, randomOffer, randomRating } from './random-ratings.ts';

export type RandomFacts = {
  readonly records: readonly FactRecord[];
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
};

const calendars: readonly Calendar[] = [calendarOf('business', 'Europe/Berlin', false), calendarOf('always', 'Europe/Berlin', true)];

const promises: readonly ServicePromise[] = [
  {
    id: 'mail',
    label: 'Mail',
    stage: 'reply',
    channels: ['email'],
    versions: [
      {
        promiseId: 'mail',
        version: 1,
        validFrom: null,
        type: 'calendar',
        durationMs: 24 * hour,
        workingDays: null,
        calendarId: 'business',
      },
    ],
  },
  {
    id: 'chat',
    label: 'Chat',
    stage: 'reply',
    channels: ['chat'],
    versions: [
      {
        promiseId: 'chat',
        version: 1,
        validFrom: null,
        type: 'working-time',
        durationMs: 5 * minute,
        workingDays: null,
        calendarId: 'always',
      },
    ],
  },
];

const promiseOf: Readonly<Record<string, { readonly ms: number; readonly id: string; readonly calendarId: string }>> = {
  email: { ms: 24 * hour, id: 'mail', calendarId: 'business' },
  chat: { ms: 5 * minute, id: 'chat', calendarId: 'always' },
};

/** `count` conversations that arrive between `from` and `to`, ids from 1 on, each with a change number of its own. */
export function randomFacts(seed: number, count: number, span: { readonly from: Instant; readonly to: Instant }): RandomFacts {
  const random = seededRandom(seed);
  return { records: Array.from({ length: count }, (_, index) => randomRecord(random, index + 1, span)), calendars, promises };
}

/** One more record, for a conversation that may exist already: what an update looks like. */
export function randomRecord(random: Random, id: number, span: { readonly from: Instant; readonly to: Instant }, change = id): FactRecord {
  const hasCustomer = random.chance(0.96);
  const hasTime = hasCustomer && random.chance(0.95);
  const exclusion = random.chance(0.06) ? random.pick(['spam', 'merged_into', 'deleted', 'test'] as const) : null;
  // Edges of buckets are where mistakes live, so many instants lie exactly on a quarter of an hour.
  const arrivedAt = hasTime ? atEdge(random, random.int(span.from, span.to)) : null;
  const channel = random.pick(['email', 'chat', 'forum', 'phone'] as const);
  const waits = arrivedAt === null ? [] : randomWaits(random, { channel, exclusion, arrivedAt });
  const last = waits.at(-1);
  return withReviews({
    id,
    change,
    externalId: `c-${id}`,
    sourceId: random.pick(['desk', 'shop'] as const),
    channel,
    category: random.chance(0.2) ? null : random.pick(['card', 'login', 'fees'] as const),
    language: random.pick(['en', 'zh-Hans', 'de', 'und'] as const),
    team: random.chance(0.3) ? null : random.pick(['north', 'south'] as const),
    country: random.chance(0.5) ? null : random.pick(['DE', 'CN'] as const),
    agent: waits.find((wait) => wait.agent !== null)?.agent ?? null,
    arrivedAt,
    exclusion,
    isComplaint: false,
    hasCustomer,
    ...randomScores(random),
    ...randomComplaint(id, arrivedAt, waits),
    lastMessageAt: last === undefined ? (random.chance(0.5) ? random.int(span.from, span.to) : null) : (last.untilAt ?? last.fromAt),
    waits,
    episodes: arrivedAt === null ? [] : randomEpisodes(random, arrivedAt, waits),
    ratings: Array.from({ length: random.pick([0, 0, 1, 2] as const) }, () => randomRating(random, arrivedAt, span)),
    offers: Array.from({ length: random.pick([0, 0, 1, 2] as const) }, () =>
      randomOffer(random, arrivedAt ?? random.int(span.from, span.to)),
    ),
  });
}

/** Some answered waits have a reviewed reply; read off the wait, so that it takes nothing from the random numbers. */
function withReviews(record: FactRecord): FactRecord {
  const reviews = record.waits.flatMap(({ fromAt, untilAt, state, agent }): ReviewRecord[] => {
    const turn = Math.floor(fromAt / minute) % 12;
    if (state !== 'answered' || untilAt === null || turn > 7) return [];
    const basis = turn === 6 ? 'hand' : turn === 7 ? 'disputed' : 'sample';
    const score = turn === 5 || basis === 'disputed' ? null : turn === 0 ? 0 : 0.4 + turn / 8;
    const outcome = score === null ? null : turn === 0 ? 'critical' : score >= 0.75 ? 'passed' : 'below';
    return [{ basis, replyAt: untilAt, reviewedAt: untilAt + turn * day, weight: 1 + turn * turn, score, outcome, agent }];
  });
  return reviews.length === 0 ? record : { ...record, reviews };
}

/** Of three conversations one is more or less of a complaint; read off its id and its waits, so that it takes nothing from the random numbers. */
function randomComplaint(id: number, arrivedAt: Instant | null, waits: readonly WaitRecord[]): Pick<FactRecord, 'complaint'> {
  const rung = (['none', 'ticket', 'public', 'formal', 'regulator', 'formal'] as const)[id % 18];
  if (rung === undefined || arrivedAt === null) return {};
  const turn = Math.floor(id / 18);
  const at = arrivedAt + (turn % 3) * hour;
  const [wait] = waits;
  const verdict = (['true', 'half-true', 'answered', 'never-received'] as const)[turn % 5];
  const from = (['ticket', 'public'] as const)[turn % 4];
  const complaint: ComplaintRecord = {
    rung,
    at,
    isByHand: turn % 7 === 0,
    clocks:
      wait === undefined || !(rung === 'formal' || rung === 'regulator')
        ? []
        : [toClock('complaint-acknowledged', wait, 3), toClock('complaint-decided', waits.at(-1) ?? wait, 15)],
    claim: verdict === undefined ? null : { at, verdict, isConfirmed: turn % 2 === 0 },
    climb: from === undefined ? null : { from, at: at - turn * day },
  };
  return { complaint };
}

function toClock(stage: ComplaintClockRecord['stage'], wait: WaitRecord, days: number): ComplaintClockRecord {
  const { fromAt, untilAt, state, exclusion, workingMs: worked, calendarId, promiseId, promiseVersion, dueAt } = wait;
  return {
    stage,
    fromAt,
    untilAt,
    state,
    exclusion,
    workingMs: worked,
    calendarId,
    promiseId,
    promiseVersion,
    dueAt: dueAt === null ? null : fromAt + days * day,
  };
}

function randomScores(random: Random): Pick<FactRecord, 'sentiment' | 'sentimentScore' | 'harm' | 'risk' | 'issue' | 'told'> {
  const sentiment = random.pick(['neg', 'neg', 'neu', 'pos', 'pos', 'abstained', 'unsupported', 'no_text', null] as const);
  const isLabel = sentiment === 'neg' || sentiment === 'neu' || sentiment === 'pos';
  return {
    sentiment,
    sentimentScore: isLabel ? random.next() * 2 - 1 : null,
    harm: random.pick(['low', 'low', 'normal', 'high', 'critical', null] as const),
    risk: random.chance(0.7) ? null : random.pick(['secret-exposed', 'asks-for-secret'] as const),
    issue: random.chance(0.6) ? null : random.pick(['issue-1', 'issue-2'] as const),
    told: random.chance(0.5) ? null : random.pick(['told', 'to-tell'] as const),
  };
}

function atEdge(random: Random, at: Instant): Instant {
  return random.chance(0.4) ? Math.floor(at / (15 * minute)) * 15 * minute + random.pick([0, 0, -1, 1] as const) : at;
}

function randomWaits(
  random: Random,
  place: { readonly channel: string; readonly exclusion: FactRecord['exclusion']; readonly arrivedAt: Instant },
): WaitRecord[] {
  const waits: WaitRecord[] = [];
  let fromAt = place.arrivedAt;
  // Of all waits of a conversation or of none; read off the arrival, so that it takes no random number.
  const isHidden = Math.floor(fromAt / minute) % 23 === 0;
  let ordinal = random.chance(0.05) ? 2 : 1;
  const count = random.pick([1, 1, 1, 2, 3] as const);
  for (let index = 0; index < count; index += 1) {
    const isLast = index === count - 1;
    const needsNone = place.exclusion === null && random.chance(0.1);
    const own = needsNone ? 'no_reply_needed' : place.exclusion === null && isHidden ? 'answers_not_visible' : null;
    const wait = randomWait(random, { ...place, fromAt, isLast, own, ordinal });
    waits.push(withNotice(wait, place.channel));
    if (wait.ordinal > 0) ordinal += 1;
    fromAt = atEdge(random, (wait.untilAt ?? fromAt) + 1 + random.int(0, 3 * day));
  }
  return waits;
}

/** Two channels of four have a notice most of the time; read off the arrival, so that it takes nothing from the random numbers. */
function withNotice(wait: WaitRecord, channel: string): WaitRecord {
  const turn = Math.floor(wait.fromAt / minute) % 7;
  if (wait.ordinal > 1 || turn === 0 || (channel !== 'email' && channel !== 'chat')) return wait;
  return { ...wait, told: { minMs: (turn - 1) * 5 * minute, maxMs: turn * turn * 20 * minute } };
}

type WaitPlace = {
  readonly channel: string;
  readonly exclusion: FactRecord['exclusion'];
  readonly fromAt: Instant;
  readonly isLast: boolean;
  readonly own: 'no_reply_needed' | 'answers_not_visible' | null;
  readonly ordinal: number;
};

function randomWait(random: Random, place: WaitPlace): WaitRecord {
  const { channel, fromAt, isLast, ordinal } = place;
  const exclusion = toWaitExclusion(place.exclusion) ?? place.own;
  const ended = ['answered', 'answered', 'answered', 'answered', 'closed_unanswered', 'withdrawn'] as const;
  const state = exclusion !== null ? 'excluded' : isLast && random.chance(0.25) ? 'open' : random.pick(ended);
  const hasUnknownEnd = state === 'closed_unanswered' && random.chance(0.2);
  const hasEnd = state !== 'open' && !hasUnknownEnd && (state !== 'excluded' || !isLast || random.chance(0.5));
  const untilAt = hasEnd ? fromAt + randomDuration(random) : null;
  const promise = random.chance(0.95) ? (promiseOf[channel] ?? null) : null;
  const calendar = promise === null ? null : (calendars.find((candidate) => candidate.id === promise.calendarId) ?? null);
  const isAnswered = state === 'answered';
  return {
    ordinal: exclusion === null ? ordinal : 0,
    fromAt,
    untilAt,
    state,
    exclusion,
    nudges: random.pick([0, 0, 0, 1, 2] as const),
    calendarMs: untilAt === null ? null : untilAt - fromAt,
    workingMs: untilAt === null || calendar === null ? null : workingMs(calendar, fromAt, untilAt),
    dueAt: promise === null ? null : fromAt + promise.ms,
    promiseId: promise?.id ?? null,
    promiseVersion: promise === null ? null : 1,
    calendarId: promise?.calendarId ?? null,
    calendarVersion: promise === null ? null : 1,
    answeredBy: isAnswered ? 'agent:1' : null,
    firstAnyAt: isAnswered ? untilAt : null,
    languageMatch: isAnswered ? random.pick([true, true, false, null] as const) : null,
    arrivedOutOfHours: false,
    repliedOutOfHours: false,
    clamped: false,
    agent: isAnswered ? random.pick(['Ann', 'Bo', 'Chen', 'Dee', null] as const) : null,
  };
}

function toWaitExclusion(exclusion: string | null): WaitRecord['exclusion'] {
  return exclusion === 'spam' || exclusion === 'merged_into' || exclusion === 'deleted' || exclusion === 'test' ? exclusion : null;
}

function randomEpisodes(random: Random, arrivedAt: Instant, waits: readonly WaitRecord[]): EpisodeRecord[] {
  const calendarId = waits[0]?.calendarId ?? null;
  const calendar = calendars.find((candidate) => candidate.id === calendarId) ?? null;
  const episodes: EpisodeRecord[] = [];
  let openedAt = arrivedAt;
  const count = random.pick([1, 1, 2, 3] as const);
  for (let index = 0; index < count; index += 1) {
    const isSolved = index < count - 1 || random.chance(0.7);
    const solvedAt = isSolved ? openedAt + randomDuration(random) : null;
    const nextAt = (solvedAt ?? openedAt) + 1 + random.int(0, 14 * day);
    const isFollowed = index < count - 1 && solvedAt !== null && nextAt - solvedAt <= 7 * day;
    episodes.push({
      ordinal: index + 1,
      openedAt,
      solvedAt,
      solvedBy: isSolved ? random.pick(['agent', 'customer', 'system'] as const) : null,
      calendarMs: solvedAt === null ? null : solvedAt - openedAt,
      workingMs: solvedAt === null || calendar === null ? null : workingMs(calendar, openedAt, solvedAt),
      countsAsSolved: isSolved && random.chance(0.9),
      reopened: isFollowed || (isSolved && random.chance(0.05)),
      agent: isSolved && random.chance(0.8) ? random.pick(['Ann', 'Bo', 'Chen'] as const) : null,
    });
    openedAt = nextAt;
  }
  return episodes;
}
