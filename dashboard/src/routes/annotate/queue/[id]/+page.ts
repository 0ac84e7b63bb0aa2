// One campaign's queue; the tasks themselves are lent when the page is open.
import { error, redirect } from '@sveltejs/kit';
import { askCampaigns } from '../../../../lib/annotate/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent }) => {
  // First of all the session: a visitor who is not signed in yet has no campaigns.
  const { session } = await parent();
  if (!session.permissions.includes('annotations:write')) redirect(307, '/annotate');
  const campaign = (await askCampaigns(fetch)).find(({ id }) => String(id) === params.id);
  if (campaign === undefined) error(404);
  return { campaign };
};
