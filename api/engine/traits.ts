// What can be told of a row without its instants, packed into one number per row and unpacked once per question.

import {
  type ConversationTraits,
  type EpisodeTraits,
  type NoticeTraits,
  type RatingGrade,
  type RatingTraits,
  type ReviewTraits,
  ratingGrades,
  type WaitTraits,
} from '#api/metrics/metric.ts';
import { isGoodRating } from '#db/facts/answered-offers.ts';
import { conversationExclusions, ratingKinds } from '#db/model/conversation.ts';
import type { EpisodeRecord, FactRecord, OfferRecord, RatingRecord, ReviewRecord, Told, WaitRecord } from '#db/model/fact-record.ts';
import type { WaitExclusion } from '#db/model/facts.ts';
import { toldStates } from '#db/model/issue.ts';
import { qualityOutcomes, reviewBases } from '#db/model/quality.ts';
import { urgencyLevels } from '#db/model/score.ts';
import { sentimentStates } from '#db/model/scored.ts';
import { mixedRadix } from './mixed-radix.ts';
import {
  openPhase,
  phaseDigit,
  promiseSides,
  promiseTraits,
  sideDigit,
  waitPhases,
  waitReasonDigit,
  waitReasons,
} from './promise-digits.ts';

/**
 * The codes of one kind of row. `toOpen[code]` is the code of the same row before its last instant (an answer that has not
 * come yet). `isPastDue` says on which side of its `due` instant a row is; null where the row is not there yet.
 */
export type TraitCodes<Traits> = {
  readonly size: number;
  readonly toOpen: Uint16Array;
  traitsOf(code: number, isPastDue: boolean): Traits | null;
  /** False where no working time can be told. */
  hasCalendar(code: number): boolean;
};

const answersHidden = 'answers_not_visible' satisfies WaitExclusion;
const bits = [false, true] as const;
const indexOf = (list: readonly unknown[], value: unknown): number => list.indexOf(value);

function openCodes(size: number, toOpen: (code: number) => number): Uint16Array {
  return Uint16Array.from({ length: size }, (_, code) => toOpen(code));
}

const matches = [null, true, false] as const;
const waitRadix = mixedRadix([waitPhases.length, promiseSides.length, waitReasons.length, 2, 2, matches.length, 2]);

const [phaseWeight = 0, sideWeight = 0, reasonWeight = 0, firstWeight = 0, nudgedWeight = 0, matchWeight = 0] = waitRadix.weights;

export function waitCode(record: FactRecord, wait: WaitRecord, isFirst: boolean): number {
  const reason = record.exclusion ?? wait.exclusion;
  // A reply on a calendar always has its working time; an open wait gets one at the instant of the report.
  const hasCalendar = wait.state === 'answered' ? wait.workingMs !== null : wait.calendarId !== null;
  return (
    phaseDigit(wait.state, reason) * phaseWeight +
    sideDigit(wait.dueAt, wait.untilAt) * sideWeight +
    waitReasonDigit(reason) * reasonWeight +
    Number(isFirst) * firstWeight +
    Number(wait.nudges > 0) * nudgedWeight +
    indexOf(matches, wait.languageMatch) * matchWeight +
    Number(hasCalendar)
  );
}

export const waitCodes: TraitCodes<WaitTraits> = {
  size: waitRadix.size,
  toOpen: openCodes(waitRadix.size, (code) => {
    const [phase = 0, side = 0, reason = 0, isFirst = 0, nudged = 0, , calendar = 0] = waitRadix.unpack(code);
    return waitRadix.pack([openPhase(phase), side, reason, isFirst, nudged, 0, calendar]);
  }),
  traitsOf(code, isPastDue) {
    const [phase = 0, side = 0, reason = 0, isFirst = 0, nudged = 0, match = 0] = waitRadix.unpack(code);
    return {
      ...promiseTraits(phase, side, isPastDue),
      exclusion: waitReasons[reason] ?? null,
      isFirst: bits[isFirst] ?? false,
      isNudged: bits[nudged] ?? false,
      languageMatch: matches[match] ?? null,
    };
  },
  hasCalendar: (code) => waitRadix.unpack(code)[6] === 1,
};

const noticePlaces = ['sooner', 'within', 'later'] as const;
const noticeRadix = mixedRadix([waitPhases.length, waitReasons.length, noticePlaces.length]);

export function noticeCode(record: FactRecord, wait: WaitRecord, { minMs, maxMs }: Told): number {
  const reason = record.exclusion ?? wait.exclusion;
  const length = (wait.untilAt ?? wait.fromAt) - wait.fromAt;
  return noticeRadix.pack([
    phaseDigit(wait.state, reason),
    waitReasonDigit(reason),
    indexOf(noticePlaces, length < minMs ? 'sooner' : length > maxMs ? 'later' : 'within'),
  ]);
}

/** The `due` instant of a notice is the end of the range that it promised. */
export const noticeCodes: TraitCodes<NoticeTraits> = {
  size: noticeRadix.size,
  toOpen: openCodes(noticeRadix.size, (code) => {
    const [phase = 0, reason = 0] = noticeRadix.unpack(code);
    return noticeRadix.pack([openPhase(phase), reason, 0]);
  }),
  traitsOf(code, isPastDue) {
    const [phase = 0, reason = 0, place = 0] = noticeRadix.unpack(code);
    return {
      state: waitPhases[phase] ?? 'excluded',
      exclusion: waitReasons[reason] ?? null,
      place: noticePlaces[place] ?? 'later',
      isOver: isPastDue,
    };
  },
  hasCalendar: () => true,
};

const conversationReasons = [null, ...conversationExclusions, 'other'] as const;
const episodeReasons = [null, ...conversationExclusions, answersHidden, 'other'] as const;

function reasonDigit(exclusion: string | null, reasons: readonly (string | null)[] = conversationReasons): number {
  const known = indexOf(reasons, exclusion);
  return known < 0 ? reasons.length - 1 : known;
}

const sentiments = [null, ...sentimentStates] as const;
const urgencies = [null, ...urgencyLevels] as const;
const tolds = [null, ...toldStates] as const;
const conversationRadix = mixedRadix([conversationReasons.length, 2, 2, sentiments.length, urgencies.length, 2, tolds.length]);
const [, , , , urgencyWeight = 0, categoryWeight = 0] = conversationRadix.weights;

export function conversationCode(record: FactRecord): number {
  return conversationRadix.pack([
    reasonDigit(record.exclusion),
    record.arrivedAt === null ? 0 : 1,
    record.hasCustomer ? 1 : 0,
    indexOf(sentiments, record.sentiment),
    harmDigit(record),
    record.category === null ? 0 : 1,
    indexOf(tolds, record.told),
  ]);
}

/** 0 where no harm is known, else 1 for the lowest level and so on. */
export function harmDigit({ harm }: Pick<FactRecord, 'harm'>): number {
  return indexOf(urgencies, harm);
}

/** The code with another urgency (its digit as `harmDigit` counts) or another answer to whether it has a category. */
export function movedCode(code: number, digits: { readonly urgency?: number; readonly category?: number }): number {
  const [, , , , urgency = 0, category = 0] = conversationRadix.unpack(code);
  const towards = (digit: number | undefined, own: number, weight: number) => (digit === undefined ? 0 : (digit - own) * weight);
  return code + towards(digits.urgency, urgency, urgencyWeight) + towards(digits.category, category, categoryWeight);
}

export const conversationCodes: TraitCodes<ConversationTraits> = {
  size: conversationRadix.size,
  toOpen: openCodes(conversationRadix.size, (code) => code),
  traitsOf(code) {
    const [reason = 0, time = 0, customer = 0, sentiment = 0, urgency = 0, category = 0, told = 0] = conversationRadix.unpack(code);
    return {
      exclusion: conversationReasons[reason] ?? null,
      hasTime: bits[time] ?? false,
      hasCustomer: bits[customer] ?? false,
      sentiment: sentiments[sentiment] ?? null,
      urgency: urgencies[urgency] ?? null,
      hasCategory: bits[category] ?? false,
      told: tolds[told] ?? null,
    };
  },
  hasCalendar: () => true,
};

const episodeStates = ['solved', 'open', 'closed_unsolved'] as const;
const episodeRadix = mixedRadix([episodeStates.length, episodeReasons.length, 2, 2]);

export function episodeCode(record: FactRecord, episode: EpisodeRecord, hasCalendar: boolean): number {
  const state = episode.solvedAt === null ? 'open' : episode.countsAsSolved ? 'solved' : 'closed_unsolved';
  // Where answers are not seen, solutions are not either: an episode without one would count as open for good.
  const isHidden = record.waits.some((wait) => wait.exclusion === answersHidden);
  const reason = reasonDigit(record.exclusion ?? (isHidden ? answersHidden : null), episodeReasons);
  return episodeRadix.pack([indexOf(episodeStates, state), reason, episode.reopened ? 1 : 0, hasCalendar ? 1 : 0]);
}

/** The `due` instant of an episode is the one from which it is known whether it was reopened. */
export const episodeCodes: TraitCodes<EpisodeTraits> = {
  size: episodeRadix.size,
  toOpen: openCodes(episodeRadix.size, (code) => {
    const [, reason = 0, , calendar = 0] = episodeRadix.unpack(code);
    return episodeRadix.pack([indexOf(episodeStates, 'open'), reason, 0, calendar]);
  }),
  traitsOf(code, isPastDue) {
    const [state = 0, reason = 0, reopened = 0] = episodeRadix.unpack(code);
    return {
      state: episodeStates[state] ?? 'open',
      exclusion: episodeReasons[reason] ?? null,
      isReopened: reopened === 1 && isPastDue,
      isYoung: !isPastDue,
    };
  },
  hasCalendar: (code) => episodeRadix.unpack(code)[3] === 1,
};

const ratedKinds = [null, ...ratingKinds] as const;
/** No grade: a request for a rating. */
const grades = [null, ...ratingGrades] as const;
/** Digit 0 of the last place: it has happened, 1: not yet. The place before it is of requests: whether an answer will have come once `due` is past. */
const ratingRadix = mixedRadix([ratedKinds.length, conversationReasons.length, grades.length, 2, 2]);

export function ratingCode(record: FactRecord, rating: RatingRecord): number {
  return ratingRadix.pack([indexOf(ratedKinds, rating.kind), reasonDigit(record.exclusion), indexOf(grades, gradeOf(rating)), 0, 0]);
}

export function offerCode(record: FactRecord, { kind, answeredAt }: OfferRecord): number {
  return ratingRadix.pack([indexOf(ratedKinds, kind), reasonDigit(record.exclusion), 0, answeredAt === null ? 0 : 1, 0]);
}

function gradeOf(rating: RatingRecord): RatingGrade {
  const { kind, value, scaleMin, scaleMax } = rating;
  if (kind === 'nps') {
    if (scaleMin !== 0 || scaleMax !== 10) return 'foreign';
    return value >= 9 ? 'high' : value >= 7 ? 'middle' : 'low';
  }
  if (scaleMax <= scaleMin) return kind === 'csat' ? 'low' : 'foreign';
  if (isGoodRating(rating)) return 'high';
  return (value - scaleMin) / (scaleMax - scaleMin) <= 0.25 ? 'low' : 'middle';
}

export const ratingCodes: TraitCodes<RatingTraits> = {
  size: ratingRadix.size,
  toOpen: openCodes(ratingRadix.size, (code) => {
    const [kind = 0, reason = 0, grade = 0, answered = 0] = ratingRadix.unpack(code);
    return ratingRadix.pack([kind, reason, grade, answered, 1]);
  }),
  traitsOf(code, isPastDue) {
    const [kind = 0, reason = 0, grade = 0, answered = 0, absent = 0] = ratingRadix.unpack(code);
    if (absent === 1) return null;
    return {
      kind: ratedKinds[kind] ?? null,
      exclusion: conversationReasons[reason] ?? null,
      grade: grades[grade] ?? null,
      isOpen: grade === 0 && !isPastDue,
      isAnswered: answered === 1 && isPastDue,
    };
  },
  hasCalendar: () => true,
};

const reviewOutcomes = [null, ...qualityOutcomes] as const;
/** The last digit: 1 before the reply was written. */
const reviewRadix = mixedRadix([reviewBases.length, reviewOutcomes.length, conversationReasons.length, 2]);

export function reviewCode(record: FactRecord, { basis, outcome }: ReviewRecord): number {
  return reviewRadix.pack([indexOf(reviewBases, basis), indexOf(reviewOutcomes, outcome), reasonDigit(record.exclusion), 0]);
}

/** The `due` instant of a review is the last millisecond at which its result did not stand yet. */
export const reviewCodes: TraitCodes<ReviewTraits> = {
  size: reviewRadix.size,
  toOpen: openCodes(reviewRadix.size, (code) => {
    const [basis = 0, outcome = 0, reason = 0] = reviewRadix.unpack(code);
    return reviewRadix.pack([basis, outcome, reason, 1]);
  }),
  traitsOf(code, isPastDue) {
    const [basis = 0, outcome = 0, reason = 0, absent = 0] = reviewRadix.unpack(code);
    if (absent === 1 || !isPastDue) return null;
    return {
      basis: reviewBases[basis] ?? 'disputed',
      outcome: reviewOutcomes[outcome] ?? null,
      exclusion: conversationReasons[reason] ?? null,
    };
  },
  hasCalendar: () => true,
};
