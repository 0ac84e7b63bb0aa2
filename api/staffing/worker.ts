// The planner's thread: its own connection, only for reading, and the work on what it reads.
import { workerData } from 'node:worker_threads';
import { answerCrew } from '#api/engine/answer-crew.ts';
import { openDb } from '#db/open.ts';
import { openStaffingWork, type Planned, type PlanOrder, type StaffingWork } from './staffing-work.ts';

const { location }: { readonly location: string } = workerData;
let opened: Promise<StaffingWork> | null = null;

const open = async (): Promise<StaffingWork> => openStaffingWork(await openDb(location, { readonly: true }));

answerCrew<PlanOrder, Planned>('planner', async (order) => {
  opened ??= open();
  // A store that could not be opened is tried again.
  opened.catch(() => {
    opened = null;
  });
  return (await opened).plan(order);
});
