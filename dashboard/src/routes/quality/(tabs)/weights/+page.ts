// Weights in all versions; and for those who lead, which users may see reviews of whose replies.
import { askOwners, askTerms } from '../../../../lib/quality/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:quality');
  const { session } = await parent();
  return {
    terms: askTerms(fetch),
    owners: session.permissions.includes('annotations:manage') ? askOwners(fetch) : null,
  };
};
