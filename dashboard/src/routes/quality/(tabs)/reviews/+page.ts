// Rounds with what is left in each for whoever asks, and the newest reviews.
import { askDimensions } from '../../../../lib/api/ask.ts';
import { askReviews, askRounds } from '../../../../lib/quality/ask.ts';
import type { PageLoad } from './$types';

const fewest = 20;

export const load: PageLoad = async ({ fetch, parent, url, depends }) => {
  depends('huiyin:quality');
  const { session } = await parent();
  const may = session.permissions.includes('annotations:write');
  const asked = Number(url.searchParams.get('shown') ?? fewest);
  const shown = Number.isInteger(asked) ? Math.min(200, Math.max(fewest, asked)) : fewest;
  return {
    shown,
    rounds: may ? askRounds(fetch) : null,
    reviews: may ? askReviews(fetch, shown) : null,
    known: session.permissions.includes('annotations:manage') ? askDimensions(fetch) : null,
  };
};
