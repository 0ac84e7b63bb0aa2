// Habits per channel: when written work is read, how long it takes, how patient people are and how fast they write back.
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import type { Category, Channel } from './company.ts';
import type { Lane } from './lines.ts';
import { dayStart, localDay, weekday } from './local-time.ts';

type Habit = {
  readonly lane: Lane;
  /** Local hours at which new items are read and put into line, on working days and on rest days; null: at once. */
  readonly rounds: { readonly working: readonly number[]; readonly rest: readonly number[] } | null;
  /** Median working time of one answer. */
  readonly workMs: number;
  /** What customers find normal; more makes them cross. */
  readonly expectedMs: number;
  /** Median time until somebody asks again. */
  readonly patienceMs: number;
  /** Median time until the customer writes back to a question. */
  readonly writeBackMs: number;
  /** An unanswered item is closed by a timer after this long. */
  readonly expiryMs: number;
  /** Share of items that are filed wrongly and seen by nobody. */
  readonly lost: number;
  /** Most exchanges that make sense here. */
  readonly mostRounds: number;
};

const mailRounds = { working: [5, 8.5, 10.5, 13, 15, 17, 19, 22.5], rest: [5, 10, 13, 17, 22] } as const;

/** One row per channel; `chat` and `phone` are live, so their rounds are null. */
export const habits: Readonly<Record<Channel, Habit>> = {
  chat: {
    lane: 'chat',
    rounds: null,
    workMs: 5 * minute,
    expectedMs: 4 * minute,
    patienceMs: 6.5 * minute,
    writeBackMs: 50_000,
    expiryMs: 2 * day,
    lost: 0.006,
    mostRounds: 4,
  },
  phone: {
    lane: 'call',
    rounds: null,
    workMs: 7 * minute,
    expectedMs: 2 * minute,
    patienceMs: 5 * minute,
    writeBackMs: 12_000,
    expiryMs: 12 * hour,
    lost: 0,
    mostRounds: 4,
  },
  email: {
    lane: 'letter',
    rounds: mailRounds,
    workMs: 50 * minute,
    expectedMs: 10 * hour,
    patienceMs: 15 * hour,
    writeBackMs: 5 * hour,
    expiryMs: 12 * day,
    lost: 0.023,
    mostRounds: 4,
  },
  web_form: {
    lane: 'letter',
    rounds: mailRounds,
    workMs: 47 * minute,
    expectedMs: 11 * hour,
    patienceMs: 17 * hour,
    writeBackMs: 6 * hour,
    expiryMs: 12 * day,
    lost: 0.025,
    mostRounds: 4,
  },
  forum: {
    lane: 'letter',
    rounds: { working: [10, 16], rest: [] },
    workMs: 38 * minute,
    expectedMs: 18 * hour,
    patienceMs: 30 * hour,
    writeBackMs: 7 * hour,
    expiryMs: 14 * day,
    lost: 0.025,
    mostRounds: 3,
  },
  twitter: {
    lane: 'short',
    rounds: { working: [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21], rest: [11, 16, 20] },
    workMs: 14 * minute,
    expectedMs: 4 * hour,
    patienceMs: 5 * hour,
    writeBackMs: 50 * minute,
    expiryMs: 5 * day,
    lost: 0.022,
    mostRounds: 2,
  },
  app_store_review: {
    lane: 'short',
    rounds: { working: [14.5], rest: [] },
    workMs: 12 * minute,
    expectedMs: 40 * hour,
    patienceMs: 400 * hour,
    writeBackMs: 30 * hour,
    expiryMs: 12 * day,
    lost: 0.03,
    mostRounds: 1,
  },
};

/** When something that came in at an instant is read; live channels at once. */
export function readAt(channel: Channel, at: Instant, closedDays: ReadonlySet<number>): Instant {
  const rounds = habits[channel].rounds;
  if (rounds === null) return at;
  for (let dayNumber = localDay(at); ; dayNumber += 1) {
    const isRest = weekday(dayNumber) >= 5 || closedDays.has(dayNumber);
    for (const round of isRest ? rounds.rest : rounds.working) {
      const start = dayStart(dayNumber) + round * hour;
      if (start >= at) return start;
    }
  }
}

/** How much longer an answer takes for what it is about. */
export function workFactor(category: Category): number {
  if (category === 'security.theft') return 1.7;
  if (category.startsWith('deposit.')) return 1.15;
  if (category === 'praise') return 0.4;
  if (category === 'feature-request') return 0.7;
  if (category.startsWith('support.') || category === 'complaint-regulator') return 1.25;
  return 1;
}

/** Share of conversations that the first line cannot settle. */
export function escalationShare(category: Category, story: string | undefined): number {
  if (story === 'stuck-pending' && category.startsWith('deposit.')) return 0.34;
  if (category === 'app.crash' || category === 'deposit.wrong-network') return 0.17;
  if (category === 'deposit.late' || category === 'deposit.failed') return 0.1;
  if (category === 'deposit.wrong-amount' || category === 'trade.swap') return 0.12;
  if (category === 'app.connection' || category === 'app.performance') return 0.07;
  return 0.015;
}
