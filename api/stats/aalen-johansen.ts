// The share that has left by each of several exits, where one exit rules out the others: Aalen and Johansen's estimator.

/** An item left by exit `cause` (0, 1, 2 ...) after `at`, or was still there when last seen (`cause` null). */
export type Exit = { readonly at: number; readonly cause: number | null };

/** Cumulative incidence of each cause at a time; with the share still there they sum to 1. */
export type IncidencePoint = { readonly at: number; readonly incidence: readonly number[]; readonly remaining: number };

/**
 * Cumulative incidence F_k(t) = sum over exit times u <= t of S(u-) d_ku / r_u, at every exit time, ascending.
 * S is Kaplan and Meier's survival of "any exit", so the bands of answered, withdrawn and closed unanswered stack to 1 - S;
 * 1 minus a Kaplan-Meier curve per exit would not, because it takes the other exits for censoring.
 *
 * Source: Aalen and Johansen, Scandinavian Journal of Statistics 5 (1978); R: `survfit(Surv(time, factor(cause)) ~ 1)`.
 *
 * @example
 * aalenJohansen([{ at: 1, cause: 0 }, { at: 2, cause: 1 }, { at: 3, cause: null }, { at: 4, cause: 0 }], 2).at(-1)
 * // { at: 4, incidence: [0.75, 0.25], remaining: 0 }
 */
export function aalenJohansen(exits: readonly Exit[], causes: number): IncidencePoint[] {
  const sorted = exits.toSorted((a, b) => a.at - b.at);
  const incidence = Array.from({ length: causes }, () => 0);
  const points: IncidencePoint[] = [];
  let remaining = 1;
  for (let index = 0; index < sorted.length; ) {
    const at = sorted[index]?.at ?? 0;
    const atRisk = sorted.length - index;
    let left = 0;
    // Exits at the same instant as a censoring count as earlier, so all of one instant share one risk set.
    for (; sorted[index]?.at === at; index += 1) {
      const cause = sorted[index]?.cause ?? null;
      if (cause === null) continue;
      incidence[cause] = (incidence[cause] ?? 0) + remaining / atRisk;
      left += 1;
    }
    if (left === 0) continue;
    remaining *= (atRisk - left) / atRisk;
    points.push({ at, incidence: [...incidence], remaining });
  }
  return points;
}
