// What reviews say of each criterion, beside the pre-score: means over the sample, and how far the pre-score can be trusted.
import { krippendorffAlpha } from '#api/stats/krippendorff-alpha.ts';
import { weightedMean } from '#api/stats/weighted-mean.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { type AutoMarks, type QualityCriterion, type QualityMarks, qualityCriteria } from '#db/model/quality.ts';
import type { ReviewedReply } from '#db/store/quality-list.ts';

type Pair = readonly [low: number, high: number];

export type CriterionReport = {
  readonly criterion: QualityCriterion;
  /** Replies to which it applied; `value` is the weighted mean of the marks, 0 to 1. */
  readonly n: number;
  readonly value: number | null;
  readonly interval: Pair | null;
  /** Replies that failed in it. */
  readonly failed: number;
  readonly trust: {
    /** Blind reviews in which the criterion applied, and in how many of them the pre-score gave a mark. */
    readonly reviews: number;
    readonly measured: number;
    readonly same: number;
    readonly share: number | null;
    readonly interval: Pair | null;
    /** The pre-score gave more, or less, than the person did. */
    readonly higher: number;
    readonly lower: number;
    readonly alpha: number | null;
    /** Mean of the pre-scores where it gave one, 0 to 1, and of the people's marks of the same replies. */
    readonly autoMean: number | null;
    readonly humanMean: number | null;
  };
};

/** One report a criterion, in their order. */
export function criterionReports(
  replies: readonly ReviewedReply[],
  blind: readonly { readonly marks: QualityMarks; readonly auto: AutoMarks }[],
): CriterionReport[] {
  return qualityCriteria.map((criterion) => {
    const marked = replies.flatMap(({ marks, weight }) => {
      const mark = marks[criterion];
      return mark === null ? [] : [{ weight, value: mark / 2 }];
    });
    const mean = weightedMean(marked);
    return {
      criterion,
      n: marked.length,
      value: mean?.value ?? null,
      interval: mean?.interval ?? null,
      failed: marked.filter(({ value }) => value === 0).length,
      trust: trustOf(criterion, blind),
    };
  });
}

function trustOf(
  criterion: QualityCriterion,
  blind: readonly { readonly marks: QualityMarks; readonly auto: AutoMarks }[],
): CriterionReport['trust'] {
  const applied = blind.filter(({ marks }) => marks[criterion] !== null);
  const pairs = applied.flatMap(({ marks, auto }) => {
    const [human, machine] = [marks[criterion], auto[criterion].mark];
    return human === null || machine === null ? [] : [{ human, machine }];
  });
  const measured = pairs.length;
  const same = pairs.filter(({ human, machine }) => human === machine).length;
  const meanOf = (marks: readonly number[]) => (measured === 0 ? null : marks.reduce((sum, mark) => sum + mark / 2, 0) / measured);
  return {
    reviews: applied.length,
    measured,
    same,
    share: measured === 0 ? null : same / measured,
    interval: wilsonInterval(same, measured),
    higher: pairs.filter(({ human, machine }) => machine > human).length,
    lower: pairs.filter(({ human, machine }) => machine < human).length,
    alpha: krippendorffAlpha(
      pairs.map(({ human, machine }) => [human, machine]),
      'ordinal',
    ),
    autoMean: meanOf(pairs.map(({ machine }) => machine)),
    humanMean: meanOf(pairs.map(({ human }) => human)),
  };
}
