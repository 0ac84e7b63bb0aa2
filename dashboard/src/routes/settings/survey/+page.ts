// The settings of our own survey.
import { askSurvey } from '../../../lib/settings/survey/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:survey');
  const { session } = await parent();
  return { survey: session.permissions.includes('settings:read') ? askSurvey(fetch) : null };
};
