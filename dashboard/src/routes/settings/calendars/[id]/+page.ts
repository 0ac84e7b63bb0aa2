// One calendar with all its versions, and the regions whose holidays are offered first.
import { askCalendars, askWorkspace } from '../../../../lib/settings/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, params }) => {
  const { session } = await parent();
  const mayRead = session.permissions.includes('settings:read');
  return { id: params.id, loaded: mayRead ? Promise.all([askCalendars(fetch), askWorkspace(fetch)]) : null };
};
