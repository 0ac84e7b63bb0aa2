// Days as they are typed and walked over by keys, and the QR code of the second factor.
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../dashboard/src/lib/components/day-text.ts';
import { qrPath } from '../../../dashboard/src/lib/settings/account/qr-path.ts';
import { dayAfterKey } from '../../../dashboard/src/lib/settings/calendar/month-grid.ts';
import { settingsTabs, tabOf, tabsFor } from '../../../dashboard/src/lib/settings/tabs.ts';

describe('days', () => {
  it('reads what people type', () => {
    expect(['2026-11-27', '2026/1/7', '2026.11.27', '20261127', '2026年3月9日', '２０２６－０１－０２'].map(parseDay)).toEqual([
      '2026-11-27',
      '2026-01-07',
      '2026-11-27',
      '2026-11-27',
      '2026-03-09',
      '2026-01-02',
    ]);
  });
  it('refuses what is no day', () => {
    expect(['', '2026-02-30', '27.11.2026', '2026-13-01', 'tomorrow'].map(parseDay)).toEqual([null, null, null, null, null]);
  });
  it('walks by days, weeks and months', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'x'];
    expect(keys.map((key) => dayAfterKey('2028-03-01', key))).toEqual([
      '2028-02-29',
      '2028-03-02',
      '2028-02-23',
      '2028-03-08',
      '2028-02-01',
      '2028-04-01',
      '2028-03-01',
      '2028-03-31',
      null,
    ]);
  });
});

describe('qrPath', () => {
  it('draws the corner of a finder pattern, and grows with the text', () => {
    const short = qrPath('otpauth://totp/a?secret=ABCD');
    expect(short.path.startsWith('M0 0h1v1h-1zM1 0h1v1h-1z')).toBe(true);
    expect(short.path).not.toContain('M1 1h');
    expect(qrPath('x'.repeat(200)).size).toBeGreaterThan(short.size);
  });
});

describe('tabs', () => {
  it('shows everybody their account and only those with the right the rest', () => {
    expect(tabsFor([]).map((tab) => tab.id)).toEqual(['account']);
    expect(tabsFor(['settings:read']).map((tab) => tab.id)).toEqual([
      'workspace',
      'calendars',
      'promises',
      'staff',
      'scores',
      'taxonomy',
      'survey',
      'issues',
      'account',
    ]);
    expect(tabsFor(['metrics:read']).map((tab) => tab.id)).toEqual(['events', 'account']);
    expect(tabsFor(['settings:read', 'metrics:read', 'users:read'])).toEqual(settingsTabs);
  });
  it('knows the tab of a sub-page', () => {
    expect([tabOf('/settings/calendars/business')?.id, tabOf('/settings/staffing')?.id, tabOf('/settings')?.id]).toEqual([
      'calendars',
      undefined,
      undefined,
    ]);
  });
});
