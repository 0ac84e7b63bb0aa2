// What scores, what was scored by older versions, and how much fits no category.
import { askMetric } from '../../../lib/api/ask.ts';
import { askScoring } from '../../../lib/settings/ask.ts';
import { fitQuestions } from '../../../lib/settings/scores/fit.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:scoring');
  const { session, zone, now, taxonomy } = await parent();
  const mayRead = session.permissions.includes('settings:read');
  const fit = () => Promise.all(fitQuestions(zone, now()).map((question) => askMetric(fetch, 'category-share', question)));
  return { taxonomy, loaded: mayRead ? Promise.all([askScoring(fetch), fit()]) : null };
};
