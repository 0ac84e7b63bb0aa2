// The connectors to choose from.
import { askConnectors } from '../../../lib/sources/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  const { session } = await parent();
  return { connectors: session.permissions.includes('sources:write') ? askConnectors(fetch) : null };
};
