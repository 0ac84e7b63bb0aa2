// The conversations behind a figure of agreement.
import { fieldOf } from '../../../../../lib/annotate/field-of.ts';
import { askDoubles, doublePartOf } from '../../../../../lib/labelled/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  // Whoever comes as a visitor of the demo company is signed in there first.
  await parent();
  depends('huiyin:annotations');
  const [field, part] = [fieldOf(url.searchParams), doublePartOf(url.searchParams)];
  return { field, part, key: JSON.stringify([field, part]), rows: askDoubles(fetch, field, { ...part, offset: 0 }) };
};
