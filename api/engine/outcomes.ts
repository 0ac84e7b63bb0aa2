// A metric's judgement of every kind of row, worked out once per question so that the scan only looks numbers up.

import type { Metric, Verdict } from '#api/metrics/metric.ts';
import type { Clock } from '#db/model/metric.ts';
import { complaintCodes } from './complaint-traits.ts';
import { conversationCodes, episodeCodes, noticeCodes, ratingCodes, reviewCodes, type TraitCodes, waitCodes } from './traits.ts';

export type Outcomes = {
  /** Every verdict that occurs; number 0 is "not a row of this metric". */
  readonly verdicts: readonly (Verdict | null)[];
  /** 1 for the verdicts that are part of the metric, by verdict number. */
  readonly isIn: Uint8Array;
  /** Verdict number by trait code, for rows at or before their `due` instant (or without one) and after it. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly toOpen: Uint16Array;
  /** Verdict number by trait code, or `dueDecides` where it is another after the `due` instant. */
  readonly decided: Uint8Array;
  /** True where no `due` instant matters. */
  readonly ignoresDue: boolean;
  /** Verdict number by trait code, as if the row were open. */
  readonly asOpen: Uint8Array;
};

/** A verdict that the `due` instant has to decide. */
export const dueDecides = 255;

/**
 * The judgements of a metric about the traits that occur; on the working clock, rows without a calendar are left out of
 * durations by name.
 */
export function outcomesOf(metric: Metric, clock: Clock, seen: Uint8Array): Outcomes {
  switch (metric.atom) {
    case 'conversation':
      return tabulate(conversationCodes, metric.judge, needsCalendar(metric, clock), seen);
    case 'wait':
      return tabulate(waitCodes, metric.judge, needsCalendar(metric, clock), seen);
    case 'episode':
      return tabulate(episodeCodes, metric.judge, needsCalendar(metric, clock), seen);
    case 'rating':
      return tabulate(ratingCodes, metric.judge, needsCalendar(metric, clock), seen);
    case 'notice':
      return tabulate(noticeCodes, metric.judge, needsCalendar(metric, clock), seen);
    case 'complaint':
      return tabulate(complaintCodes, metric.judge, needsCalendar(metric, clock), seen);
    case 'review':
      return tabulate(reviewCodes, metric.judge, needsCalendar(metric, clock), seen);
    default:
      return metric satisfies never;
  }
}

function needsCalendar(metric: Metric, clock: Clock): boolean {
  return clock === 'working' && (metric.measure === 'duration' || metric.measure === 'curve');
}

function tabulate<Traits>(
  codes: TraitCodes<Traits>,
  judge: (traits: Traits) => Verdict | null,
  calendarNeeded: boolean,
  seen: Uint8Array,
): Outcomes {
  const verdicts: (Verdict | null)[] = [null];
  const numbers = new Map<string, number>();
  const numberOf = (verdict: Verdict | null): number => {
    if (verdict === null) return 0;
    const key = JSON.stringify(verdict);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, verdicts.length);
    verdicts.push(verdict);
    return verdicts.length - 1;
  };
  const judged = (code: number, isPastDue: boolean): number => {
    const traits = codes.traitsOf(code, isPastDue);
    const verdict = traits === null ? null : judge(traits);
    if (calendarNeeded && verdict?.part === 'in' && !codes.hasCalendar(code)) return numberOf({ part: 'out', reason: 'no_calendar' });
    return numberOf(verdict);
  };
  // One place more than codes: the last one is that of replaced rows, which are nothing to anybody.
  const before = new Uint8Array(codes.size + 1);
  const after = new Uint8Array(codes.size + 1);
  for (let code = 0; code < codes.size; code += 1) {
    if (seen[code] !== 1) continue;
    for (const own of [code, codes.toOpen[code] ?? code]) {
      before[own] = judged(own, false);
      after[own] = judged(own, true);
    }
  }
  const decided = before.map((verdict, code) => (verdict === after[code] ? verdict : dueDecides));
  const asOpen = before.map((_, code) => (code === codes.size ? 0 : (before[codes.toOpen[code] ?? 0] ?? 0)));
  const isIn = Uint8Array.from(verdicts, (verdict) => Number(verdict?.part === 'in'));
  return { verdicts, isIn, before, after, toOpen: codes.toOpen, decided, ignoresDue: !decided.includes(dueDecides), asOpen };
}
