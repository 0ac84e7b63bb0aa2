// The two halves that the rows behind a share divide into, in words.
import type { MetricId } from '../api/shapes.ts';
import type { Words } from '../words/words.ts';

/** What a hit and what a miss is called; null for a metric that is no share. */
export function outcomesOf(metric: MetricId, words: Words): { readonly hit: string; readonly miss: string } | null {
  switch (metric) {
    case 'answered-within-promise':
    case 'nudged-waits':
    case 'reopen-rate':
    case 'never-answered':
    case 'language-match':
    case 'csat':
    case 'survey-response-rate':
    case 'negative-share':
    case 'category-share':
    case 'urgent-share':
    case 'unscored-share':
    case 'notice-coverage':
    case 'told-share':
    case 'complaint-acknowledged':
    case 'complaint-decided':
    case 'complaint-climbs':
    case 'no-reply-claims':
    case 'quality-score':
    case 'quality-pass-rate':
    case 'critical-error-rate':
      return words.outcomes[metric];
    default:
      return null;
  }
}
