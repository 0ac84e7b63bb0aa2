// The keeper of notices over a real engine and store: one row for what stays the same, and a log for the demo that can be graded.
import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { beginDemoNotices } from '#api/http/keeping-notices.ts';
import { openNoticeKeeper } from '#api/http/notice-keeper.ts';
import { noticeGrade } from '#api/notice/notice-grade.ts';
import { answered, closedUnanswered } from '#api/notice/wait-history.ts';
import { day, minute } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { findNoticeSetting, saveNoticeSetting, saveOverride } from '#db/store/notice-settings.ts';
import { findNotices } from '#db/store/notices.ts';
import { saveSource } from '#db/store/sources.ts';
import { incoming, incomingMessage, incomingReply, plainSettings } from '#test/support/incoming.ts';
import { simulatedWaits } from '#test/support/simulated-waits.ts';
import { planOf } from '#test/support/small-facts.ts';
import { sqliteKind } from '#test/support/stores.ts';

const { openStore, cleanUp } = sqliteKind();
afterEach(cleanUp);

const days = 60;
const from = Date.UTC(2026, 0, 5);
const end = from + days * day;

/** A store with two months of a chat that answers in about an hour. */
async function openBusyStore(isDemo: boolean): Promise<Db> {
  const db = await openStore();
  await saveSource(db, { id: 'desk', label: 'Desk', kind: isDemo ? 'demo' : 'file' });
  const waits = simulatedWaits({ seed: 5, from, days, perDay: 10, medianMinutes: 60 }).filter(
    ({ ending }) => ending === answered || ending === closedUnanswered,
  );
  const conversations = waits.map(({ fromAt, untilAt, ending }, index) =>
    incoming(`c${index}`, {
      channel: 'chat',
      messages: [incomingMessage('m', { at: fromAt }), ...(untilAt !== null && ending === answered ? [incomingReply('r', untilAt)] : [])],
    }),
  );
  await saveConversations(db, { sourceId: 'desk', conversations, now: end, settings: plainSettings });
  return db;
}

async function openParts(isDemo: boolean) {
  const db = await openBusyStore(isDemo);
  let now = end;
  const clock = () => now;
  const engine = await openEngine({ location: db.location, inProcess: true, clock, deadlineMs: 60_000 });
  const keeper = openNoticeKeeper({ db, engine, clock });
  const log = async () => await findNotices(db, 'chat', { from: end, to: end + day });
  return { db, engine, clock, keeper, log, passTo: (at: number) => (now = at) };
}

it('writes one row while it says the same, and another when somebody sets it by hand and when that expires', async () => {
  const { db, engine, keeper, log, passTo } = await openParts(false);
  await keeper.write();
  expect([await log(), await keeper.told()]).toEqual([[], null]);
  await saveNoticeSetting(db, { isOn: true, key: 'k', channels: ['chat', 'never-seen'], isForDemo: false });
  for (let step = 0; step <= 30; step += 1) {
    passTo(end + step * minute);
    await keeper.write();
  }
  const rows = await log();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(7);
  expect(rows.at(-1)?.untilAt).toBe(end + 40 * minute);
  const texts = { en: 'Short of staff' };
  await saveOverride(db, { channel: 'chat', minMs: 0, maxMs: 600 * minute, texts, setBy: 'x', setAt: end, expiresAt: end + 41 * minute });
  keeper.forget();
  passTo(end + 31 * minute);
  await keeper.write();
  const told = await keeper.told();
  expect(told?.channels.map(({ channel, waitMinutes, texts: said }) => [channel, waitMinutes, said])).toEqual([
    ['chat', { min: 0, max: 600 }, texts],
    ['never-seen', null, {}],
  ]);
  for (const step of [35, 40, 45]) {
    passTo(end + step * minute);
    await keeper.write();
  }
  const after = (await log()).slice(rows.length);
  expect(after.map(({ origin, shownAt, untilAt }) => [origin, (shownAt - end) / minute, (untilAt - end) / minute])).toEqual([
    ['manual', 31, 41],
    ['predicted', 45, 55],
  ]);
  await engine.close();
});

it('leaves the demo a log that the engine grades as it stands, and nobody else', async () => {
  const parts = await openParts(true);
  const { db, engine } = parts;
  expect(await beginDemoNotices({ ...parts, randomToken: () => 'key' })).toBe(true);
  expect(await findNoticeSetting(db)).toEqual({ isOn: true, key: 'key', channels: ['chat'], isForDemo: true });
  await engine.refresh();
  const grade = noticeGrade(await engine.ask(planOf('notice-coverage', { asOf: end })));
  expect(grade.n).toBeGreaterThan(200);
  expect(grade.coverage).toBeGreaterThan(0.72);
  expect(grade.coverage).toBeLessThan(0.88);
  // The control: the same log with half the range is found out.
  const { notice } = db.tables;
  for (const one of await findNotices(db, 'chat', { from: 0, to: end })) {
    await db.query
      .update(notice)
      .set({ minMs: 0, maxMs: Math.round(one.maxMs / 3) })
      .where(eqShown(db, one.shownAt));
  }
  const biased = await openEngine({ location: db.location, inProcess: true, deadlineMs: 60_000 });
  expect(noticeGrade(await biased.ask(planOf('notice-coverage', { asOf: end })))).toMatchObject({ verdict: 'broken', leaning: 'later' });
  await biased.close();
  expect(await beginDemoNotices({ ...parts, randomToken: () => 'other' })).toBe(false);
  await engine.close();
  const ours = await openParts(false);
  expect(await beginDemoNotices({ ...ours, randomToken: () => 'key' })).toBe(false);
  expect(await findNoticeSetting(ours.db)).toBeNull();
  await ours.engine.close();
});

const eqShown = (db: Db, shownAt: number) => eq(db.tables.notice.shownAt, shownAt);
