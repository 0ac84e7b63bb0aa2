// The report on reply quality for a question: whose numbers it may tell, and what they are.
import { tellsOfFew } from '#api/engine/weighted-rows.ts';
import type { Instant } from '#db/model/instant.ts';
import type { InstantRange, Plan } from '#db/model/metric.ts';
import type { QualityTerms } from '#db/model/quality.ts';
import type { Db } from '#db/open.ts';
import { findBlindReviews, findReviewedReplies } from '#db/store/quality-list.ts';
import { currentQualityTerms } from '#db/store/quality-settings.ts';
import { findStaffNames } from '#db/store/staff.ts';
import { type CriterionReport, criterionReports } from './criterion-report.ts';

export type QualityReport = {
  /** As many as `quality-score` counts by arrival. */
  readonly n: number;
  readonly hidden: boolean;
  readonly terms: QualityTerms;
  readonly criteria: readonly (CriterionReport & { readonly weight: number })[];
};

export type ReportQuestion = { readonly filters: Plan['filters']; readonly range: InstantRange | null; readonly asOf: Instant };

/** Hidden as the figures are: where people are named, below five reviews, and where fewer than three people wrote the replies. */
export async function readQualityReport(db: Db, { filters, range, asOf }: ReportQuestion): Promise<QualityReport> {
  // Who wrote a reply is not who answered its conversation first, so a filter on agents has no answer here either way.
  const isNamed = (filters.agent ?? []).length > 0;
  const [terms, names, found] = await Promise.all([
    currentQualityTerms(db),
    findStaffNames(db),
    isNamed ? [] : findReviewedReplies(db, { filters, range, asOf }),
  ]);
  const people = found.map(({ agentKey }) => ({ agent: agentKey === null ? null : (names.get(agentKey) ?? null) }));
  const hidden = isNamed || (found.length > 0 && tellsOfFew(people));
  const ids = found.map(({ taskId }) => taskId);
  const reports = hidden ? criterionReports([], []) : criterionReports(found, await findBlindReviews(db, ids));
  return {
    n: found.length,
    hidden,
    terms,
    criteria: reports.map((report) => ({ ...report, weight: terms.weights[report.criterion] })),
  };
}
