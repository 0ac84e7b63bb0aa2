// The gate: whether a newly taught model goes live by itself.
import type { GateFinding, LanguageComparison, ModelComparison } from '#db/model/learning.ts';

/** Languages with fewer held-out conversations than this are too few to speak for themselves. */
export const leastOfLanguage = 30;

/**
 * What keeps a model from going live by itself; nothing: it is better. It is where the lower end of the 95 % interval of its gain in
 * "right of all" is above 0, where it is clearly more often right than whoever always says the most frequent label (labels that were
 * dealt out by chance teach how frequent they are and nothing else), where it is not clearly less often right among what it labels,
 * and where no language with 30 held-out conversations is clearly worse off.
 */
export function gateFindings(overall: ModelComparison, languages: readonly LanguageComparison[]): GateFinding[] {
  const findings: GateFinding[] = [];
  if (overall.gain === null || overall.gain.interval[0] <= 0) findings.push({ kind: 'no-clear-gain' });
  const { overConstant = null } = overall;
  if (overConstant !== null && overConstant.interval[0] <= 0) findings.push({ kind: 'no-better-than-constant' });
  if (overall.labelledGain !== null && overall.labelledGain.interval[1] < 0) findings.push({ kind: 'less-right-where-it-labels' });
  for (const { language, n, gain } of languages)
    if (n >= leastOfLanguage && gain !== null && gain.interval[1] < 0) findings.push({ kind: 'worse-in-language', language });
  return findings;
}
