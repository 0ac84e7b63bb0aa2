// All campaigns, and what a new one may be filtered by.

import { askCampaigns } from '../../../../lib/annotate/ask.ts';
import { askDimensions } from '../../../../lib/api/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:annotations');
  const { session } = await parent();
  const may = session.permissions.includes('annotations:manage');
  return { campaigns: may ? askCampaigns(fetch) : null, known: may ? askDimensions(fetch) : null };
};
