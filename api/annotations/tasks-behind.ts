// The labelled tasks behind a figure of live accuracy: the same ones that it counts.
import type { SampledTask } from '#db/store/annotation-sample.ts';
import { calibrationBins } from './accuracy.ts';
import { type Weighed, weigh } from './truth.ts';

/** What a figure is about; what is left out narrows nothing. */
export type AccuracyPart = {
  readonly language?: string;
  readonly source?: string;
  /** The machine gives this label. */
  readonly machine?: string;
  /** People say this, at least one of them. */
  readonly people?: string;
  /** The machine or people say this. */
  readonly either?: string;
  /** Whether the machine gives no label. */
  readonly isSilent?: boolean;
  /** The place of a dot of the calibration, from unsure to sure. */
  readonly bin?: number;
  /** The machine is at least as sure of its label, 0 to 1. */
  readonly least?: number;
};

/** In the order of the tasks; those of a dot from unsure to sure. */
export function tasksBehind(tasks: readonly SampledTask[], part: AccuracyPart): Weighed[] {
  const { language, source, machine, people, either, isSilent, bin, least } = part;
  const all: readonly Weighed[] = bin === undefined ? weigh(tasks) : (calibrationBins(tasks)[bin] ?? []);
  return all.filter(
    (unit) =>
      (language === undefined || unit.task.language === language) &&
      (source === undefined || unit.task.source === source) &&
      (machine === undefined || unit.machine === machine) &&
      (people === undefined || unit.truth.has(people)) &&
      (either === undefined || unit.machine === either || unit.truth.has(either)) &&
      (isSilent === undefined || (unit.machine === null) === isSilent) &&
      (least === undefined || (unit.machine !== null && unit.task.confidence !== null && unit.task.confidence >= least)),
  );
}
