// The ratings and requests behind each figure of the report about satisfaction, by the name of the part.
import type { InPart, Question, RowPart } from '#api/engine/question.ts';
import type { StopCheck } from '#api/engine/scan.ts';
import { driverCases, thinnedCases } from './drivers.ts';
import { asksForSatisfaction, casesOf, type RatedCase } from './rated-cases.ts';
import { refuseSinglePeople } from './single-people.ts';
import { bandNamed, bandOf } from './wait-bands.ts';
import { weightsOf } from './weighting.ts';

const inCases = (cases: readonly RatedCase[]): InPart => {
  const rows = new Set(cases.map(({ row }) => row));
  return (row) => rows.has(row);
};

/**
 * Of ratings: `timed` and `untimed` (with a first answer or without), `wait:FROM:TO` (a band of waits), `driver` (all that the model
 * was fitted to), `driver:KIND` and `driver:KIND:KEY` (those that have it), `thinned` (those that it passed over, being very many). Null
 * for another name.
 */
export function partOfRated(question: Question, part: string, checkStop: StopCheck): InPart | null {
  const [name = '', kind, ...rest] = part.split(':');
  const cases = () => {
    refuseSinglePeople(question.plan);
    return casesOf(question, checkStop);
  };
  if (part === 'timed') return inCases(cases().filter(({ firstWaitMs }) => firstWaitMs !== null));
  if (part === 'untimed') return inCases(cases().filter(({ firstWaitMs }) => firstWaitMs === null));
  if (part === 'thinned') return inCases(thinnedCases(cases()));
  const band = bandNamed(part);
  if (band !== null) return inCases(cases().filter(({ firstWaitMs }) => firstWaitMs !== null && bandOf(firstWaitMs) === band));
  if (name !== 'driver') return null;
  const found = driverCases(cases(), kind === undefined ? null : { kind, key: rest.length === 0 ? null : rest.join(':') });
  return found === null ? null : inCases(found);
}

/** Of requests: `satisfaction`, those that asked for it, and `weighted`, those of them that were answered, each with its weight. Null for another name. */
export function partOfRequests(question: Question, part: string, checkStop: StopCheck): RowPart | null {
  if (part !== 'satisfaction' && part !== 'weighted') return null;
  refuseSinglePeople(question.plan);
  const requests = casesOf(question, checkStop, asksForSatisfaction);
  if (part === 'satisfaction') return { has: inCases(requests), weighed: null };
  const weights = weightsOf(requests);
  const good = new Set(requests.filter(({ isGood }) => isGood).map(({ row }) => row));
  return { has: (row) => weights.has(row), weighed: (row) => ({ value: Number(good.has(row)), weight: weights.get(row) ?? 0 }) };
}
