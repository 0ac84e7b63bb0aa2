// How the mood of customers changed between their first and their last words.
import type { InPart, Question } from '#api/engine/question.ts';
import { type StopCheck, scan } from '#api/engine/scan.ts';
import { meanInterval } from '#api/stats/mean-interval.ts';
import type { MoodShift } from '#db/model/satisfaction.ts';

/** A smaller change than this is within what the scorer itself wavers by. */
const least = 0.2;

/** Over the conversations of a question about sentiment; those of a single scored message cannot have changed. */
export function moodShift(question: Question, checkStop: StopCheck): MoodShift {
  const { columns, table, outcomes } = question;
  const { isIn } = outcomes;
  const sums = { n: 0, opening: 0, closing: 0, difference: 0, squares: 0, brighter: 0, darker: 0 };
  let single = 0;
  scan(question, checkStop, ({ rows, verdicts, count }) => {
    for (let index = 0; index < count; index += 1) {
      if (isIn[verdicts[index] ?? 0] !== 1) continue;
      const conversation = table.conversation[rows[index] ?? 0] ?? 0;
      const opening = columns.openings[conversation] ?? Number.NaN;
      const closing = columns.closings[conversation] ?? Number.NaN;
      if (hasShift(opening, closing)) add(sums, opening, closing);
      else single += 1;
    }
  });
  const { n } = sums;
  const mean = (sum: number) => (n === 0 ? null : sum / n);
  return {
    n,
    excluded: single === 0 ? {} : { single_message: single },
    opening: mean(sums.opening),
    closing: mean(sums.closing),
    difference: mean(sums.difference),
    interval: meanInterval({ n, sum: sums.difference, squares: sums.squares }),
    brighter: sums.brighter,
    same: n - sums.brighter - sums.darker,
    darker: sums.darker,
  };
}

/** Two messages never have the same score to the last digit unless they are one, or say the same. */
function hasShift(opening: number, closing: number): boolean {
  return opening !== closing && !Number.isNaN(opening) && !Number.isNaN(closing);
}

/** `shift`: all whose mood could change, `single`: the others; `brighter`, `same`, `darker`: as counted above. Null for another name. */
export function partOfMoods({ columns, table }: Question, part: string): InPart | null {
  const takes = moodParts.get(part);
  if (takes === undefined) return null;
  return (row) => {
    const conversation = table.conversation[row] ?? 0;
    const opening = columns.openings[conversation] ?? Number.NaN;
    const closing = columns.closings[conversation] ?? Number.NaN;
    return takes(hasShift(opening, closing), closing - opening);
  };
}

const isBrighter = (difference: number): boolean => difference >= least;
const isDarker = (difference: number): boolean => difference <= -least;

const moodParts = new Map<string, (isShift: boolean, difference: number) => boolean>([
  ['shift', (isShift) => isShift],
  ['single', (isShift) => !isShift],
  ['brighter', (isShift, difference) => isShift && isBrighter(difference)],
  ['darker', (isShift, difference) => isShift && isDarker(difference)],
  ['same', (isShift, difference) => isShift && !isBrighter(difference) && !isDarker(difference)],
]);

type Sums = { n: number; opening: number; closing: number; difference: number; squares: number; brighter: number; darker: number };

function add(sums: Sums, opening: number, closing: number): void {
  const difference = closing - opening;
  sums.n += 1;
  sums.opening += opening;
  sums.closing += closing;
  sums.difference += difference;
  sums.squares += difference * difference;
  if (isBrighter(difference)) sums.brighter += 1;
  if (isDarker(difference)) sums.darker += 1;
}
