// All business events, those to come included.
import { askAllEvents } from '../../../lib/settings/events/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:events');
  const { session } = await parent();
  return { events: session.permissions.includes('metrics:read') ? askAllEvents(fetch) : null };
};
