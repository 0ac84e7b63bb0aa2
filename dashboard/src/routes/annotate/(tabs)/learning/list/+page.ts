// The held-out conversations that a taught version was measured on.
import { askHeldOutRows } from '../../../../../lib/labelled/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, url, depends }) => {
  depends('huiyin:learning');
  const field = url.searchParams.get('field') === 'sentiment' ? ('sentiment' as const) : ('category' as const);
  const wanted = Number(url.searchParams.get('version'));
  const version = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1;
  const asked = { field, version, language: url.searchParams.get('language') };
  return { asked, key: JSON.stringify(asked), rows: askHeldOutRows(fetch, { ...asked, offset: 0 }) };
};
