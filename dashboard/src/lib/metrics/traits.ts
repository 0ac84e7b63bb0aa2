// What the dashboard has to know of a metric before it asks: unit, direction, whether it looks at a range at all.
import type { MetricId, Unit } from '../api/shapes.ts';
import type { ListSpec } from '../url-state/panel.ts';

export type MetricTraits = {
  readonly unit: Unit;
  readonly better: 'higher' | 'lower' | 'neutral';
  /** False: always as of now, whatever the date range says. */
  readonly isRanged: boolean;
};

export const metricTraits: Readonly<Record<MetricId, MetricTraits>> = {
  arrivals: { unit: 'count', better: 'neutral', isRanged: true },
  'answered-within-promise': { unit: 'share', better: 'higher', isRanged: true },
  'first-response-time': { unit: 'ms', better: 'lower', isRanged: true },
  'next-response-time': { unit: 'ms', better: 'lower', isRanged: true },
  'answered-by': { unit: 'share', better: 'higher', isRanged: true },
  'nudged-waits': { unit: 'share', better: 'lower', isRanged: true },
  'resolution-time': { unit: 'ms', better: 'lower', isRanged: true },
  'reopen-rate': { unit: 'share', better: 'lower', isRanged: true },
  backlog: { unit: 'count', better: 'lower', isRanged: true },
  overdue: { unit: 'count', better: 'lower', isRanged: false },
  'never-answered': { unit: 'share', better: 'lower', isRanged: true },
  'language-match': { unit: 'share', better: 'higher', isRanged: true },
  csat: { unit: 'share', better: 'higher', isRanged: true },
  nps: { unit: 'points', better: 'higher', isRanged: true },
  ces: { unit: 'grade', better: 'higher', isRanged: true },
  'survey-response-rate': { unit: 'share', better: 'higher', isRanged: true },
  sentiment: { unit: 'score', better: 'higher', isRanged: true },
  'negative-share': { unit: 'share', better: 'lower', isRanged: true },
  'category-share': { unit: 'share', better: 'neutral', isRanged: true },
  'urgent-share': { unit: 'share', better: 'lower', isRanged: true },
  'unscored-share': { unit: 'share', better: 'lower', isRanged: true },
  'notice-coverage': { unit: 'share', better: 'neutral', isRanged: true },
  'told-share': { unit: 'share', better: 'higher', isRanged: true },
  complaints: { unit: 'count', better: 'lower', isRanged: true },
  'complaint-acknowledged': { unit: 'share', better: 'higher', isRanged: true },
  'complaint-decided': { unit: 'share', better: 'higher', isRanged: true },
  'complaint-overdue': { unit: 'count', better: 'lower', isRanged: false },
  'complaint-climbs': { unit: 'share', better: 'lower', isRanged: true },
  'no-reply-claims': { unit: 'share', better: 'lower', isRanged: true },
  'quality-score': { unit: 'share', better: 'higher', isRanged: true },
  'quality-pass-rate': { unit: 'share', better: 'higher', isRanged: true },
  'critical-error-rate': { unit: 'share', better: 'lower', isRanged: true },
};

/** The metric of this name; null for a name that an old link may carry. */
export function metricNamed(name: string): MetricId | null {
  return isMetric(name) ? name : null;
}

function isMetric(name: string): name is MetricId {
  return Object.hasOwn(metricTraits, name);
}

/** The list behind a metric's figure: rangeless where the figure is. */
export function listOf(metric: MetricId, narrower: Omit<ListSpec, 'metric'> = {}): ListSpec {
  return metricTraits[metric].isRanged ? { metric, ...narrower } : { metric, range: 'all', ...narrower };
}
