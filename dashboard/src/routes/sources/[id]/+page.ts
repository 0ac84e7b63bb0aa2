// One source with everything that is known of it, and its connector's form.
import { askConnectors, askSource } from '../../../lib/sources/ask.ts';
import { loadShownWords } from '../../../lib/sources/said.svelte.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, params, depends }) => {
  depends('huiyin:source');
  const { session } = await parent();
  const mayRead = session.permissions.includes('sources:read');
  return { id: params.id, loaded: mayRead ? Promise.all([askSource(fetch, params.id), askConnectors(fetch), loadShownWords()]) : null };
};
