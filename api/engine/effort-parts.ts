// Answers about effort on one scale, in the whole parts that means are added up from.
import type { RatingRecord } from '#db/model/fact-record.ts';
import { scoreUnit } from './score-unit.ts';

/** The answer stretched to 1 to 7, in ten-thousandths; NaN on a scale without length. */
export function effortParts({ value, scaleMin, scaleMax }: Pick<RatingRecord, 'value' | 'scaleMin' | 'scaleMax'>): number {
  const reach = scaleMax - scaleMin;
  return reach > 0 ? Math.round((1 + (6 * (value - scaleMin)) / reach) * scoreUnit) : Number.NaN;
}
