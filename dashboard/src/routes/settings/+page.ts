// The settings open on the first tab that the person may see.
import { redirect } from '@sveltejs/kit';
import { tabsFor } from '../../lib/settings/tabs.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { session } = await parent();
  redirect(307, tabsFor(session.permissions)[0]?.href ?? '/settings/account');
};
