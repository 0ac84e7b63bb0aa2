// The work of the planner, wherever it runs: reads the shifts once for each state of the store, and works out what is asked of them.
import { type Kept, keptOr, keptOrBegun, openKept } from '#api/engine/kept.ts';
import { day } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import type { Learnt } from './between-bounds.ts';
import { readShifts } from './read-shifts.ts';
import type { Shift } from './shifts.ts';
import { type StaffingBase, staffingBase } from './staffing-base.ts';
import { type ChannelFacts, staffingFacts } from './staffing-facts.ts';
import { type StaffingQuestion, type StaffingReport, staffingReport } from './staffing-report.ts';

export type PlanOrder = { readonly facts: ChannelFacts; readonly question: StaffingQuestion };

/** What is sent back: the base without the weeks that it was made of. `hasReplies`: whether anybody answered in the channel. */
export type Planned = Pick<StaffingBase, 'kind' | 'terms' | 'demand' | 'calibration'> & {
  readonly learnt: Learnt;
  readonly hasReplies: boolean;
  /** Of the weeks measured. */
  readonly arrivals: number;
  readonly report: StaffingReport | null;
};

export type StaffingWork = { plan(order: PlanOrder): Promise<Planned> };

type Known = {
  readonly base: StaffingBase;
  readonly hasReplies: boolean;
  readonly arrivals: number;
  readonly reports: Kept<StaffingReport | null>;
};

const shiftsKept = 2;
const basesKept = 32;
const reportsKept = 64;

/** Keeps shifts for the latest states of the store, and what it worked out; two who ask at once are read for once. */
export function openStaffingWork(db: Db): StaffingWork {
  const shifts = openKept<Promise<Shift[]>>(shiftsKept);
  const bases = openKept<Promise<Known>>(basesKept);
  const shiftsOf = (change: number, range: InstantRange): Promise<Shift[]> =>
    keptOrBegun(shifts, `${change} ${range.from} ${range.to}`, () => readShifts(db, range));
  const makeKnown = async (facts: ChannelFacts): Promise<Known> => {
    const { whole, freshness, channel } = facts;
    const read = await shiftsOf(freshness.change, { from: whole.from - day, to: whole.to });
    const byHour = staffingFacts(facts, read);
    return {
      base: staffingBase(byHour),
      arrivals: byHour.arrivals,
      hasReplies: read.some((shift) => shift.replies.some((reply) => reply.channel === channel)),
      reports: openKept<StaffingReport | null>(reportsKept),
    };
  };
  return {
    plan: async ({ facts, question }) => {
      const { base, hasReplies, arrivals, reports } = await keptOrBegun(bases, keyOf(facts), () => makeKnown(facts));
      const report = keptOr(reports, JSON.stringify(question), () => staffingReport(facts, base, question));
      const { kind, terms, demand, calibration, learnt } = base;
      return { kind, terms, demand, calibration, learnt, hasReplies, arrivals, report };
    },
  };
}

function keyOf({ channel, language, range, kept, setting, promise, freshness }: ChannelFacts): string {
  return JSON.stringify([channel, language, range, freshness.change, kept.n, kept.value, setting?.version ?? 0, promise]);
}
