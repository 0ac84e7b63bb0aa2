// Named parts of the rows behind a number: the figures of a report that are finer than a metric list themselves by them.
import { partOfMoods } from '#api/satisfaction/mood-shift.ts';
import { partOfRated, partOfRequests } from '#api/satisfaction/rated-parts.ts';
import { AppError } from '#db/model/errors.ts';
import { complaintCodes } from './complaint-traits.ts';
import type { InPart, Question } from './question.ts';
import type { StopCheck } from './scan.ts';

const climbFrom = ['ticket', 'public', 'formal'] as const;

/** Throws `invalid` for a part that the metric does not have. */
export function rowPart(question: Question, part: string, checkStop: StopCheck): InPart {
  const found = findPart(question, part, checkStop);
  if (found === null) throw new AppError('invalid', `part: ${question.plan.metric} has no part "${part.slice(0, 60)}"`);
  return found;
}

function findPart(question: Question, part: string, checkStop: StopCheck): InPart | null {
  switch (question.plan.metric) {
    case 'csat':
      return partOfRated(question, part, checkStop);
    case 'survey-response-rate':
      return partOfRequests(question, part, checkStop);
    case 'sentiment':
      return partOfMoods(question, part);
    case 'complaint-climbs':
      return partOfClimbs(question, part);
    default:
      return null;
  }
}

/** `from:ticket`, `from:public`, `from:formal`: the complaints whose customer stood on that rung before. */
function partOfClimbs({ code }: Question, part: string): InPart | null {
  const from = climbFrom.find((rung) => part === `from:${rung}`);
  return from === undefined ? null : (row) => complaintCodes.traitsOf(code[row] ?? 0, false)?.climbedFrom === from;
}
