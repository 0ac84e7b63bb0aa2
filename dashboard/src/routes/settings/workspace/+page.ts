// The workspace, its restatements and its own addresses.
import { askOwnAddresses, askRestatements, askWorkspace } from '../../../lib/settings/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:workspace');
  const { session } = await parent();
  const mayRead = session.permissions.includes('settings:read');
  return { loaded: mayRead ? Promise.all([askWorkspace(fetch), askRestatements(fetch), askOwnAddresses(fetch)]) : null };
};
