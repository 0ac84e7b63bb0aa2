// The tabs of the settings: a tab is one line here and a folder under `routes/settings`.
import type { Permission } from './shapes.ts';

export type SettingsTab = {
  readonly id:
    | 'workspace'
    | 'calendars'
    | 'promises'
    | 'events'
    | 'staff'
    | 'scores'
    | 'taxonomy'
    | 'survey'
    | 'issues'
    | 'users'
    | 'account';
  readonly href: string;
  /** Null: everybody who is signed in. */
  readonly needs: Permission | null;
};

export const settingsTabs: readonly SettingsTab[] = [
  { id: 'workspace', href: '/settings/workspace', needs: 'settings:read' },
  { id: 'calendars', href: '/settings/calendars', needs: 'settings:read' },
  { id: 'promises', href: '/settings/promises', needs: 'settings:read' },
  { id: 'events', href: '/settings/events', needs: 'metrics:read' },
  { id: 'staff', href: '/settings/staff', needs: 'settings:read' },
  { id: 'scores', href: '/settings/scores', needs: 'settings:read' },
  { id: 'taxonomy', href: '/settings/taxonomy', needs: 'settings:read' },
  { id: 'survey', href: '/settings/survey', needs: 'settings:read' },
  { id: 'issues', href: '/settings/issues', needs: 'settings:read' },
  { id: 'users', href: '/settings/users', needs: 'users:read' },
  { id: 'account', href: '/settings/account', needs: null },
];

/** The tab that an address belongs to, with its sub-pages; null for addresses outside the tabs. */
export function tabOf(path: string): SettingsTab | null {
  return settingsTabs.find((tab) => path === tab.href || path.startsWith(`${tab.href}/`)) ?? null;
}

/** The tabs that somebody with these permissions may open. */
export function tabsFor(permissions: readonly Permission[]): readonly SettingsTab[] {
  return settingsTabs.filter((tab) => tab.needs === null || permissions.includes(tab.needs));
}
