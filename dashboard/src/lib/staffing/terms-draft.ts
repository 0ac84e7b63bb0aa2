// The form of the terms: texts as they are typed, and what they mean.
import type { Staffing, TermsDraft } from './ask.ts';

export type TermsText = { readonly handling: string; readonly concurrency: string; readonly shrinkage: string; readonly patience: string };

const text = (value: number | null, origin: string, unit: number): string =>
  value === null || origin !== 'set' ? '' : String(Math.round((value / unit) * 100) / 100);

/** What is set now; empty where it is measured. */
export function toTermsText({ terms }: Pick<Staffing, 'terms'>): TermsText {
  return {
    handling: text(terms.handling.valueMs, terms.handling.origin, 60_000),
    concurrency: text(terms.concurrency.value, terms.concurrency.origin, 1),
    shrinkage: text(terms.shrinkage.value, terms.shrinkage.origin, 0.01),
    patience: text(terms.patience.valueMs, terms.patience.origin, 60_000),
  };
}

type Bounds = { readonly min: number; readonly max: number; readonly unit: number };

/** The terms of a form; undefined where a text is no number inside its bounds. A comma is read as a point. */
export function parseTerms(form: TermsText): TermsDraft | undefined {
  const read = (given: string, { min, max, unit }: Bounds): number | null | undefined => {
    const trimmed = given.trim().replace(',', '.');
    if (trimmed === '') return null;
    const value = Number(trimmed);
    return Number.isFinite(value) && value >= min && value <= max ? value * unit : undefined;
  };
  const whole = (value: number | null | undefined) => (typeof value === 'number' ? Math.round(value) : value);
  const minutes = { min: 0.05, max: 1_440, unit: 60_000 };
  const handlingMs = whole(read(form.handling, minutes));
  const patienceMs = whole(read(form.patience, minutes));
  const concurrency = read(form.concurrency, { min: 1, max: 20, unit: 1 });
  const shrinkage = read(form.shrinkage, { min: 0, max: 90, unit: 0.01 });
  if (handlingMs === undefined || patienceMs === undefined || concurrency === undefined || shrinkage === undefined) return undefined;
  return { handlingMs, concurrency, shrinkage, patienceMs };
}
