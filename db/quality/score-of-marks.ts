// What marks come to: a weighted score, and whether the reply passes.
import { type QualityMarks, type QualityOutcome, type QualityTerms, qualityCriteria } from '../model/quality.ts';

export type MarksScore = {
  /** 0 to 1; null where no criterion with a weight applied. */
  readonly score: number | null;
  readonly outcome: QualityOutcome | null;
};

/**
 * The weighted mean of the marks (yes 1, partly a half, no 0) over the criteria that apply. A failure of safety is critical: the
 * whole review scores 0 and fails, whatever its weight.
 *
 * @example scoreOfMarks({ speed: 2, language: 2, attitude: 1, expertise: null, ... }, terms)
 */
export function scoreOfMarks(marks: QualityMarks, { weights, passMark }: Pick<QualityTerms, 'weights' | 'passMark'>): MarksScore {
  if (marks.safety === 0) return { score: 0, outcome: 'critical' };
  let sum = 0;
  let total = 0;
  for (const criterion of qualityCriteria) {
    const mark = marks[criterion];
    if (mark === null) continue;
    sum += weights[criterion] * mark;
    total += weights[criterion] * 2;
  }
  if (total === 0) return { score: null, outcome: null };
  const score = sum / total;
  // A thousandth of a point is rounding, not quality.
  return { score, outcome: score + 1e-9 >= passMark ? 'passed' : 'below' };
}
