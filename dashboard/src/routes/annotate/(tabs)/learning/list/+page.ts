// The held-out conversations that a taught version was measured on.
import { askHeldOutRows } from '../../../../../lib/labelled/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  // Whoever comes as a visitor of the demo company is signed in there first.
  await parent();
  depends('huiyin:learning');
  const field = url.searchParams.get('field') === 'sentiment' ? ('sentiment' as const) : ('category' as const);
  const wanted = Number(url.searchParams.get('version'));
  const version = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1;
  const asked = { field, version, language: url.searchParams.get('language') };
  return { asked, key: JSON.stringify(asked), rows: askHeldOutRows(fetch, { ...asked, offset: 0 }) };
};
