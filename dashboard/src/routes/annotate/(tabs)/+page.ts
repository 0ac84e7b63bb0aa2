// Campaigns that are open, with what is left in each for whoever asks.
import { askCampaigns } from '../../../lib/annotate/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:annotations');
  const { session } = await parent();
  return { campaigns: session.permissions.includes('annotations:write') ? askCampaigns(fetch) : null };
};
