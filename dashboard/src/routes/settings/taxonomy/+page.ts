// The taxonomy in full with its draft and versions, how many conversations each category holds, and how many were scored by older versions.
import { askMetric } from '../../../lib/api/ask.ts';
import { askScoring } from '../../../lib/settings/ask.ts';
import { askTaxonomyState } from '../../../lib/settings/taxonomy/ask.ts';
import { countQuestion } from '../../../lib/settings/taxonomy/leaf-counts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:taxonomy');
  const { session, zone, now } = await parent();
  const mayRead = session.permissions.includes('settings:read');
  const counted = () => askMetric(fetch, 'arrivals', countQuestion(zone, now()));
  return { loaded: mayRead ? Promise.all([askTaxonomyState(fetch), counted(), askScoring(fetch)]) : null };
};
