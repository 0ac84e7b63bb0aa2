// The question of the staffing page: one channel, with whatever its sliders say.
import { askStaffing } from '../../../lib/staffing/ask.ts';
import { parseStaffing } from '../../../lib/staffing/url.ts';
import type { PageLoad } from './$types';

const live = ['chat', 'live_chat', 'phone'];

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:figures', 'huiyin:staffing');
  const { dimensions } = await parent();
  const view = parseStaffing(url.searchParams);
  const known = (await dimensions)?.channel.map(({ value }) => value).filter((value) => value !== 'none') ?? [];
  const channel = view.channel ?? known.find((name) => live.includes(name)) ?? known[0] ?? null;
  return { view: { ...view, channel }, channels: known, staffing: channel === null ? null : askStaffing(fetch, channel, view) };
};
