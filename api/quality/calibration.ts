// A calibration session: how far reviewers of the same replies agree on each criterion, and which way each of them leans.
import { keptOr, openKept } from '#api/engine/kept.ts';
import { alphaInterval } from '#api/stats/alpha-interval.ts';
import { krippendorffAlpha } from '#api/stats/krippendorff-alpha.ts';
import { meanInterval } from '#api/stats/mean-interval.ts';
import { seededChance } from '#db/facts/seeded-chance.ts';
import { byCriterion, type QualityCriterion, type QualityMarks, qualityCriteria } from '#db/model/quality.ts';

/** Nobody looks at more sessions in turns. */
const mostKept = 12;

type Given = { readonly reviewer: string; readonly marks: QualityMarks };
/** One reply with what each of its reviewers said. */
export type CalibratedReply = { readonly reviews: readonly Given[] };

type Pair = readonly [low: number, high: number];

export type CriterionAgreement = {
  readonly criterion: QualityCriterion;
  /** Replies that two reviewers or more marked, and those on which all said the same. */
  readonly replies: number;
  readonly unanimous: number;
  /** Krippendorff's alpha, ordinal; null where everybody always says the same one thing. */
  readonly alpha: number | null;
  readonly interval: Pair | null;
};

export type Lean = {
  readonly reviewer: string;
  readonly replies: number;
  /** Mean of the own marks less the mean of the others' marks of the same replies, -1 to 1: above 0 is milder than the group. */
  readonly lean: number | null;
  readonly interval: Pair | null;
};

/** Agreement on each criterion, in their order. */
export function agreementByCriterion(replies: readonly CalibratedReply[]): CriterionAgreement[] {
  return qualityCriteria.map((criterion) => {
    const units = replies.map(({ reviews }) => reviews.flatMap(({ marks }) => marks[criterion] ?? [])).filter((marks) => marks.length > 1);
    return {
      criterion,
      replies: units.length,
      unanimous: units.filter((marks) => marks.every((mark) => mark === marks[0])).length,
      alpha: krippendorffAlpha(units, 'ordinal'),
      interval: alphaInterval(units, 'ordinal', seededChance(`calibration ${criterion}`)),
    };
  });
}

/** `agreementByCriterion`, worked out once for the same marks: its intervals take a while, and each result that is settled on asks again. */
export function openAgreements(): typeof agreementByCriterion {
  const kept = openKept<CriterionAgreement[]>(mostKept);
  return (replies) => {
    const said = JSON.stringify(replies.map(({ reviews }) => reviews.map(({ marks }) => marks)));
    return keptOr(kept, said, () => agreementByCriterion(replies));
  };
}

/** One lean a reviewer, by name of account; the unit is the reply, so that seven marks of one reply do not pass for seven replies. */
export function leans(replies: readonly CalibratedReply[]): Lean[] {
  const reviewers = [...new Set(replies.flatMap(({ reviews }) => reviews.map(({ reviewer }) => reviewer)))].toSorted();
  return reviewers.map((reviewer) => {
    const gaps = replies.flatMap((reply) => gapOf(reply, reviewer) ?? []);
    const n = gaps.length;
    const sum = gaps.reduce((total, gap) => total + gap, 0);
    const squares = gaps.reduce((total, gap) => total + gap * gap, 0);
    return { reviewer, replies: n, lean: n === 0 ? null : sum / n, interval: meanInterval({ n, sum, squares }) };
  });
}

function gapOf({ reviews }: CalibratedReply, reviewer: string): number | null {
  const own = reviews.find((review) => review.reviewer === reviewer);
  const others = reviews.filter((review) => review.reviewer !== reviewer);
  if (own === undefined || others.length === 0) return null;
  const gaps = qualityCriteria.flatMap((criterion) => {
    const mark = own.marks[criterion];
    const theirs = others.flatMap(({ marks }) => marks[criterion] ?? []);
    return mark === null || theirs.length === 0 ? [] : [(mark - meanOf(theirs)) / 2];
  });
  return gaps.length === 0 ? null : meanOf(gaps);
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the group would settle on without talking: the lower middle of the marks of each criterion; null where most say it does not apply. */
export function proposedMarks({ reviews }: CalibratedReply): QualityMarks {
  return byCriterion((criterion) => {
    const given = reviews.flatMap((review) => review.marks[criterion] ?? []).toSorted();
    return given.length * 2 < reviews.length ? null : (given[Math.floor((given.length - 1) / 2)] ?? null);
  });
}
