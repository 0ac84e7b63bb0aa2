// What the house was told: workspace, calendars, promises, and that none of it is ever edited in place.
import { expect, it } from 'vitest';
import { findCalendars, saveCalendar, saveCalendarVersion } from '#db/store/calendars.ts';
import { getFactSettings } from '#db/store/fact-settings.ts';
import { findPromises, savePromise, savePromiseVersion } from '#db/store/promises.ts';
import { getWorkspace, initialiseWorkspace, saveWorkspace } from '#db/store/workspace.ts';
import { calendarOf } from '#test/support/fact-settings.ts';
import { monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

await describeStores('settings', ({ openStore }) => {
  it('have defaults before anybody touched them', async () => {
    expect(await getWorkspace(await openStore())).toEqual({
      name: 'Huiyin',
      zone: 'Asia/Shanghai',
      reopenWindowMs: 0,
      holidayRegions: ['CN'],
      isDemo: false,
      initialised: false,
    });
  });

  it('begin with calendars and promises, and beginning again changes nothing', async () => {
    const db = await openStore();
    await initialiseWorkspace(db, monday);
    const first = { workspace: await getWorkspace(db), ...(await getFactSettings(db)) };
    await saveCalendar(db, { id: 'business', label: 'Our hours', versions: [] });
    await initialiseWorkspace(db, monday + 1);
    const second = { workspace: await getWorkspace(db), ...(await getFactSettings(db)) };
    expect(first.workspace.initialised).toBe(true);
    expect(first.calendars.map(({ id, versions }) => [id, versions.length])).toEqual([
      ['always', 1],
      ['business', 1],
    ]);
    expect(first.calendars[1]?.versions[0]?.exceptions.some(({ date }) => date.startsWith('2026-'))).toBe(true);
    expect(first.promises.length).toBeGreaterThan(5);
    expect(second).toEqual({
      ...first,
      calendars: first.calendars.map((one) => (one.id === 'business' ? { ...one, label: 'Our hours' } : one)),
    });
  });

  it('of the workspace change where they are named, and refuse what is no zone', async () => {
    const db = await openStore();
    await saveWorkspace(db, { name: '钱包客服', zone: 'Europe/Berlin' });
    await saveWorkspace(db, { reopenWindowMs: 3_600_000, holidayRegions: ['DE', 'FR'] });
    await expect(saveWorkspace(db, { zone: '+08:00' })).rejects.toThrow();
    expect(await getWorkspace(db)).toEqual({
      name: '钱包客服',
      zone: 'Europe/Berlin',
      reopenWindowMs: 3_600_000,
      holidayRegions: ['DE', 'FR'],
      isDemo: false,
      initialised: true,
    });
  });

  it('that facts depend on are the same objects until one of them changes', async () => {
    const db = await openStore();
    await saveCalendar(db, calendarOf('always', 'UTC', true));
    const first = await getFactSettings(db);
    expect(await getFactSettings(db)).toBe(first);
    await saveWorkspace(db, { reopenWindowMs: 5 });
    expect([await getFactSettings(db), (await getFactSettings(db)) === first]).toEqual([{ ...first, reopenWindowMs: 5 }, false]);
  });
});

await describeStores('calendars and promises', ({ openStore }) => {
  const [promise] = plainSettings.promises;
  const [firstTerms] = promise?.versions ?? [];
  if (promise === undefined || firstTerms === undefined) throw new Error('no promise to test with');

  it('come back with their versions, oldest first', async () => {
    const db = await openStore();
    const calendar = calendarOf('always', 'Asia/Shanghai', true);
    const [first] = calendar.versions;
    if (first === undefined) throw new Error('no version');
    const third = { ...first, version: 3, zone: 'Europe/Paris' };
    const second = { ...first, version: 2, week: [...first.week].reverse() };
    await saveCalendar(db, calendar);
    for (const version of [third, second]) await saveCalendarVersion(db, version);
    await savePromise(db, promise);
    await savePromiseVersion(db, { ...firstTerms, version: 2, durationMs: 5 });
    expect([await findCalendars(db), await findPromises(db)]).toEqual([
      [{ ...calendar, versions: [first, second, third] }],
      [{ ...promise, versions: [firstTerms, { ...firstTerms, version: 2, durationMs: 5 }] }],
    ]);
  });

  it('refuse to edit a version, also with the same content', async () => {
    const db = await openStore();
    const calendar = calendarOf('always', 'UTC', true);
    await saveCalendar(db, calendar);
    await savePromise(db, promise);
    for (const version of calendar.versions) await expect(saveCalendarVersion(db, version)).rejects.toMatchObject({ code: 'conflict' });
    await expect(savePromiseVersion(db, { ...firstTerms, durationMs: 1 })).rejects.toMatchObject({ code: 'conflict' });
    // Saving the whole again adds what is new to it and leaves what is there.
    await savePromise(db, { ...promise, label: 'Mail', versions: [{ ...firstTerms, durationMs: 1 }] });
    expect(await findPromises(db)).toEqual([{ ...promise, label: 'Mail' }]);
  });

  it('refuse versions of what is not there', async () => {
    const db = await openStore();
    const [version] = calendarOf('gone', 'UTC', true).versions;
    if (version === undefined) throw new Error('no version');
    await expect(saveCalendarVersion(db, version)).rejects.toMatchObject({ code: 'not_found', message: 'no calendar "gone"' });
    await expect(savePromiseVersion(db, firstTerms)).rejects.toMatchObject({ code: 'not_found', message: 'no promise "email"' });
    await expect(savePromise(db, promise)).rejects.toMatchObject({ code: 'not_found', message: 'no calendar "always"' });
    expect(await findPromises(db)).toEqual([]);
  });
});
