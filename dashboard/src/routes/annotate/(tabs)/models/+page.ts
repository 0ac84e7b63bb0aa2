// The cards of the shipped models, and how right they are here.
import { askAccuracy, askModels } from '../../../../lib/annotate/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  await parent();
  depends('huiyin:annotations');
  const live = async () => {
    const [sentiment, category] = await Promise.all([askAccuracy(fetch, 'sentiment'), askAccuracy(fetch, 'category')]);
    return { sentiment, category };
  };
  return { cards: askModels(fetch), live: live() };
};
