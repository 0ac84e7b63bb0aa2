// One round's queue, or one reply that was chosen by hand; replies are lent when the page is open.
import { error, redirect } from '@sveltejs/kit';
import { askRounds } from '../../../lib/quality/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent }) => {
  // First of all the session: a visitor who is not signed in yet has no rounds.
  const { session } = await parent();
  if (!session.permissions.includes('annotations:write')) redirect(307, '/quality');
  const [conversation, message] = [url.searchParams.get('conversation'), url.searchParams.get('message')];
  if (conversation !== null && message !== null) return { round: null, chosen: { conversation, message } };
  const round = (await askRounds(fetch)).find(({ id }) => String(id) === url.searchParams.get('round'));
  if (round === undefined) error(404);
  return { round, chosen: null };
};
