// The verdicts on claims as counts: what people have confirmed and what only the machine says, apart.
import type { Figure } from '../api/shapes.ts';
import { type ClaimVerdict, claimVerdicts } from './shapes.ts';

export type VerdictPart = { readonly verdict: ClaimVerdict; readonly confirmed: number; readonly open: number };

/** One entry for each verdict, in a fixed order; counts of 0 included. */
export function verdictParts({ parts }: Pick<Figure, 'parts'>): readonly VerdictPart[] {
  return claimVerdicts.map((verdict) => ({ verdict, confirmed: parts?.[verdict] ?? 0, open: parts?.[`${verdict}-open`] ?? 0 }));
}
