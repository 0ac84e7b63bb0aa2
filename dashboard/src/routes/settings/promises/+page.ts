// All promises with the calendars they count on, and when a message now would be due under each.
import { askCalendars, askPreview, askPromises } from '../../../lib/settings/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  const { session } = await parent();
  if (!session.permissions.includes('settings:read')) return { loaded: null, previews: null };
  const promises = askPromises(fetch);
  const previews = promises.then(async (list) => {
    const pairs = await Promise.all(list.map(async ({ id }) => [id, await askPreview(fetch, { promiseId: id })] as const));
    return new Map(pairs);
  });
  return { loaded: Promise.all([promises, askCalendars(fetch)]), previews };
};
