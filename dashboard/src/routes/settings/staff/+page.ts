// The agents as the sources know them.
import { askStaff } from '../../../lib/settings/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, depends }) => {
  depends('huiyin:staff');
  const { session } = await parent();
  return { staff: session.permissions.includes('settings:read') ? askStaff(fetch) : null };
};
