// What each metric counts, read from the fact records one by one: the plain words of the metric cards as plain code.
import { workingMs } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import type { EpisodeRecord, FactRecord, WaitRecord } from '#db/model/fact-record.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { Dimension, MetricId, Plan } from '#db/model/metric.ts';
import { complaintItems, rungOf } from './reference-complaints.ts';
import { offerItems, ratingItems } from './reference-ratings.ts';
import { reviewItems } from './reference-reviews.ts';
import { judgeScores, urgencyOf } from './reference-scores.ts';

/** One thing that a metric looks at. `reason` set: left out by that name. */
export type Item = {
  readonly record: FactRecord;
  readonly at: Instant | null;
  readonly agent: string | null;
  readonly reason: string | null;
  readonly isApart: boolean;
  readonly isHit: boolean;
  readonly isYoung: boolean;
  readonly ending: 'answered' | 'waiting' | 'neverAnswered' | null;
  readonly ms: number | null;
  readonly label: string | null;
  /** Of a reviewed reply: one over the chance of its draw, and its score. */
  readonly drawn?: { readonly weight: number; readonly score: number };
};

type Judged = Partial<Omit<Item, 'record' | 'at' | 'agent'>>;

/** An item that counts, has no ending and no duration. */
export const plain = { reason: null, isApart: false, isHit: false, isYoung: false, ending: null, ms: null, label: null };

export function dimensionOf(item: Pick<Item, 'record' | 'agent'>, dimension: Dimension, asOf: Instant): string {
  const { record } = item;
  const values = {
    channel: record.channel,
    category: record.category,
    language: record.language,
    team: record.team,
    source: record.sourceId,
    agent: item.agent,
    country: record.country,
    sentiment: record.sentiment,
    urgency: urgencyOf(record, asOf),
    risk: record.risk,
    issue: record.issue,
    complaint: rungOf(record),
  };
  return values[dimension] ?? 'none';
}

/** The items of a question before range and filters; what is not known yet at `asOf` is missing. */
export function itemsOf(records: readonly FactRecord[], calendars: readonly Calendar[], plan: Plan): Item[] {
  return records.flatMap((record) => {
    switch (plan.metric) {
      case 'arrivals':
        return [arrival(record)];
      case 'sentiment':
      case 'negative-share':
      case 'category-share':
      case 'urgent-share':
      case 'unscored-share':
      case 'told-share':
        return [scoredArrival(record, plan)];
      case 'csat':
      case 'nps':
      case 'ces':
        return ratingItems(record, plan);
      case 'survey-response-rate':
        return offerItems(record, plan);
      case 'quality-score':
      case 'quality-pass-rate':
      case 'critical-error-rate':
        return reviewItems(record, plan);
      case 'resolution-time':
      case 'reopen-rate':
        return [...timelessOf(record), ...record.episodes.flatMap((episode, index) => ofEpisode(record, episode, index, calendars, plan))];
      case 'complaints':
      case 'complaint-acknowledged':
      case 'complaint-decided':
      case 'complaint-overdue':
      case 'complaint-climbs':
      case 'no-reply-claims':
        return complaintItems(record, plan);
      case 'notice-coverage':
        return record.waits.flatMap((wait) => ofWait(record, wait, calendars, plan));
      default:
        return [...timelessOf(record), ...record.waits.flatMap((wait) => ofWait(record, wait, calendars, plan))];
    }
  });
}

function arrival(record: FactRecord): Item {
  const reason = record.exclusion ?? (record.arrivedAt !== null ? null : record.hasCustomer ? 'no_time' : 'agent_initiated');
  // Without an arrival only the last message can place it.
  return { ...plain, record, at: record.arrivedAt ?? record.lastMessageAt, agent: record.agent, reason, isHit: reason === null };
}

function scoredArrival(record: FactRecord, plan: Plan): Item {
  const item = arrival(record);
  return item.reason === null ? { ...item, ...judgeScores(record, plan) } : { ...item, isHit: false };
}

function timelessOf(record: FactRecord): Item[] {
  if (record.arrivedAt !== null || !record.hasCustomer || record.exclusion !== null) return [];
  return [{ ...plain, record, at: record.lastMessageAt, agent: record.agent, reason: 'no_time' }];
}

function ofEpisode(record: FactRecord, episode: EpisodeRecord, index: number, calendars: readonly Calendar[], plan: Plan): Item[] {
  const { asOf } = plan;
  if (episode.openedAt > asOf) return [];
  const solvedAt = episode.solvedAt !== null && episode.solvedAt <= asOf ? episode.solvedAt : null;
  const at = plan.population === 'event' ? solvedAt : episode.openedAt;
  if (at === null) return [];
  const base = { ...plain, record, at, agent: episode.agent };
  if (record.exclusion !== null) return [{ ...base, reason: record.exclusion }];
  if (record.waits.some(({ exclusion }) => exclusion === 'answers_not_visible')) return [{ ...base, reason: 'answers_not_visible' }];
  if (plan.metric === 'reopen-rate') {
    if (solvedAt === null) return [{ ...base, reason: 'not_solved' }];
    if (!episode.countsAsSolved) return [{ ...base, reason: 'closed_unsolved' }];
    const next = record.episodes[index + 1];
    const isSoon = next !== undefined && next.openedAt >= solvedAt && next.openedAt - solvedAt <= 7 * day;
    const isHit = episode.reopened && (!isSoon || next.openedAt <= asOf);
    return [{ ...base, isHit, isYoung: !isHit && asOf - solvedAt <= 7 * day }];
  }
  const ending = solvedAt === null ? 'waiting' : episode.countsAsSolved ? 'answered' : 'neverAnswered';
  if (plan.clock === 'calendar') return [{ ...base, ending, ms: (solvedAt ?? asOf) - episode.openedAt }];
  const measurable = record.waits.filter((wait) => wait.calendarId !== null);
  const id = (measurable.findLast((wait) => wait.fromAt <= episode.openedAt) ?? measurable[0])?.calendarId ?? null;
  // A solution has its working time or none for good; only what was never solved is aged on the calendar of its waits.
  const hasCalendar = episode.solvedAt !== null ? episode.workingMs !== null : id !== null;
  if (!hasCalendar) return [{ ...base, reason: 'no_calendar' }];
  return [{ ...base, ending, ms: solvedAt !== null ? episode.workingMs : age(calendars, id, episode.openedAt, asOf) }];
}

function age(calendars: readonly Calendar[], id: string | null, from: Instant, to: Instant): number {
  const calendar = calendars.find((candidate) => candidate.id === id);
  return calendar === undefined ? 0 : workingMs(calendar, from, to);
}

const firstOnly: readonly MetricId[] = [
  'notice-coverage',
  'answered-within-promise',
  'first-response-time',
  'answered-by',
  'never-answered',
];
const timed: readonly MetricId[] = ['first-response-time', 'next-response-time', 'answered-by'];

function ofWait(record: FactRecord, wait: WaitRecord, calendars: readonly Calendar[], plan: Plan): Item[] {
  const { asOf, metric } = plan;
  if (wait.fromAt > asOf) return [];
  // What ended at an unknown instant ended at once, as far as anybody can tell.
  const endAt = wait.state === 'open' ? null : (wait.untilAt ?? wait.fromAt);
  const until = endAt !== null && endAt <= asOf ? endAt : null;
  const at = plan.population === 'event' ? until : wait.fromAt;
  if (at === null) return [];
  const isFirst = record.waits.some((other) => other.ordinal >= 1) ? wait.ordinal === 1 : wait === record.waits[0];
  if (firstOnly.includes(metric) && !isFirst) return [];
  if (metric === 'next-response-time' && isFirst) return [];
  const judged = judgeWait(wait, until, plan);
  if (judged === null) return [];
  const item = { ...plain, record, at, agent: wait.agent, ...judged };
  if (!timed.includes(metric) || item.reason !== null) return [item];
  if (plan.clock === 'calendar') return [{ ...item, ms: (until ?? asOf) - wait.fromAt }];
  const hasCalendar = wait.state === 'answered' ? wait.workingMs !== null : wait.calendarId !== null;
  if (!hasCalendar) return [{ ...plain, record, at, agent: wait.agent, reason: 'no_calendar' }];
  return [{ ...item, ms: item.ending === 'answered' ? wait.workingMs : age(calendars, wait.calendarId, wait.fromAt, until ?? asOf) }];
}

function judgeNotice(wait: WaitRecord, until: Instant | null, asOf: Instant): Judged | null {
  const { told, fromAt } = wait;
  if (told === undefined) return null;
  if (wait.state === 'excluded') return { reason: wait.exclusion };
  const ms = (until ?? asOf) - fromAt;
  if (until !== null && wait.state === 'answered') {
    const label = ms < told.minMs ? 'sooner' : ms > told.maxMs ? 'later' : 'within';
    return { ending: 'answered', isHit: label === 'within', label };
  }
  if (until !== null && wait.state === 'withdrawn')
    return ms > told.maxMs ? { ending: 'neverAnswered', label: 'later' } : { reason: 'withdrawn' };
  const ending = until === null ? 'waiting' : 'neverAnswered';
  return asOf > fromAt + told.maxMs ? { ending, label: 'later' } : { isApart: true, isYoung: true };
}

function judgeWait(wait: WaitRecord, until: Instant | null, plan: Plan): Judged | null {
  const { asOf, metric } = plan;
  if (metric === 'notice-coverage') return judgeNotice(wait, until, asOf);
  if (wait.state === 'excluded') return { reason: wait.exclusion };
  const isOverdue = until === null && wait.dueAt !== null && asOf > wait.dueAt;
  const isAnswered = until !== null && wait.state === 'answered';
  const isClosed = until !== null && wait.state === 'closed_unanswered';
  const isWithdrawn = until !== null && wait.state === 'withdrawn';
  if (metric === 'overdue') {
    if (until !== null) return null;
    if (wait.dueAt === null) return { reason: 'no_promise' };
    return isOverdue ? { ending: 'waiting' } : null;
  }
  if (metric === 'answered-within-promise') {
    const isInTime = wait.untilAt !== null && wait.dueAt !== null && wait.untilAt <= wait.dueAt;
    if (isWithdrawn && (wait.dueAt === null || isInTime)) return { reason: 'withdrawn' };
    if (wait.dueAt === null) return { reason: 'no_promise' };
    if (isAnswered) return { ending: 'answered', isHit: isInTime };
    if (isClosed || isWithdrawn) return { ending: 'neverAnswered' };
    return isOverdue ? { ending: 'waiting' } : { isApart: true, isYoung: true };
  }
  if (isWithdrawn) return { reason: 'withdrawn' };
  if (metric === 'language-match') {
    if (!isAnswered) return { reason: 'not_answered' };
    return wait.languageMatch === null ? { reason: 'language_unknown' } : { isHit: wait.languageMatch };
  }
  const ending = isAnswered ? 'answered' : isClosed ? 'neverAnswered' : 'waiting';
  const isHit = (metric === 'nudged-waits' && wait.nudges > 0) || (metric === 'never-answered' && isClosed);
  return { ending, isHit, isYoung: until === null && wait.dueAt !== null && !isOverdue };
}
