// The list of metrics: one line for each.
import { AppError } from '#db/model/errors.ts';
import type { MetricCard } from '#db/model/metric.ts';
import { answeredBy } from './answered-by.ts';
import { answeredWithinPromise } from './answered-within-promise.ts';
import { arrivals } from './arrivals.ts';
import { backlog } from './backlog.ts';
import { categoryShare } from './category-share.ts';
import { ces } from './ces.ts';
import { complaintAcknowledged } from './complaint-acknowledged.ts';
import { complaintClimbs } from './complaint-climbs.ts';
import { complaintDecided } from './complaint-decided.ts';
import { complaintOverdue } from './complaint-overdue.ts';
import { complaints } from './complaints.ts';
import { criticalErrorRate } from './critical-error-rate.ts';
import { csat } from './csat.ts';
import { firstResponseTime } from './first-response-time.ts';
import { languageMatch } from './language-match.ts';
import type { Metric } from './metric.ts';
import { negativeShare } from './negative-share.ts';
import { neverAnswered } from './never-answered.ts';
import { nextResponseTime } from './next-response-time.ts';
import { noReplyClaims } from './no-reply-claims.ts';
import { noticeCoverage } from './notice-coverage.ts';
import { nps } from './nps.ts';
import { nudgedWaits } from './nudged-waits.ts';
import { overdue } from './overdue.ts';
import { qualityPassRate } from './quality-pass-rate.ts';
import { qualityScore } from './quality-score.ts';
import { reopenRate } from './reopen-rate.ts';
import { resolutionTime } from './resolution-time.ts';
import { sentiment } from './sentiment.ts';
import { surveyResponseRate } from './survey-response-rate.ts';
import { toldShare } from './told-share.ts';
import { unscoredShare } from './unscored-share.ts';
import { urgentShare } from './urgent-share.ts';

export const metrics: readonly Metric[] = [
  arrivals,
  answeredWithinPromise,
  firstResponseTime,
  nextResponseTime,
  answeredBy,
  nudgedWaits,
  resolutionTime,
  reopenRate,
  backlog,
  overdue,
  neverAnswered,
  languageMatch,
  csat,
  nps,
  ces,
  surveyResponseRate,
  sentiment,
  negativeShare,
  categoryShare,
  urgentShare,
  unscoredShare,
  noticeCoverage,
  toldShare,
  complaints,
  complaintAcknowledged,
  complaintDecided,
  complaintOverdue,
  complaintClimbs,
  noReplyClaims,
  qualityScore,
  qualityPassRate,
  criticalErrorRate,
];

/** The cards of all metrics, in the order of the list. */
export const metricCards: readonly MetricCard[] = metrics.map((metric) => metric.card);

/** The metric of an id; throws `not_found` and names the ids there are. */
export function getMetric(id: string): Metric {
  const metric = metrics.find((candidate) => candidate.card.id === id);
  if (metric === undefined) {
    throw new AppError('not_found', `no metric "${id.slice(0, 64)}"; there are: ${metrics.map((known) => known.card.id).join(', ')}`);
  }
  return metric;
}
