// One job of the modeller, wherever it runs.
import { findPeaks } from './find-peaks.ts';
import { forecastSeries } from './forecast-series.ts';
import { learnLifts, liftsAhead } from './planned-lifts.ts';
import type { Done, Job } from './protocol.ts';

/** Carries out a job: pure, and up to a few seconds long. */
export function work(job: Job): Done {
  switch (job.want) {
    case 'peaks':
      return { found: findPeaks(job.series) };
    case 'forecast': {
      const lifts = learnLifts(job.series, job.planned);
      return { forecast: forecastSeries(job.series, liftsAhead(job.series, job.planned, lifts)), lifts };
    }
    default:
      return job satisfies never;
  }
}
