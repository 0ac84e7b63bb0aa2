// The log of notices: kept short, never two at a time, and found again beside the waits that began under it.
import { expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import type { Notice } from '#db/model/notice.ts';
import type { Db } from '#db/open.ts';
import { readChangeState, readFacts } from '#db/store/columns.ts';
import { saveConversations } from '#db/store/conversations.ts';
import {
  findNoticeSetting,
  findOverrides,
  forgetExpiredOverrides,
  removeOverride,
  saveNoticeSetting,
  saveOverride,
} from '#db/store/notice-settings.ts';
import { endNotices, findNotices, findNoticesAt, forgetOldNotices, keepNoticesMs, saveNotice, saveReplayed } from '#db/store/notices.ts';
import { removeDemo, saveSource } from '#db/store/sources.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const notice = (shownAt: number, rest: Partial<Notice> = {}): Notice => ({
  channel: 'chat',
  shownAt,
  untilAt: shownAt + 10 * minute,
  minMs: 0,
  maxMs: 5 * minute,
  origin: 'predicted',
  isPeak: false,
  ...rest,
});
const always = { from: 0, to: monday + 400 * day };
const override = { channel: 'chat', minMs: null, maxMs: null, texts: { en: 'We are moving' }, setBy: 'u1', setAt: monday };

await describeStores('notices', ({ openStore }) => {
  const log = async (db: Db, channel = 'chat') =>
    (await findNotices(db, channel, always)).map(({ shownAt, untilAt }) => [shownAt, untilAt]);

  it('that say the same are one row that lasts longer; another one ends it', async () => {
    const db = await openStore();
    await saveNotice(db, notice(monday));
    await saveNotice(db, notice(monday + 5 * minute));
    await saveNotice(db, notice(monday + 10 * minute, { maxMs: 20 * minute }));
    await saveNotice(db, notice(monday + 12 * minute, { channel: 'email' }));
    expect(await log(db)).toEqual([
      [monday, monday + 10 * minute],
      [monday + 10 * minute, monday + 20 * minute],
    ]);
    expect((await findNoticesAt(db, monday + 12 * minute)).map(({ channel, maxMs }) => [channel, maxMs])).toEqual([
      ['chat', 20 * minute],
      ['email', 5 * minute],
    ]);
    expect(await findNoticesAt(db, monday + 22 * minute)).toEqual([]);
  });

  it('leave a gap where the house was down, and the first of two for one instant stands', async () => {
    const db = await openStore();
    await saveNotice(db, notice(monday));
    await saveNotice(db, notice(monday, { maxMs: 60 * minute }));
    await saveNotice(db, notice(monday + 30 * minute));
    expect(await findNotices(db, 'chat', always)).toEqual([notice(monday), notice(monday + 30 * minute)]);
  });

  it('end when they are told to, and are forgotten after half a year', async () => {
    const db = await openStore();
    await saveNotice(db, notice(monday));
    await saveNotice(db, notice(monday, { channel: 'email' }));
    await endNotices(db, 'chat', monday + minute);
    expect([await log(db), await log(db, 'email')]).toEqual([[[monday, monday + minute]], [[monday, monday + 10 * minute]]]);
    await endNotices(db, null, monday + 2 * minute);
    expect(await log(db, 'email')).toEqual([[monday, monday + 2 * minute]]);
    await forgetOldNotices(db, monday + keepNoticesMs + 90_000);
    expect([await log(db), await log(db, 'email')]).toEqual([[], [[monday, monday + 2 * minute]]]);
  });

  it('stand beside the first waits that began under them, and beside no others', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    const asked = (id: string, at: number) =>
      incoming(id, {
        channel: 'chat',
        messages: [
          incomingMessage('m', { at }),
          incomingReply('r', at + 3 * minute),
          incomingMessage('again', { at: at + 4 * minute }),
          incomingReply('r2', at + 5 * minute),
        ],
      });
    const conversations = [
      asked('before', monday - 1),
      asked('first', monday),
      asked('second', monday + 6 * minute),
      asked('after', monday + 16 * minute),
    ];
    await saveConversations(db, { sourceId: 'mail', conversations, now: monday + day, settings: plainSettings });
    await saveNotice(db, notice(monday));
    await saveNotice(db, notice(monday + 6 * minute, { minMs: 5 * minute, maxMs: 15 * minute }));
    const records = await readFacts(db, { afterChange: 0, afterId: 0, limit: 10 });
    expect(records.map(({ externalId, waits }) => [externalId, ...waits.map(({ told }) => told ?? null)])).toEqual([
      ['before', null, null],
      ['first', { minMs: 0, maxMs: 5 * minute }, null],
      ['second', { minMs: 5 * minute, maxMs: 15 * minute }, null],
      ['after', null, null],
    ]);
  });

  it('that were replayed replace an earlier replay, make readers read anew, and go with the demo', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'demo', label: 'Demo', kind: 'demo' });
    await saveNotice(db, notice(monday + day));
    await saveReplayed(db, [notice(monday - day, { origin: 'replayed' })]);
    const { epoch } = await readChangeState(db);
    const replayed = Array.from({ length: 70 }, (_, index) =>
      notice(monday + index * minute, { origin: 'replayed', untilAt: monday + index * minute }),
    );
    await saveReplayed(db, replayed);
    expect((await readChangeState(db)).epoch).toBe(epoch + 1);
    expect((await findNotices(db, 'chat', { from: 0, to: always.to })).length).toBe(71);
    await saveNoticeSetting(db, { isOn: true, key: 'k', channels: ['chat'], isForDemo: true });
    await removeDemo(db);
    expect([await log(db), await findNoticeSetting(db)]).toEqual([[[monday + day, monday + day + 10 * minute]], null]);
  });

  it('are told or not by a decision that stays where it is not for the demo', async () => {
    const db = await openStore();
    expect(await findNoticeSetting(db)).toBeNull();
    const ours = { isOn: false, key: 'k', channels: ['chat', '邮件'], isForDemo: false };
    await saveNoticeSetting(db, { ...ours, isOn: true });
    await saveNoticeSetting(db, ours);
    await removeDemo(db);
    expect(await findNoticeSetting(db)).toEqual(ours);
  });

  it('may be set by hand until they expire', async () => {
    const db = await openStore();
    await saveOverride(db, { ...override, expiresAt: monday + minute });
    await saveOverride(db, { ...override, minMs: 0, maxMs: 60 * minute, expiresAt: monday + 2 * minute });
    await saveOverride(db, { ...override, channel: 'email', texts: { zh: '系统维护' }, expiresAt: monday + minute });
    expect((await findOverrides(db, monday + minute)).map(({ channel, maxMs, texts }) => [channel, maxMs, texts])).toEqual([
      ['chat', 60 * minute, { en: 'We are moving' }],
    ]);
    await forgetExpiredOverrides(db, monday + minute);
    expect((await findOverrides(db, monday)).map(({ channel }) => channel)).toEqual(['chat']);
    await removeOverride(db, 'chat');
    expect(await findOverrides(db, monday)).toEqual([]);
  });
});
