// Settings over HTTP: versions are added and never edited, a preview tells due instants, every change is on the record.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ownAddressesShape } from '#api/http/shapes/own-addresses.ts';
import { problemShape } from '#api/http/shapes/scalars.ts';
import { calendarShape, calendarsShape, holidaysShape, previewShape, promiseShape, staffShape } from '#api/http/shapes/settings.ts';
import { sourcesShape } from '#api/http/shapes/sources.ts';
import { findAudit } from '#db/store/audit.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { saveSamples } from '#test/support/sample-conversations.ts';

let house: TestApp;
let cookie: string;
beforeEach(async () => {
  house = await openTestApp({ now: Date.parse('2026-03-20T10:00:00Z') });
  cookie = await house.signInAs('support_manager');
});
afterEach(() => house.close());

const get = async <S extends z.ZodType>(shape: S, path: string) => await readAs(shape, await house.ask(path, { cookie }));
const send = (method: string, path: string, body: object) => house.ask(path, { method, cookie, body });
const weekOf = (open: number, close: number) => [...Array.from({ length: 5 }, () => [{ open, close }]), [], []];

describe('the workspace', () => {
  it('changes what is named and keeps the rest', async () => {
    expect(await (await send('PUT', '/api/workspace', { zone: 'Europe/Berlin' })).json()).toEqual({
      name: 'Huiyin',
      zone: 'Europe/Berlin',
      isDemo: false,
      reopenWindowMs: 0,
      holidayRegions: ['CN'],
    });
    expect((await findAudit(house.db))[0]).toMatchObject({
      action: 'workspace_changed',
      role: 'support_manager',
      details: { zone: 'Europe/Berlin' },
    });
  });

  it('knows our own addresses by their keyed hash, and writes down who told or took back which', async () => {
    const told = await send('POST', '/api/own-addresses', { value: 'help@acme.example', label: 'Support, help@acme.example' });
    const [address] = (await readAs(ownAddressesShape, told)).addresses;
    expect(address).toMatchObject({ kind: 'EMAIL', label: 'Support, [EMAIL]', addedAt: '2026-03-20T10:00:00.000Z' });
    expect((await send('POST', '/api/own-addresses', { value: 'nothing', label: 'x' })).status).toBe(400);
    expect((await get(ownAddressesShape, '/api/own-addresses')).addresses).toHaveLength(1);
    expect((await send('DELETE', `/api/own-addresses/${address?.key}`, {})).status).toBe(200);
    expect((await get(ownAddressesShape, '/api/own-addresses')).addresses).toEqual([]);
    const audit = (await findAudit(house.db)).filter(({ action }) => action.startsWith('own_address'));
    expect(audit.map(({ action, role }) => [action, role])).toEqual([
      ['own_address_removed', 'support_manager'],
      ['own_address_added', 'support_manager'],
    ]);
    expect(JSON.stringify(audit)).not.toContain('acme.example');
  });
});

describe('calendars', () => {
  it('start with business hours and round the clock', async () => {
    const { calendars } = await get(calendarsShape, '/api/calendars');
    expect(calendars.map((one) => [one.id, one.versions.length])).toEqual([
      ['always', 1],
      ['business', 1],
    ]);
  });

  it('get a new version where hours change, and the old one stays', async () => {
    const version = { validFrom: '2026-04-01', zone: 'Europe/Berlin', week: weekOf(540, 1020), exceptions: [], basedOn: 1 };
    const added = await send('POST', '/api/calendars/business/versions', version);
    const calendar = await readAs(calendarShape, added);
    const { basedOn: _, ...shown } = version;
    expect([added.status, calendar.versions.length, calendar.versions[1]]).toEqual([201, 2, { ...shown, version: 2 }]);
    expect(calendar.versions[0]?.week[0]).toEqual([{ open: 480, close: 1200 }]);
  });

  it('refuse a version that was made from an old one, or reaches back over all others', async () => {
    const version = { validFrom: '2026-04-01', zone: 'UTC', week: weekOf(540, 1020), exceptions: [] };
    expect((await send('POST', '/api/calendars/business/versions', { ...version, basedOn: 1 })).status).toBe(201);
    expect((await send('POST', '/api/calendars/business/versions', { ...version, basedOn: 1 })).status).toBe(409);
    expect((await send('POST', '/api/calendars/business/versions', { ...version, validFrom: null })).status).toBe(400);
    expect((await send('POST', '/api/calendars/nowhere/versions', version)).status).toBe(404);
  });

  it('are refused where hours make no sense, with the path', async () => {
    const version = { validFrom: null, zone: 'UTC', week: [[{ open: 600, close: 500 }], [], [], [], [], [], []], exceptions: [] };
    const answer = await send('POST', '/api/calendars', { id: 'night', label: 'Night', version });
    expect([answer.status, (await readAs(problemShape, answer)).error.details]).toEqual([
      400,
      [{ path: 'version.week.0.0', message: 'an interval must close after it opens' }],
    ]);
  });

  it('can be added, once for an id', async () => {
    const body = {
      id: 'night',
      label: '夜班',
      version: { validFrom: null, zone: 'Asia/Shanghai', week: weekOf(1320, 1800), exceptions: [] },
    };
    expect((await send('POST', '/api/calendars', body)).status).toBe(201);
    expect((await send('POST', '/api/calendars', body)).status).toBe(409);
  });

  it('find public holidays of a region ready to be put in', async () => {
    const { holidays } = await get(holidaysShape, '/api/holidays?region=DE&year=2026');
    expect(holidays[0]).toEqual({ date: '2026-01-01', kind: 'holiday', label: 'Neujahr', region: 'DE', intervals: [] });
  });
});

describe('promises', () => {
  it('are added for the channels they name, in versions', async () => {
    const version = { validFrom: null, type: 'working-time', durationMs: 3_600_000, workingDays: null, calendarId: 'business' };
    const added = await send('POST', '/api/promises', { id: 'vip', label: 'VIP', stage: 'reply', channels: ['vip'], version });
    expect([added.status, await added.json()]).toEqual([
      201,
      { id: 'vip', label: 'VIP', stage: 'reply', channels: ['vip'], versions: [{ ...version, version: 1 }] },
    ]);
    const next = await send('POST', '/api/promises/vip/versions', { ...version, validFrom: '2026-05-01', durationMs: 1_800_000 });
    expect((await readAs(promiseShape, next)).versions).toHaveLength(2);
  });

  it('are refused without their term, or on a calendar that does not exist', async () => {
    const version = { validFrom: null, type: 'working-days', durationMs: 1, workingDays: null, calendarId: 'business' };
    const body = { id: 'vip', label: 'VIP', stage: 'reply', channels: ['vip'], version };
    expect((await send('POST', '/api/promises', body)).status).toBe(400);
    expect((await send('POST', '/api/promises', { ...body, version: { ...version, workingDays: 1, calendarId: 'nowhere' } })).status).toBe(
      400,
    );
  });

  const preview = async (body: object) => await readAs(previewShape, await send('POST', '/api/promises/preview', body));
  const at = '2026-03-20T10:00:00.000Z'; // Friday, 18:00 in Shanghai.

  it('tell when a message would be due: saved, by channel, or not saved yet', async () => {
    await send('PUT', '/api/workspace', { holidayRegions: [] });
    const draft = { type: 'working-days', durationMs: null, workingDays: 1, calendarId: 'business' };
    expect(await preview({ draft, at })).toMatchObject({ at, dueAt: '2026-03-23T12:00:00.000Z', zone: 'Asia/Shanghai', isOpenAt: true });
    expect(await preview({ promiseId: 'email', at })).toMatchObject({
      dueAt: '2026-03-21T10:00:00.000Z',
      promise: { id: 'email', version: 1, type: 'calendar' },
    });
    expect(await preview({ channel: 'telegram', at })).toMatchObject({ dueAt: '2026-03-20T10:05:00.000Z', promise: { id: 'chat' } });
    expect(await preview({ channel: 'smoke signals', at })).toMatchObject({ dueAt: null, promise: null, examples: [] });
  });

  it('show the instants that surprise people', async () => {
    const draft = { type: 'working-time', durationMs: 24 * 3_600_000, workingDays: null, calendarId: 'business' };
    const { examples } = await preview({ draft, at });
    expect(examples).toEqual([
      { kind: 'now', at, dueAt: '2026-03-24T10:00:00.000Z' },
      { kind: 'in_hours', at: '2026-03-20T11:00:00.000Z', dueAt: '2026-03-24T11:00:00.000Z' },
      { kind: 'before_close', at: '2026-03-20T11:50:00.000Z', dueAt: '2026-03-24T11:50:00.000Z' },
      { kind: 'after_close', at: '2026-03-20T12:30:00.000Z', dueAt: '2026-03-24T12:00:00.000Z' },
      { kind: 'weekend', at: '2026-03-21T06:00:00.000Z', dueAt: '2026-03-24T12:00:00.000Z' },
      { kind: 'before_holiday', at: expect.any(String), dueAt: expect.any(String) },
    ]);
  });

  it('have to be asked about in exactly one way', async () => {
    expect((await send('POST', '/api/promises/preview', { at })).status).toBe(400);
    expect((await send('POST', '/api/promises/preview', { promiseId: 'email', channel: 'x' })).status).toBe(400);
    expect((await send('POST', '/api/promises/preview', { promiseId: 'nothing' })).status).toBe(404);
    expect((await send('POST', '/api/promises/preview', { promiseId: 'email', at: '2026-03-20T10:00:00' })).status).toBe(400);
  });
});

describe('staff', () => {
  it('come from the sources and get teams and languages by hand', async () => {
    await saveSamples(house.db, house.deps.clock());
    const member = { key: 'agent:wang', source: 'Mailbox', name: '王芳', team: null, languages: [], activeFrom: null, activeTo: null };
    expect(await get(staffShape, '/api/staff')).toEqual({ staff: [member] });
    const change = { team: 'Night', languages: ['zh-Hans', 'en'], activeFrom: '2026-01-01' };
    expect(await (await send('PUT', '/api/staff/agent%3Awang', change)).json()).toEqual({ ...member, ...change });
    expect((await send('PUT', '/api/staff/agent%3Awang', { activeTo: '2025-01-01' })).status).toBe(400);
    expect((await send('PUT', '/api/staff/nobody', { team: 'x' })).status).toBe(404);
  });
});

describe('sources and the demo', () => {
  it('are listed with their counts, and the demo goes with one call', async () => {
    await saveSamples(house.db, house.deps.clock());
    await saveSamples(house.db, house.deps.clock(), 'demo');
    const { sources } = await get(sourcesShape, '/api/sources');
    expect(sources.map(({ id, conversations, deadLetters }) => [id, conversations, deadLetters])).toEqual([
      ['demo', 6, 0],
      ['mail', 6, 0],
    ]);
  });
});
