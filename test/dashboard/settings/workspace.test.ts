// The workspace's own settings: zones, the reopen window, regions, ids, and finding by words.
import { describe, expect, it } from 'vitest';
import { holidayRegions as houseRegions } from '#db/facts/holidays.ts';
import { found } from '../../../dashboard/src/lib/settings/found.ts';
import { slugOf } from '../../../dashboard/src/lib/settings/slug.ts';
import { holidayRegions, offeredRegions } from '../../../dashboard/src/lib/settings/workspace/regions.ts';
import { readWindow, windowDraft } from '../../../dashboard/src/lib/settings/workspace/reopen-window.ts';
import { cityOf, offsetText, zoneChoices, zoneText } from '../../../dashboard/src/lib/settings/workspace/zones.ts';

const winter = Date.parse('2026-01-15T12:00:00Z');

describe('zones', () => {
  it('names the offset of the day, not that of today', () => {
    const summer = Date.parse('2026-07-15T12:00:00Z');
    expect([offsetText('Asia/Shanghai', winter), offsetText('Europe/Berlin', winter), offsetText('Europe/Berlin', summer)]).toEqual([
      'UTC+8',
      'UTC+1',
      'UTC+2',
    ]);
  });
  it('puts the zone in use first and is found by city, region, name and offset', () => {
    const choices = zoneChoices(['America/New_York', 'Asia/Kathmandu', 'Asia/Shanghai'], 'Asia/Shanghai', 'en-GB', winter);
    expect(choices.map((one) => one.zone)).toEqual(['Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu']);
    const hits = (text: string) => found(choices, text, zoneText).map((one) => one.zone);
    expect([hits('new york'), hits('utc+5:45'), hits('china'), hits('asia'), hits('nowhere')]).toEqual([
      ['America/New_York'],
      ['Asia/Kathmandu'],
      ['Asia/Shanghai'],
      ['Asia/Shanghai', 'Asia/Kathmandu'],
      [],
    ]);
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });
});

describe('workspace', () => {
  it('reads the reopen window back as it shows it', () => {
    const day = 86_400_000;
    for (const ms of [0, 3_600_000, 36 * 3_600_000, 3 * day, 90 * day]) expect(readWindow(windowDraft(ms))).toBe(ms);
    expect(windowDraft(3 * day)).toEqual({ amount: '3', unit: 'days' });
    expect([
      readWindow({ amount: '91', unit: 'days' }),
      readWindow({ amount: '', unit: 'days' }),
      readWindow({ amount: '-1', unit: 'hours' }),
    ]).toEqual([null, null, null]);
  });
  it('offers the regions whose holidays the server knows, and keeps others that were chosen', () => {
    expect([...holidayRegions]).toEqual([...houseRegions]);
    expect(offeredRegions(['DE', 'DE-BY'])).toEqual(['CN', 'FR', 'DE', 'GB', 'US', 'DE-BY']);
  });
});

describe('slugOf', () => {
  it('makes ids that an address can carry, and another one where it is taken', () => {
    expect(slugOf('Nachtschicht Köln (DE)', [], 'calendar')).toBe('nachtschicht-koln-de');
    expect(slugOf('夜班', ['calendar'], 'calendar')).toBe('calendar-2');
    expect(slugOf('Business', ['business', 'business-2'], 'calendar')).toBe('business-3');
    expect(slugOf('x'.repeat(200), [], 'calendar')).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
  });
});

describe('found', () => {
  it('wants every word, case and accents apart', () => {
    const names = ['José Álvarez', 'Lin Yue', 'Jo Lindqvist'];
    expect([found(names, 'jose', String), found(names, 'LIN', String), found(names, ' jo lin ', String), found(names, '', String)]).toEqual(
      [['José Álvarez'], ['Lin Yue', 'Jo Lindqvist'], ['Jo Lindqvist'], names],
    );
  });
});
