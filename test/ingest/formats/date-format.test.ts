// Dates of exports: declared formats and zones, changes of the clock, and no guessing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDateReader } from '#ingest/formats/date-format.ts';

const iso = (at: number): string => new Date(at).toISOString();
const read = (formats: string[], zone: string | null, text: string) => {
  const { at, flag } = openDateReader(formats, zone)(text, 'at');
  return [iso(at), flag];
};

describe('a declared date format', () => {
  it('reads what exports write', () => {
    const cases: readonly (readonly [format: string, zone: string | null, text: string, instant: string])[] = [
      ['iso', 'Asia/Shanghai', '2026-03-01 10:00:00', '2026-03-01T02:00:00.000Z'],
      ['iso', 'Asia/Kathmandu', '2026-03-01T10:00', '2026-03-01T04:15:00.000Z'],
      ['iso', null, '2026-03-01T10:00:00.123456+0530', '2026-03-01T04:30:00.123Z'],
      ['iso', 'Asia/Shanghai', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z'],
      ['dd.MM.yyyy HH:mm', 'Europe/Berlin', '31.12.2025 23:59', '2025-12-31T22:59:00.000Z'],
      ['d.M.yyyy H:mm', 'Europe/Berlin', '1.2.2026 9:05', '2026-02-01T08:05:00.000Z'],
      ['MM/dd/yyyy hh:mm a', 'America/New_York', '07/04/2026 12:30 AM', '2026-07-04T04:30:00.000Z'],
      ['MM/dd/yyyy h:mm a', 'America/New_York', '07/04/2026 1:30 p.m.', '2026-07-04T17:30:00.000Z'],
      ["yyyy-MM-dd'T'HH:mm:ss.SSSxxx", null, '2026-03-01T10:00:00.250+01:00', '2026-03-01T09:00:00.250Z'],
      ['yyyy年M月d日 HH:mm', 'Asia/Shanghai', '2026年3月1日 08:00', '2026-03-01T00:00:00.000Z'],
      ['yyyy-MM-dd', 'Europe/Paris', '2026-07-01', '2026-06-30T22:00:00.000Z'],
      ['epoch-s', null, '1772359200', '2026-03-01T10:00:00.000Z'],
      ['epoch-ms', null, '1772359200123', '2026-03-01T10:00:00.123Z'],
    ];
    for (const [format, zone, text, instant] of cases) expect([format, ...read([format], zone, text)]).toEqual([format, instant, null]);
  });

  it('flags a time that occurs twice and takes the first of the two', () => {
    expect(read(['iso'], 'Europe/Berlin', '2026-10-25 02:30:00')).toEqual(['2026-10-25T00:30:00.000Z', 'ambiguous_time']);
    expect(read(['iso'], 'America/New_York', '2026-11-01 01:30:00')).toEqual(['2026-11-01T05:30:00.000Z', 'ambiguous_time']);
    expect(read(['iso'], 'Europe/Berlin', '2026-10-25 03:00:00')).toEqual(['2026-10-25T02:00:00.000Z', null]);
  });

  it('flags a time that never occurs and moves it past the gap', () => {
    expect(read(['iso'], 'Europe/Berlin', '2026-03-29 02:30:00')).toEqual(['2026-03-29T01:30:00.000Z', 'nonexistent_time']);
    expect(read(['iso'], 'Australia/Lord_Howe', '2026-10-04 02:15:00')).toEqual(['2026-10-03T15:45:00.000Z', 'nonexistent_time']);
  });

  it('refuses what it would have to guess', () => {
    expect(() => read(['iso'], null, '2026-03-01 10:00:00')).toThrow('at is a time without a zone; declare "zone" in the mapping file');
    expect(() => read(['dd/MM/yyyy HH:mm', 'MM/dd/yyyy HH:mm'], 'UTC', '03/04/2026 10:00')).toThrow(
      'a time that only one of the declared formats can read',
    );
    expect(read(['dd/MM/yyyy HH:mm', 'MM/dd/yyyy HH:mm'], 'UTC', '13/04/2026 10:00')).toEqual(['2026-04-13T10:00:00.000Z', null]);
    for (const text of ['30.02.2026 10:00', '01.01.2026 24:00', '01.01.26 10:00', '01.01.2026', 'yesterday']) {
      expect(() => read(['dd.MM.yyyy HH:mm'], 'UTC', text)).toThrow('expected a time written as dd.MM.yyyy HH:mm');
    }
  });

  it('is itself refused where it cannot work', () => {
    const faults: readonly (readonly [string, string])[] = [
      ['HH:mm', 'needs yyyy, MM or M, and dd or d'],
      ['dd.MM.yyyy hh:mm', 'hh or h needs a (AM/PM)'],
      ['dd.MM.yyyy dd', 'a part occurs twice'],
      ['dd.MM.yyyy Q', 'the letter Q stands for nothing'],
    ];
    for (const [format, reason] of faults) expect(() => openDateReader([format], 'UTC')).toThrow(reason);
  });

  it('gives back every instant that was written in a zone, but for the repeated hour, which is flagged', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Shanghai', 'Africa/Casablanca'];
    const instants = fc
      .integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
      .map((minutes) => minutes * 60_000);
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const parts = Object.fromEntries(
          new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
            .formatToParts(at)
            .map(({ type, value }) => [type, value]),
        );
        const text = `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}:${parts.second}`;
        const found = openDateReader(['dd/MM/yyyy HH:mm:ss'], zone)(text, 'at');
        if (found.at !== at) expect(found.flag).toBe('ambiguous_time');
        expect(found.flag).not.toBe('nonexistent_time');
      }),
      { numRuns: 500 },
    );
  });
});
