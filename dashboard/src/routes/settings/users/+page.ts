// Everybody who has an account.
import { askUsers } from '../../../lib/settings/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:users');
  const { session } = await parent();
  return { users: session.permissions.includes('users:read') ? askUsers(fetch) : null };
};
