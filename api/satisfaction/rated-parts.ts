// The ratings and requests behind each figure of the report about satisfaction, by the name of the part.
import type { InPart, Question } from '#api/engine/question.ts';
import type { StopCheck } from '#api/engine/scan.ts';
import { driverCases } from './drivers.ts';
import { asksForSatisfaction, casesOf, type RatedCase } from './rated-cases.ts';
import { refuseSinglePeople } from './single-people.ts';
import { bandNamed, bandOf } from './wait-bands.ts';

const inCases = (cases: readonly RatedCase[]): InPart => {
  const rows = new Set(cases.map(({ row }) => row));
  return (row) => rows.has(row);
};

/**
 * Of ratings: `timed` and `untimed` (with a first answer or without), `wait:FROM:TO` (a band of waits), `driver` (all that the model
 * was fitted to), `driver:KIND` and `driver:KIND:KEY` (those that have it). Null for another name.
 */
export function partOfRated(question: Question, part: string, checkStop: StopCheck): InPart | null {
  const [name = '', kind, ...rest] = part.split(':');
  const cases = () => {
    refuseSinglePeople(question.plan);
    return casesOf(question, checkStop);
  };
  if (part === 'timed') return inCases(cases().filter(({ firstWaitMs }) => firstWaitMs !== null));
  if (part === 'untimed') return inCases(cases().filter(({ firstWaitMs }) => firstWaitMs === null));
  const band = bandNamed(part);
  if (band !== null) return inCases(cases().filter(({ firstWaitMs }) => firstWaitMs !== null && bandOf(firstWaitMs) === band));
  if (name !== 'driver') return null;
  const found = driverCases(cases(), kind === undefined ? null : { kind, key: rest.length === 0 ? null : rest.join(':') });
  return found === null ? null : inCases(found);
}

/** Of requests: `satisfaction`, those that asked for it. Null for another name. */
export function partOfRequests(question: Question, part: string, checkStop: StopCheck): InPart | null {
  if (part !== 'satisfaction') return null;
  refuseSinglePeople(question.plan);
  return inCases(casesOf(question, checkStop, asksForSatisfaction));
}
