// The connectors to choose from.
import { askConnectors } from '../../../lib/sources/ask.ts';
import { loadShownWords } from '../../../lib/sources/said.svelte.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  const { session } = await parent();
  const mayWrite = session.permissions.includes('sources:write');
  return { connectors: mayWrite ? Promise.all([askConnectors(fetch), loadShownWords()]).then(([connectors]) => connectors) : null };
};
