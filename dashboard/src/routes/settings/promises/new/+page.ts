// What a new promise needs: the promises there are, and the calendars to choose from.
import { askCalendars, askPromises } from '../../../../lib/settings/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  const { session } = await parent();
  const mayWrite = session.permissions.includes('settings:write');
  return { loaded: mayWrite ? Promise.all([askPromises(fetch), askCalendars(fetch)]) : null };
};
