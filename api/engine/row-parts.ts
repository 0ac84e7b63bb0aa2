// Named parts of the rows behind a number: the figures of a report that are finer than a metric list themselves by them.
import { partOfMoods } from '#api/satisfaction/mood-shift.ts';
import { partOfRated, partOfRequests } from '#api/satisfaction/rated-parts.ts';
import { AppError } from '#db/model/errors.ts';
import type { MetricId } from '#db/model/metric.ts';
import { complaintCodes } from './complaint-traits.ts';
import { hasApart } from './figure.ts';
import type { InPart, Question, RowPart } from './question.ts';
import type { StopCheck } from './scan.ts';

/** What is not settled yet and stands beside the figure: its rows are told by their verdicts. */
export const openPart = 'open';

const climbFrom = ['ticket', 'public', 'formal'] as const;

/** The parts of each metric as they are written; what is in capitals is filled in, as the report itself says it. */
const writtenParts: Readonly<Partial<Record<MetricId, readonly string[]>>> = {
  csat: ['wait:FROM:TO', 'wait:FROM', 'timed', 'untimed', 'driver', 'driver:KIND', 'driver:KIND:KEY', 'thinned'],
  'survey-response-rate': ['satisfaction', 'weighted'],
  sentiment: ['shift', 'brighter', 'same', 'darker', 'single'],
  'complaint-climbs': climbFrom.map((rung) => `from:${rung}`),
};

/** Throws `invalid`, with the parts that there are, for one that the metric does not have. */
export function rowPart(question: Question, part: string, checkStop: StopCheck): RowPart {
  const found = findPart(question, part, checkStop);
  if (found !== null) return found;
  const { metric } = question.plan;
  const known = [...(hasApart(question.metric) ? [openPart] : []), ...(writtenParts[metric] ?? [])];
  const instead = known.length === 0 ? 'it has none' : `there are: ${known.join(', ')}`;
  throw new AppError('invalid', `part: ${metric} has no part "${part.slice(0, 60)}"; ${instead}`);
}

function findPart(question: Question, part: string, checkStop: StopCheck): RowPart | null {
  switch (question.plan.metric) {
    case 'csat':
      return plain(partOfRated(question, part, checkStop));
    case 'survey-response-rate':
      return partOfRequests(question, part, checkStop);
    case 'sentiment':
      return plain(partOfMoods(question, part));
    case 'complaint-climbs':
      return plain(partOfClimbs(question, part));
    default:
      return null;
  }
}

const plain = (has: InPart | null): RowPart | null => (has === null ? null : { has, weighed: null });

/** `from:ticket`, `from:public`, `from:formal`: the complaints whose customer stood on that rung before. */
function partOfClimbs({ code }: Question, part: string): InPart | null {
  const from = climbFrom.find((rung) => part === `from:${rung}`);
  return from === undefined ? null : (row) => complaintCodes.traitsOf(code[row] ?? 0, false)?.climbedFrom === from;
}
