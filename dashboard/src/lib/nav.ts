// The pages of the navigation: a page is one line here.
import Cable from '@lucide/svelte/icons/cable';
import ChartLine from '@lucide/svelte/icons/chart-line';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Settings from '@lucide/svelte/icons/settings';
import Star from '@lucide/svelte/icons/star';
import type { Component } from 'svelte';
import type { Words } from './words/words.ts';

export type NavGroup = keyof Words['nav']['groups'];

export type NavPage = {
  readonly id: keyof Words['nav']['pages'];
  readonly href: string;
  readonly group: NavGroup;
  /** Pressed after `g`. */
  readonly key: string;
  readonly icon: Component<{ size?: number; strokeWidth?: number }>;
  /** What of the filter bar has an effect here: all of it on figures, no comparison and no clock on lists. */
  readonly filters: 'figures' | 'list' | 'none';
};

export const navPages: readonly NavPage[] = [
  { id: 'overview', href: '/', group: 'insight', key: 'o', icon: LayoutGrid, filters: 'figures' },
  { id: 'responseTimes', href: '/response-times', group: 'insight', key: 'r', icon: ChartLine, filters: 'figures' },
  { id: 'satisfaction', href: '/satisfaction', group: 'insight', key: 'a', icon: Star, filters: 'figures' },
  { id: 'conversations', href: '/conversations', group: 'work', key: 'c', icon: MessagesSquare, filters: 'list' },
  { id: 'sources', href: '/sources', group: 'setup', key: 'u', icon: Cable, filters: 'none' },
  { id: 'settings', href: '/settings', group: 'setup', key: 's', icon: Settings, filters: 'none' },
];

export const navGroups: readonly NavGroup[] = ['insight', 'work', 'setup'];

/** The page that an address belongs to: the longest matching one; null for addresses outside the navigation. */
export function navPageOf(path: string): NavPage | null {
  const matching = navPages.filter((page) => (page.href === '/' ? path === '/' : path === page.href || path.startsWith(`${page.href}/`)));
  return matching.sort((a, b) => b.href.length - a.href.length)[0] ?? null;
}
