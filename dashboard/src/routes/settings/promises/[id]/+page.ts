// One promise with all its versions, and the calendars to choose from.
import { askCalendars, askPromises } from '../../../../lib/settings/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, params }) => {
  const { session } = await parent();
  const mayRead = session.permissions.includes('settings:read');
  return { id: params.id, loaded: mayRead ? Promise.all([askPromises(fetch), askCalendars(fetch)]) : null };
};
