// Days and times in the workspace's zone and the screen's language.
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayIn,
  daysBetween,
  firstOfMonth,
  formatClock,
  formatDay,
  formatDayRange,
  formatTime,
  hourIn,
  isDay,
  weekday,
  yearBefore,
} from '../../../dashboard/src/lib/format/date.ts';

describe('days of a zone', () => {
  it('belong to the zone, not to the reader', () => {
    const at = Date.parse('2026-03-19T18:30:00Z');
    expect([dayIn('Asia/Shanghai', at), dayIn('America/New_York', at), dayIn('Asia/Kathmandu', at), hourIn('Asia/Kathmandu', at)]).toEqual([
      '2026-03-20',
      '2026-03-19',
      '2026-03-20',
      0,
    ]);
  });

  it('are counted without regard to daylight saving', () => {
    expect([
      addDays('2026-03-28', 1),
      addDays('2026-03-29', 1),
      addDays('2026-01-01', -1),
      daysBetween('2026-03-28', '2026-03-30'),
    ]).toEqual(['2026-03-29', '2026-03-30', '2025-12-31', 3]);
  });

  it('know months, leap years and weekdays', () => {
    expect([
      firstOfMonth('2026-03-31', -1),
      firstOfMonth('2026-12-05', 1),
      yearBefore('2024-02-29'),
      yearBefore('2026-03-20'),
      weekday('2026-03-20'),
    ]).toEqual(['2026-02-01', '2027-01-01', '2023-02-28', '2025-03-20', 4]);
  });

  it('are told from nonsense', () => {
    expect(['2026-02-28', '2026-02-30', '2026-2-3', '', 'today', '2026-13-01'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('dates on screen', () => {
  it('follow the screen language and name the year only where it is another', () => {
    expect([
      formatDay('2026-03-12', 'en-GB', '2026'),
      formatDay('2026-03-12', 'zh-CN', '2026'),
      formatDay('2025-03-12', 'en-GB', '2026'),
      formatDayRange('2026-02-20', '2026-03-19', 'en-GB', '2026'),
      formatDayRange('2025-12-20', '2026-03-19', 'en-GB', '2026'),
      formatDayRange('2025-01-02', '2025-03-19', 'zh-CN', '2026'),
      formatDayRange('2026-03-19', '2026-03-19', 'zh-CN', '2026'),
    ]).toEqual([
      '12 Mar',
      '3月12日',
      '12 Mar 2025',
      '20 Feb – 19 Mar',
      '20 Dec 2025 – 19 Mar 2026',
      '2025年1月2日 – 2025年3月19日',
      '3月19日',
    ]);
  });

  it('show a dash for no time and for what is none', () => {
    expect([formatTime(null, 'en-GB', 'UTC'), formatTime('nonsense', 'en-GB', 'UTC'), formatClock(undefined, 'zh-CN', 'UTC')]).toEqual([
      '-',
      '-',
      '-',
    ]);
  });

  it('show the hour of the zone', () => {
    expect([
      formatClock('2026-03-20T07:39:00Z', 'en-GB', 'Asia/Shanghai'),
      formatTime('2025-03-20T07:39:00Z', 'en-GB', 'Asia/Shanghai', '2026'),
    ]).toEqual(['15:39', '20 Mar 2025, 15:39']);
  });
});
