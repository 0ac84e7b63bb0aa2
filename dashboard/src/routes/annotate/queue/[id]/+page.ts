// One campaign's queue; the tasks themselves are lent when the page is open.
import { askCampaigns } from '../../../../lib/annotate/ask.ts';
import { ApiProblem } from '../../../../lib/api/problem.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
  const campaign = (await askCampaigns(fetch)).find(({ id }) => String(id) === params.id);
  if (campaign === undefined) throw new ApiProblem('not_found', 'no such campaign', 404);
  return { campaign };
};
