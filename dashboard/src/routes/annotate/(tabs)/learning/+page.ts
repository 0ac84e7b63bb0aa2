// What was taught of a field, what is in force, and whether a model is being taught.
import { askLearning, taughtFields } from '../../../../lib/learning/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:learning');
  await parent();
  const field = taughtFields.find((one) => one === url.searchParams.get('field')) ?? 'category';
  return { field, learning: askLearning(fetch, field) };
};
