// Alerts of emerging issues over a store: raised by what chance does not explain, carried on, judged by people.
import { expect, it } from 'vitest';
import { tellDemoAlerts } from '#api/emerging/replay-alerts.ts';
import { findSurprises } from '#api/emerging/surprise.ts';
import { lookForEmerging } from '#api/emerging/watch-issues.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveEvents } from '#db/store/events.ts';
import { countVerdicts, findAlerts, judgeAlert } from '#db/store/issue-alerts.ts';
import { findIssueWindows } from '#db/store/issue-windows.ts';
import { changeIssue } from '#db/store/issues.ts';
import { saveSource } from '#db/store/sources.ts';
import { openShippedSpace } from '#ingest/issues/message-space.ts';
import { placeNew } from '#ingest/issues/place-new.ts';
import { incoming, incomingMessage, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const now = monday + 60 * day;
const quiet = [0, 0, 0, 0, 0, 0, 0, 0];

it('a surprise needs four customers of something new and five of something known, and more than the same day usually brings', () => {
  const told = (customers: number, weeks: readonly number[]) => findSurprises([{ issueId: 'a', customers, weeks }], 200).length;
  const once = [1, 0, 0, 0, 0, 0, 0, 0];
  expect([
    told(3, quiet),
    told(4, quiet),
    told(4, once),
    told(5, once),
    told(9, [8, 9, 7, 8, 10, 9, 8, 7]),
    told(40, [8, 9, 7, 8, 10, 9, 8, 7]),
  ]).toEqual([0, 1, 0, 1, 0, 1]);
  // An issue that is unequal by itself surprises less.
  expect(told(25, [1, 30, 2, 0, 25, 1, 40, 2])).toBe(0);
});

await describeStores('emerging issues', ({ openStore }) => {
  let number = 0;
  const write = async (db: Db, at: Instant, customer: string | null = null) => {
    number += 1;
    const key = customer ?? `c1_${number}`;
    const said = incomingMessage('m', { body: `the watch does not sync with my phone, model ${number}`, at, authorKey: key });
    await saveConversations(db, {
      sourceId: 'mail',
      conversations: [incoming(`c${number}`, { customerKey: key, messages: [said] })],
      now,
      settings: plainSettings,
    });
  };
  const open = async () => {
    const db = await openStore();
    number = 0;
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    return db;
  };
  const place = (db: Db) => placeNew({ db, space: openShippedSpace(), clock: () => now });

  it('are told at the look after their fourth customer, once, and carried on while they last', async () => {
    const db = await open();
    for (const back of [15 * day, 2 * hour, 3 * hour, 4 * hour]) await write(db, now - back);
    await place(db);
    expect(await findIssueWindows(db, now, 4)).toEqual([]);
    expect(await lookForEmerging(db, now)).toEqual([]);
    await write(db, now - hour);
    await place(db);
    expect(await findIssueWindows(db, now, 4)).toEqual([{ issueId: 'issue-1', customers: 4, weeks: quiet }]);
    expect(await lookForEmerging(db, now)).toEqual(['issue-1']);
    await write(db, now);
    await place(db);
    expect(await lookForEmerging(db, now + hour)).toEqual([]);
    expect(await findAlerts(db)).toMatchObject([{ issueId: 'issue-1', raisedAt: now, lastAt: now + hour, customers: 5, verdict: null }]);
  });

  it('of a demo are those of its last nine weeks, judged by what happened, the latest left to the visitor', async () => {
    const db = await open();
    for (const back of [40 * day, 20 * day, day]) {
      for (let nth = 0; nth < 6; nth += 1) await write(db, now - back - nth * hour);
      await place(db);
    }
    const release = { id: 'e', sourceId: null, kind: 'release', label: 'App 1', magnitude: null } as const;
    await saveEvents(db, [{ ...release, fromAt: now - 42 * day, toAt: now - 42 * day + hour }]);
    expect(await tellDemoAlerts(db, now)).toBe(3);
    const alerts = await findAlerts(db);
    expect(alerts.map(({ raisedAt, verdict }) => [Math.ceil((now - raisedAt) / day), verdict])).toEqual([
      [2, null],
      [21, 'false'],
      [41, 'real'],
    ]);
    expect(alerts.map(({ raisedAt, verdictAt }) => (verdictAt ?? 0) - raisedAt).slice(1)).toEqual([5 * hour, 5 * hour]);
    // At no look was anything counted that had not arrived by then.
    expect(alerts.every(({ raisedAt, customers }) => customers >= 4 && raisedAt <= now)).toBe(true);
  });

  it('count customers, not messages, and leave ignored issues alone', async () => {
    const db = await open();
    for (const back of [1, 2, 3]) await write(db, now - back * hour);
    for (const back of [5, 6, 7]) await write(db, now - back * hour, 'c1_1');
    await write(db, now - 3 * day);
    await place(db);
    expect(await lookForEmerging(db, now)).toEqual([]);
    await write(db, now);
    await place(db);
    await changeIssue(db, 'issue-1', { isIgnored: true });
    expect(await lookForEmerging(db, now)).toEqual([]);
    await changeIssue(db, 'issue-1', { isIgnored: false });
    expect(await lookForEmerging(db, now)).toEqual(['issue-1']);
  });

  it('are judged by people, and the share of false ones is kept', async () => {
    const db = await open();
    for (const back of [1, 2, 3, 4, 5]) await write(db, now - back * hour);
    await place(db);
    await lookForEmerging(db, now);
    const [alert] = await findAlerts(db);
    await judgeAlert(db, alert?.id ?? 0, { verdict: 'false', by: 'ann', at: now });
    expect(await countVerdicts(db)).toEqual({ judged: 1, wrong: 1, alerts: 1 });
    await judgeAlert(db, alert?.id ?? 0, { verdict: 'real', by: 'ann', at: now });
    expect(await countVerdicts(db)).toEqual({ judged: 1, wrong: 0, alerts: 1 });
    await expect(judgeAlert(db, 99, { verdict: 'real', by: 'ann', at: now })).rejects.toThrow('no such alert');
  });
});
