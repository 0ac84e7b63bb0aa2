// What staffing reads and keeps, on both databases: replies page by page, and settings in versions.
import { expect, it } from 'vitest';
import { saveConversations } from '#db/store/conversations.ts';
import { readReplies } from '#db/store/replies.ts';
import { saveSource } from '#db/store/sources.ts';
import { findStaffingSettings, saveStaffingSetting } from '#db/store/staffing-settings.ts';
import { incoming, minute, monday } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

await describeStores('staffing', ({ openStore }) => {
  it('reads who replied when, and since when it was waited for, page by page', async () => {
    const db = await openStore();
    await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
    await saveConversations(db, { sourceId: 'mail', conversations: [incoming('a'), incoming('b', { language: 'de' })], now: monday });
    const range = { from: monday, to: monday + 60 * minute };
    const first = await readReplies(db, range, { after: 0, limit: 1 });
    const second = await readReplies(db, range, { after: first.last ?? -1, limit: 1 });
    const reply = { at: monday + 7 * minute, agent: 'agent:wang fang', channel: 'email', waitingSince: monday, isFirst: true };
    expect([...first.replies, ...second.replies]).toEqual([
      { ...reply, conversation: 1, language: 'en' },
      { ...reply, conversation: 2, language: 'de' },
    ]);
    expect((await readReplies(db, range, { after: second.last ?? -1, limit: 1 })).last).toBeNull();
    expect((await readReplies(db, { from: monday, to: monday + minute }, { after: 0, limit: 9 })).replies).toEqual([]);
  });

  it('keeps settings as they were saved and no number twice', async () => {
    const db = await openStore();
    const setting = {
      channel: 'chat',
      version: 1,
      savedAt: monday,
      savedBy: 'u1',
      handlingMs: 1,
      concurrency: 1.5,
      shrinkage: 0.3,
      patienceMs: null,
    };
    await saveStaffingSetting(db, setting);
    await expect(saveStaffingSetting(db, { ...setting, handlingMs: 2 })).rejects.toMatchObject({ code: 'conflict' });
    expect(await findStaffingSettings(db)).toEqual([setting]);
  });
});
