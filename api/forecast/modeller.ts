// The modeller: finds peaks and makes forecasts in a thread of its own, and remembers what it made.
import { type Crew, openCrew } from '#api/engine/crew.ts';
import { keptOrBegun, openKept } from '#api/engine/kept.ts';
import { AppError } from '#db/model/errors.ts';
import type { CountSeries } from './count-series.ts';
import type { Found } from './find-peaks.ts';
import type { PlannedEvent } from './planned-lifts.ts';
import type { Done, Forecast, Job } from './protocol.ts';
import { work } from './work.ts';

export type Modeller = {
  /** `key` says all that the series depends on: the change number of the store, the instant, zone and filters. */
  peaks(key: string, series: CountSeries): Promise<Found>;
  forecast(key: string, series: CountSeries, planned: readonly PlannedEvent[]): Promise<Forecast>;
  close(): Promise<void>;
};

/** Answers that are kept; a forecast of two weeks by the hour with its history takes a few hundred kilobytes at most. */
const mostKept = 60;
/** A job that takes this long is given up, thread and all. */
const deadlineMs = 60_000;

const start = new URL('./worker-start.js', import.meta.url);

/** Opens the modeller. Its thread starts with the first job. `inProcess` works in the calling thread (tests, command line). */
export function openModeller({ inProcess = false }: { readonly inProcess?: boolean } = {}): Modeller {
  const crew = inProcess ? here() : openCrew<Job, Done>({ name: 'modeller', start, deadlineMs });
  const kept = openKept<Promise<Done>>(mostKept);
  const once = (key: string, job: Job): Promise<Done> => keptOrBegun(kept, key, () => crew.run(job));
  return {
    peaks: async (key, series) => {
      const done = await once(`peaks ${key}`, { want: 'peaks', series });
      if ('found' in done) return done.found;
      throw mismatch();
    },
    forecast: async (key, series, planned) => {
      const done = await once(`forecast ${key}`, { want: 'forecast', series, planned });
      if ('forecast' in done) return done;
      throw mismatch();
    },
    close: () => crew.close(),
  };
}

function mismatch(): AppError {
  return new AppError('internal', 'the modeller answered something else than it was asked');
}

function here(): Crew<Job, Done> {
  return { run: async (job) => work(job), close: async () => undefined };
}
