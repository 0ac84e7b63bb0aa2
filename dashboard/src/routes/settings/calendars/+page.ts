// All calendars, and the promises that count on them.
import { askCalendars, askPromises } from '../../../lib/settings/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  const { session } = await parent();
  const mayRead = session.permissions.includes('settings:read');
  return { loaded: mayRead ? Promise.all([askCalendars(fetch), askPromises(fetch)]) : null };
};
