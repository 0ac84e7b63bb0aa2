// What a scan brings home: verdicts counted by group and, for times, the durations of each group.
import type { Calendar } from '#db/model/calendar.ts';
import { blockRows } from './blocks.ts';
import { durationTaker } from './durations.ts';
import type { Groups } from './grouping.ts';
import { type Moments, openMoments } from './moments.ts';
import type { Question } from './question.ts';
import type { GroupDurations, Rooms } from './rooms.ts';
import { type StopCheck, scan } from './scan.ts';
import { countVerdicts } from './scan-steps.ts';
import { goesStraight } from './straight.ts';
import { takeStraight } from './straight-take.ts';
import { openWeighted, type WeightedRow } from './weighted-rows.ts';

export type Sample = {
  /** `counts[group * verdicts + verdict]`. */
  readonly counts: Uint32Array;
  /** The durations of a group, or of all with null; the durations of another group take their place. Null for metrics without. */
  readonly durationsOf: ((group: number | null) => GroupDurations) | null;
  /** What the values of a group, or of all with null, add up to. Null for metrics without. */
  readonly momentsOf: ((group: number | null) => Moments) | null;
  /** The weighted rows of a group, or of all with null. Null for metrics without. */
  readonly weightedOf: ((group: number | null) => readonly WeightedRow[]) | null;
};

export type SampleTools = {
  readonly rooms: Rooms;
  readonly calendarOf: (id: string) => Calendar | null;
  readonly checkStop: StopCheck;
};

/** Ordered rows go the fast way where the question allows it; what has come in since they were ordered goes block by block. */
export function takeSample(question: Question, groups: Groups, tools: SampleTools): Sample {
  const stride = question.outcomes.verdicts.length;
  const counts = new Uint32Array(groups.size * stride);
  const { measure } = question.metric;
  const hasDurations = measure === 'duration' || measure === 'curve';
  const { events, censored } = tools.rooms;
  events.clear();
  censored.clear();
  const moments = measure === 'mean' ? openMoments(question, groups.size) : null;
  const isStraight = goesStraight(question, groups);
  if (isStraight)
    takeStraight(question, groups, { counts, times: hasDurations ? tools.rooms : null, sums: moments?.sums ?? null }, tools.checkStop);
  const numbers = new Int32Array(blockRows);
  const take = hasDurations ? durationTaker(question, { events, censored }, tools.calendarOf) : null;
  const weighted = question.metric.atom === 'review' ? openWeighted(question) : null;
  scan(
    question,
    tools.checkStop,
    (block) => {
      groups.apply(block.rows, block.count, numbers);
      countVerdicts(numbers, block.verdicts, block.count, stride, counts);
      take?.(block, numbers);
      moments?.take(block, numbers);
      weighted?.take(block, numbers);
    },
    isStraight ? question.table.sortedTo : 0,
  );
  const momentsOf = moments?.of ?? null;
  const weightedOf = weighted?.of ?? null;
  if (!hasDurations) return { counts, durationsOf: null, momentsOf, weightedOf };
  tools.rooms.deal(groups.size);
  return { counts, durationsOf: tools.rooms.durationsOf, momentsOf, weightedOf };
}
