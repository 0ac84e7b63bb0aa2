// The planner of staffing: lives weeks through again in a thread of its own, so that no slider holds the server's.
import { openCrew } from '#api/engine/crew.ts';
import type { Db } from '#db/open.ts';
import { openStaffingWork, type Planned, type PlanOrder, type StaffingWork } from './staffing-work.ts';

export type Planner = StaffingWork & { close(): Promise<void> };

/** A plan that takes this long is given up, thread and all: the first of a large store reads seventeen weeks of replies. */
const deadlineMs = 120_000;

/** Opens the planner over the store at a location. Its thread starts with the first plan, and reads the store by itself. */
export function openPlanner(location: string): Planner {
  const start = new URL('./worker-start.js', import.meta.url);
  const crew = openCrew<PlanOrder, Planned>({ name: 'planner', start, deadlineMs, workerData: { location } });
  return { plan: (order) => crew.run(order), close: () => crew.close() };
}

/** Works in the calling thread, on a store that is open (tests, command line). */
export function planHere(db: Db): Planner {
  return { ...openStaffingWork(db), close: async () => undefined };
}
