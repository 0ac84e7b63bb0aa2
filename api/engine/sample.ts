// What a scan brings home: verdicts counted by group and, for times, the durations of each group.
import type { Calendar } from '#db/model/calendar.ts';
import { blockRows } from './blocks.ts';
import { durationTaker, rolesOf } from './durations.ts';
import type { Groups } from './grouping.ts';
import { firstListed } from './listed.ts';
import { type Moments, openMoments } from './moments.ts';
import type { Question } from './question.ts';
import type { GroupDurations, Rooms } from './rooms.ts';
import { type StopCheck, scan } from './scan.ts';
import { countVerdicts } from './scan-steps.ts';
import { goesStraight, straightRuns, straightTables } from './straight.ts';
import { countByProfile, countUsual, countWhole, dueDecides, takeByProfile, takeWhole } from './straight-steps.ts';
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
  const isStraight = goesStraight(question, groups);
  if (isStraight) takeStraight(question, groups, tools, hasDurations, counts);
  const numbers = new Int32Array(blockRows);
  const take = hasDurations ? durationTaker(question, { events, censored }, tools.calendarOf) : null;
  const moments = measure === 'mean' ? openMoments(question, groups.size) : null;
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

function takeStraight(question: Question, groups: Groups, tools: SampleTools, hasDurations: boolean, counts: Uint32Array): void {
  const { table } = question;
  const tables = straightTables(question, groups);
  const { profile, from, until, due } = table;
  const { usualCode, unusualRows } = table;
  const columns = { code: question.code, profile, from, until, due, usualCode, unusualRows };
  const roles = rolesOf(question.outcomes.verdicts);
  const isWhole = question.allowed.isEverything && table.goneCount === 0 && groups.axes.every((axis) => axis.time !== null);
  // Where every third row is unusual, going through all of them in order is quicker than the list; codes of the question have none.
  const isUsual = question.code === table.code && tables.verdictOf[usualCode] !== dueDecides && unusualRows.length * 3 < table.sortedTo;
  const halves = new Uint32Array(512);
  let unusual = -1;
  for (const run of straightRuns(question, groups)) {
    tools.checkStop();
    if (hasDurations) {
      // One place more than rows: the last one is written before it is known to be kept.
      const rows = run.end - run.start + 1;
      const take = isWhole ? takeWhole : takeByProfile;
      take(run, columns, tables, roles, {
        counts,
        events: tools.rooms.events.roomFor(rows),
        censored: tools.rooms.censored.roomFor(rows),
      });
    } else if (isWhole && isUsual) {
      if (unusual < 0) unusual = firstListed(unusualRows, run.start);
      unusual = countUsual(run, columns, tables, counts, unusual);
    } else if (isWhole) countWhole(run, columns, tables, counts, halves);
    else countByProfile(run, columns, tables, counts);
  }
}
