// Issues that deserve a public answer, over all times.
import { askFaqList } from '../../../lib/faq/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:figures');
  // A visitor of the demo is signed in there.
  await parent();
  return { faq: askFaqList(fetch) };
};
