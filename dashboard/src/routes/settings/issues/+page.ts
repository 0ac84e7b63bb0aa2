// The settings of issues: repository of tickets, cost of a reply, and the grouping anew.
import { askCost, askRegrouping, askTicketPlace } from '../../../lib/tickets/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:issue-settings');
  const { session } = await parent();
  const mayRead = session.permissions.includes('settings:read');
  return { loaded: mayRead ? Promise.all([askTicketPlace(fetch), askCost(fetch), askRegrouping(fetch)]) : null };
};
