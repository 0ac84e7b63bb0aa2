// The pages of the navigation: a page is one line here.
import Activity from '@lucide/svelte/icons/activity';
import Cable from '@lucide/svelte/icons/cable';
import ChartLine from '@lucide/svelte/icons/chart-line';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Megaphone from '@lucide/svelte/icons/megaphone';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Settings from '@lucide/svelte/icons/settings';
import Star from '@lucide/svelte/icons/star';
import type { Component } from 'svelte';
import { peakTabs } from './peak/tabs.ts';
import type { Words } from './words/words.ts';

export type NavGroup = keyof Words['nav']['groups'];

export type NavPage = {
  readonly id: keyof Words['nav']['pages'];
  readonly href: string;
  readonly group: NavGroup;
  /** Pressed after `g`. */
  readonly key: string;
  readonly icon: Component<{ size?: number; strokeWidth?: number }>;
  /** What of the filter bar has an effect here: all of it on figures, no comparison on those that compare by themselves, no clock either on lists. */
  readonly filters: 'figures' | 'uncompared' | 'list' | 'none';
};

export const navPages: readonly NavPage[] = [
  { id: 'overview', href: '/', group: 'insight', key: 'o', icon: LayoutGrid, filters: 'figures' },
  { id: 'responseTimes', href: '/response-times', group: 'insight', key: 'r', icon: ChartLine, filters: 'figures' },
  { id: 'peakLoad', href: '/peak-load', group: 'insight', key: 'p', icon: Activity, filters: 'uncompared' },
  { id: 'satisfaction', href: '/satisfaction', group: 'insight', key: 't', icon: Star, filters: 'figures' },
  { id: 'quality', href: '/quality', group: 'insight', key: 'q', icon: ClipboardCheck, filters: 'figures' },
  { id: 'issues', href: '/issues', group: 'insight', key: 'i', icon: CircleAlert, filters: 'list' },
  { id: 'complaints', href: '/complaints', group: 'insight', key: 'm', icon: Megaphone, filters: 'uncompared' },
  { id: 'conversations', href: '/conversations', group: 'work', key: 'c', icon: MessagesSquare, filters: 'list' },
  { id: 'annotate', href: '/annotate', group: 'work', key: 'a', icon: ListChecks, filters: 'none' },
  { id: 'sources', href: '/sources', group: 'setup', key: 'u', icon: Cable, filters: 'none' },
  { id: 'settings', href: '/settings', group: 'setup', key: 's', icon: Settings, filters: 'none' },
];

export const navGroups: readonly NavGroup[] = ['insight', 'work', 'setup'];

/** The page that an address belongs to: the longest matching one; null for addresses outside the navigation. */
export function navPageOf(path: string): NavPage | null {
  const matching = navPages.filter((page) => (page.href === '/' ? path === '/' : path === page.href || path.startsWith(`${page.href}/`)));
  return matching.sort((a, b) => b.href.length - a.href.length)[0] ?? null;
}

/** Whether the filter bar belongs over an address: pages and their filtered tabs have it, pages below them (such as one conversation) do not. */
export function isFilteredAt(page: NavPage, path: string): boolean {
  return page.filters !== 'none' && (path === page.href || peakTabs.some((tab) => tab.isFiltered && tab.href === path));
}
