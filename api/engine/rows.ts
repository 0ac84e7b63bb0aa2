// The rows behind a number: the same scan, with the rows themselves instead of their figure.

import { getMetric } from '#api/metrics/index.ts';
import type { ComplaintTraits, NoticeTraits, RatingTraits } from '#api/metrics/metric.ts';
import { workingMs } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { isLoud } from '#db/model/complaint.ts';
import { AppError } from '#db/model/errors.ts';
import type { MetricRow, Plan, RowChoice, RowOutcome, RowPage, Rows } from '#db/model/metric.ts';
import type { Setting } from './answer.ts';
import type { AtomTable } from './atom-table.ts';
import { blockRows } from './blocks.ts';
import { complaintCodes, isClockCode } from './complaint-traits.ts';
import { none } from './dictionary.ts';
import { hasApart } from './figure.ts';
import { levelInstant, levelTables, openStretches } from './level.ts';
import { outlasting } from './level-steps.ts';
import { openQuestion, type Question } from './question.ts';
import { openPart, rowPart } from './row-parts.ts';
import { keepNamed, type StopCheck, scan } from './scan.ts';
import { scoreUnit } from './score-unit.ts';
import { conversationCodes, episodeCodes, noticeCodes, ratingCodes, reviewCodes, waitCodes } from './traits.ts';
import { urgencyCodes, urgencyNames } from './urgency-codes.ts';
import { hidesReviews } from './weighted-rows.ts';

/** A page longer than this belongs into an export, page by page. */
const longestPage = 10_000;

export function rowsOfPlan(setting: Setting, asked: Plan, page: RowPage): Rows {
  const { offset, limit, only, verdict, part } = page;
  if (!Number.isInteger(offset) || !Number.isInteger(limit) || offset < 0 || limit < 0 || limit > longestPage) {
    throw new AppError('invalid', `a page needs an offset of 0 or more and a limit of 0 to ${longestPage}`);
  }
  // Which groups a number is split into does not change the rows behind it.
  const question = openQuestion(setting, getMetric(asked.metric), asked);
  if (only !== undefined && question.metric.measure !== 'share' && question.metric.atom !== 'review') {
    throw new AppError('invalid', `only: ${asked.metric} is no share, so its rows do not divide into hits and misses`);
  }
  if (verdict !== undefined && asked.metric !== 'no-reply-claims')
    throw new AppError('invalid', `verdict: ${asked.metric} has no verdicts`);
  const isApart = part === openPart && hasApart(question.metric);
  if (isApart && only !== undefined) throw new AppError('invalid', 'only: what is still open is neither a hit nor a miss');
  const inPart = part === undefined || isApart ? null : rowPart(question, part, setting.checkStop);
  const counted = (half: RowOutcome | undefined) => {
    const rows = countedRows(question, { only: half, verdict, isApart }, setting.checkStop);
    return inPart === null ? rows : rows.filter(inPart.has);
  };
  const chosen = question.metric.measure === 'level' ? openRows(question, setting.checkStop) : counted(only);
  const isHidden = question.metric.atom === 'review' && hidesReviews(question, only === undefined ? chosen : counted(undefined));
  // The halves of a hidden list would tell what the list hides.
  if (isHidden && only !== undefined) throw new AppError('forbidden', 'reviews of so few replies, or of people by name, are not divided');
  const weighed = inPart?.weighed ?? null;
  const rows = toRows(setting, question, chosen, page).map(({ row, ...told }) => {
    if (isHidden) return { ...told, value: null, state: 'hidden' };
    return weighed === null ? told : { ...told, ...weighed(row) };
  });
  return { metric: question.plan.metric, n: chosen.length, offset, rows };
}

/** One page of chosen rows, newest first, each with its number in the table. */
export function toRows(
  { calendars }: Pick<Setting, 'calendars'>,
  question: Question,
  chosen: Uint32Array,
  { offset, limit }: Pick<RowPage, 'offset' | 'limit'>,
): (MetricRow & { readonly row: number })[] {
  sortNewestFirst(question, chosen);
  const known = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  return Array.from(chosen.subarray(offset, offset + limit), (row) => ({
    ...toMetricRow(question, row, (id) => known.get(id) ?? null),
    row,
  }));
}

type Counted = Omit<RowChoice, 'part'> & { readonly isApart: boolean };

function countedRows(question: Question, { only, verdict: told, isApart }: Counted, checkStop: StopCheck): Uint32Array {
  const isIn = question.outcomes.verdicts.map(
    (verdict) =>
      (isApart && verdict?.part === 'apart') ||
      (!isApart &&
        verdict?.part === 'in' &&
        (only === undefined || verdict.isHit === (only === 'hit')) &&
        (told === undefined || verdict.label === told || verdict.label === `${told}-open`)),
  );
  const chosen: number[] = [];
  scan(question, checkStop, ({ rows, verdicts, count }) => {
    for (let index = 0; index < count; index += 1) if (isIn[verdicts[index] ?? 0]) chosen.push(rows[index] ?? 0);
  });
  return Uint32Array.from(chosen);
}

function openRows(question: Question, checkStop: StopCheck): Uint32Array {
  const { plan, table, code } = question;
  if (plan.range !== null && plan.asOf < plan.range.from) return new Uint32Array(0);
  const { from, until, profile } = table;
  const at = levelInstant(plan.range, plan.asOf);
  const tables = levelTables(question, at);
  const rows = new Int32Array(blockRows);
  const chosen: number[] = [];
  for (const stretch of openStretches(question, at, at, null)) {
    checkStop();
    let count = outlasting(stretch, { from, until, code, profile }, tables, rows);
    count = keepNamed(question, rows, count);
    for (const row of rows.subarray(0, count)) {
      if (tables.isIn[tables.verdictOf[code[row] ?? 0] ?? 0] === 1 && !((until[row] ?? 0) <= at)) chosen.push(row);
    }
  }
  return Uint32Array.from(chosen);
}

function sortNewestFirst({ at, table, columns }: Question, rows: Uint32Array): void {
  const { conversation, ordinal } = table;
  rows.sort(
    (a, b) =>
      (at[b] ?? 0) - (at[a] ?? 0) ||
      columns.idOf(conversation[b] ?? 0) - columns.idOf(conversation[a] ?? 0) ||
      (ordinal[b] ?? 0) - (ordinal[a] ?? 0) ||
      b - a,
  );
}

/** Null for NaN, which is how the columns write "not there". */
function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function toIso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function named(name: string): string | null {
  return name === none ? null : name;
}

/** What a row was like at the instant of the report: `until` only once it has happened. */
function stateOf(question: Question, row: number): { readonly name: string; readonly until: number | null } {
  const { metric, table } = question;
  const end = known(table.until[row]);
  const until = end !== null && end <= levelOrReport(question) ? end : null;
  const own = question.code[row] ?? 0;
  const isPastDue = (table.due[row] ?? Number.NaN) < levelOrReport(question);
  switch (metric.atom) {
    case 'conversation':
      return { name: conversationCodes.traitsOf(own, false)?.exclusion ?? 'arrived', until };
    case 'wait':
      return { name: waitCodes.traitsOf(until === null ? (waitCodes.toOpen[own] ?? 0) : own, isPastDue)?.state ?? '', until };
    case 'episode':
      return { name: episodeCodes.traitsOf(until === null ? (episodeCodes.toOpen[own] ?? 0) : own, isPastDue)?.state ?? '', until };
    case 'rating':
      return { name: ratingState(ratingCodes.traitsOf(own, isPastDue)), until };
    case 'notice': {
      const traits = noticeCodes.traitsOf(until === null ? (noticeCodes.toOpen[own] ?? 0) : own, isPastDue);
      return { name: traits === null ? '' : noticeState(traits), until };
    }
    case 'complaint':
      return { name: complaintState(complaintCodes.traitsOf(until === null ? (complaintCodes.toOpen[own] ?? 0) : own, isPastDue)), until };
    case 'review':
      return { name: reviewCodes.traitsOf(own, isPastDue)?.outcome ?? '', until };
    default:
      return metric satisfies never;
  }
}

/** Of a complaint where its customer came from, of a claim its verdict, of a clock how it stands. */
function complaintState(traits: ComplaintTraits | null): string {
  if (traits === null) return '';
  if (traits.kind === 'case') return traits.climbedFrom === null ? 'voiced' : `from_${traits.climbedFrom}`;
  return traits.kind === 'claim' ? (traits.verdict ?? '') : traits.state;
}

/** In the words of its kind: how a rating lies, or whether a request for one was answered. */
function ratingState(traits: RatingTraits | null): string {
  if (traits === null) return 'bad';
  const { kind, grade, isOpen, isAnswered } = traits;
  if (grade === null) return isOpen ? 'not_yet' : isAnswered ? 'rated' : 'not_rated';
  if (grade === 'foreign') return 'other_scale';
  switch (kind) {
    case 'nps':
      return { high: 'promoter', middle: 'passive', low: 'detractor' }[grade];
    case 'ces':
      return { high: 'easy', middle: 'middling', low: 'hard' }[grade];
    default:
      return grade === 'high' ? 'good' : 'bad';
  }
}

function levelOrReport({ metric, plan }: Question): number {
  return metric.measure === 'level' ? levelInstant(plan.range, plan.asOf) : plan.asOf;
}

function toMetricRow(question: Question, row: number, calendarOf: (id: string) => Calendar | null): MetricRow {
  const { columns, table, at, metric, plan } = question;
  const { profiles } = columns;
  const profile = table.profile[row] ?? 0;
  const record = table.conversation[row] ?? 0;
  const { name, until } = stateOf(question, row);
  const from = table.from[row] ?? Number.NaN;
  const isClock = metric.atom === 'complaint' && isClockCode(question.code[row] ?? 0);
  const isTimed = metric.atom === 'wait' || metric.atom === 'episode' || metric.atom === 'notice' || isClock;
  const rung = profiles.nameOf('complaint', profile);
  const report = levelOrReport(question);
  const calendar = calendarOf(columns.calendars.nameOf(table.calendar[row] ?? 0));
  const calendarMs = isTimed ? Math.max(0, (until ?? report) - from) : null;
  const openWorkingMs = calendar === null ? null : workingMs(calendar, from, report);
  const workingTime = !isTimed ? null : until === null ? openWorkingMs : known(table.workingMs[row]);
  return {
    conversationId: String(columns.idOf(record)),
    externalId: columns.externalIdOf(record),
    source: profiles.nameOf('source', profile),
    channel: profiles.nameOf('channel', profile),
    language: profiles.nameOf('language', profile),
    category: named(profiles.nameOf('category', profile)),
    team: named(profiles.nameOf('team', profile)),
    country: named(profiles.nameOf('country', profile)),
    // A list of scores by name would be a ranking of people.
    agent: metric.atom === 'review' ? null : named(columns.agents.nameOf(table.agent[row] ?? 0)),
    sentiment: named(profiles.nameOf('sentiment', profile)),
    urgency: named(urgencyNames[urgencyCodes(columns, plan.asOf)[record] ?? 0] ?? none),
    risk: named(profiles.nameOf('risk', profile)),
    issue: named(profiles.nameOf('issue', profile)),
    ...(isLoud(rung) ? { complaint: rung } : {}),
    ordinal: table.ordinal[row] ?? 1,
    at: toIso(known(at[row])) ?? '',
    until: isTimed ? toIso(until) : null,
    state: name,
    // The `due` of an episode says when its reopening is settled; only waits have a promise.
    dueAt: metric.atom === 'wait' || isClock ? toIso(known(table.due[row])) : null,
    calendarMs,
    workingMs: workingTime,
    nudges: metric.atom === 'wait' ? (table.nudges[row] ?? 0) : null,
    ...(metric.atom === 'notice' ? toldOf(table, row) : {}),
    value: valueOf(question, row, {
      calendarMs,
      workingTime,
      isEnded: until !== null && name !== 'closed_unanswered' && name !== 'closed_unsolved',
    }),
  };

  function valueOf(
    of: Question,
    index: number,
    time: { calendarMs: number | null; workingTime: number | null; isEnded: boolean },
  ): number | null {
    switch (of.metric.measure) {
      case 'duration':
      case 'curve':
        // A duration exists once it has ended in an answer; before that the age stands beside it.
        return time.isEnded ? (plan.clock === 'working' ? time.workingTime : time.calendarMs) : null;
      case 'weighted-mean':
        return known(table.value[index]);
      case 'weighted-share':
        return hit(of, index);
      case 'share':
        return of.metric.card.id === 'csat' ? known(table.value[index]) : hit(of, index);
      case 'mean':
        return (known(table.value[index]) ?? 0) / scoreUnit;
      case 'net':
        return known(table.value[index]);
      case 'count':
      case 'level':
        return null;
      default:
        return of.metric.measure satisfies never;
    }
  }
}

/** How a wait under a notice stands to what was promised. */
function noticeState({ state, place, isOver }: NoticeTraits): string {
  if (state === 'answered') return place;
  return state === 'open' ? (isOver ? 'open_over' : 'open_within') : state;
}

function toldOf({ value, due, from }: AtomTable, row: number): Pick<MetricRow, 'toldMinMs' | 'toldMaxMs'> {
  return { toldMinMs: value[row] ?? 0, toldMaxMs: (due[row] ?? 0) - (from[row] ?? 0) };
}

/** 1 where the row is in the numerator of a share, 0 where it is not. */
function hit({ outcomes, table, code: codes, plan }: Question, row: number): number {
  const own = codes[row] ?? 0;
  const code = (table.until[row] ?? 0) > plan.asOf ? (outcomes.toOpen[own] ?? 0) : own;
  const verdict = outcomes.verdicts[((table.due[row] ?? Number.NaN) < plan.asOf ? outcomes.after[code] : outcomes.before[code]) ?? 0];
  return verdict?.part === 'in' && verdict.isHit ? 1 : 0;
}
