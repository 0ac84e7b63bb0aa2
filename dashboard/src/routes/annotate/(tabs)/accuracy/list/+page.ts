// The conversations behind a figure of live accuracy.
import { fieldOf } from '../../../../../lib/annotate/field-of.ts';
import { askLabelledRows, partOf } from '../../../../../lib/labelled/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, url, depends }) => {
  depends('huiyin:annotations');
  const [field, part] = [fieldOf(url.searchParams), partOf(url.searchParams)];
  return { field, part, key: JSON.stringify([field, part]), rows: askLabelledRows(fetch, field, { ...part, offset: 0 }) };
};
