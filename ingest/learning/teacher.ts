// The teacher: teaches in a thread of its own, so that nobody who asks the server anything waits for it.
import { runInThread } from '../thread/run-in-thread.ts';
import type { Taught, TeachOrder, TeachProgress, TooFew } from './teach.ts';

export type TeachRun = { readonly order: TeachOrder; readonly onProgress: (progress: TeachProgress) => void; readonly signal: AbortSignal };
export type Teacher = (run: TeachRun) => Promise<Taught | TooFew>;

/** One thread a run; stopping the run ends the thread, whatever it is at. */
export const teachInThread: Teacher = (run) =>
  runInThread<Taught | TooFew, TeachProgress>({ name: 'teaching', module: new URL('./worker.ts', import.meta.url), ...run });
