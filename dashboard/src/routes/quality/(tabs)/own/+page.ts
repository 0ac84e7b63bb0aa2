// The reviews of the visitor's own replies.
import { askOwn } from '../../../../lib/quality/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, depends }) => {
  depends('huiyin:quality');
  return { own: askOwn(fetch) };
};
