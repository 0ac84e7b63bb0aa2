// All sources with their state.
import { askSources } from '../../lib/sources/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:sources');
  const { session } = await parent();
  return { sources: session.permissions.includes('sources:read') ? askSources(fetch) : null };
};
