// `huiyin notice`: on, off, by hand, a new key, and a backtest, in words and as JSON.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered } from '#api/notice/wait-history.ts';
import { day } from '#db/model/instant.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveNoticeSetting } from '#db/store/notice-settings.ts';
import { saveSource } from '#db/store/sources.ts';
import { type CommandLine, openCommandLine } from '#test/support/command-line.ts';
import { incoming, incomingMessage, incomingReply, plainSettings } from '#test/support/incoming.ts';
import { simulatedWaits } from '#test/support/simulated-waits.ts';

const now = Date.UTC(2026, 2, 6, 10);
let line: CommandLine;

beforeAll(async () => {
  line = openCommandLine(now);
  const db = await line.openStore();
  await saveSource(db, { id: 'desk', label: 'Desk', kind: 'file' });
  const waits = simulatedWaits({ seed: 6, from: now - 50 * day, days: 50, perDay: 10, medianMinutes: 60 });
  const conversations = waits
    .filter(({ ending }) => ending === answered)
    .map(({ fromAt, untilAt }, index) =>
      incoming(`c${index}`, { channel: 'chat', messages: [incomingMessage('m', { at: fromAt }), incomingReply('r', untilAt ?? now)] }),
    );
  await saveConversations(db, { sourceId: 'desk', conversations, now, settings: plainSettings });
  await db.close();
});
afterAll(() => line.close());

const shown = async (): Promise<{ isOn: boolean; key: string; notice: { channels: Record<string, unknown>[] } | null }> =>
  JSON.parse((await line.run('notice', 'show', '--json')).stdout);

describe('huiyin notice', () => {
  it('is off until it is switched on, and then tells about every channel', async () => {
    expect((await line.run('notice', 'show')).stdout).toBe('off: customers are told nothing\n');
    expect(await line.run('notice', 'on')).toMatchObject({ code: 0, stdout: 'on\n' });
    const { notice, isOn } = await shown();
    expect([isOn, notice?.channels.map(({ channel }) => channel)]).toEqual([true, ['chat']]);
    expect(notice?.channels[0]?.waitMinutes).toEqual({ min: expect.any(Number), max: expect.any(Number) });
    expect((await line.run('notice', 'show')).stdout).toMatch(/^chat +.* to .*$/m);
  });

  it('is set by hand and taken back', async () => {
    const set = await line.run(
      'notice',
      'set',
      'chat',
      '--min',
      '60',
      '--max',
      '240',
      '--hours',
      '2',
      '--text',
      'en=Short of staff',
      '--text',
      'zh=人手不足',
    );
    expect(set).toMatchObject({ code: 0, stdout: 'set until 2026-03-06T12:00:00.000Z\n' });
    expect((await shown()).notice?.channels[0]).toMatchObject({
      waitMinutes: { min: 60, max: 240 },
      texts: { en: 'Short of staff', zh: '人手不足' },
    });
    expect(await line.run('notice', 'clear', 'chat')).toMatchObject({ code: 0 });
    expect((await shown()).notice?.channels[0]).toMatchObject({ texts: {} });
    expect(await line.run('notice', 'clear', 'chat')).toMatchObject({ code: 2, stderr: 'nothing is set by hand for chat\n' });
  });

  it('gets a new key, is switched off, and all of it is written down', async () => {
    const before = await line.openStore();
    await saveNoticeSetting(before, { isOn: true, key: 'an older key', channels: ['chat'], isForDemo: false });
    await before.close();
    const { stdout } = await line.run('notice', 'key');
    expect(stdout).not.toBe('an older key\n');
    expect((await shown()).key).toBe(stdout.trim());
    await line.run('notice', 'off');
    expect((await shown()).notice).toBeNull();
    const db = await line.openStore();
    const actions = (await findAudit(db)).map(({ actor, action }) => `${actor}: ${action}`);
    await db.close();
    expect(actions.slice(0, 5)).toEqual([
      'huiyin notice off: notice_changed',
      'huiyin notice key: notice_key_changed',
      'huiyin notice clear: notice_by_hand_removed',
      'huiyin notice set: notice_set_by_hand',
      'huiyin notice on: notice_changed',
    ]);
  });

  it('replays the past and grades it', async () => {
    const { stdout } = await line.run('notice', 'backtest', '--from', '2026-02-01', '--json');
    const report: { channels: { channel: string; n: number; coverage: number; verdict: string }[] } = JSON.parse(stdout);
    const [chat] = report.channels;
    expect(report.channels.map(({ channel }) => channel)).toEqual(['chat']);
    expect(chat?.n).toBeGreaterThan(150);
    expect(chat?.coverage).toBeGreaterThan(0.72);
    expect(chat?.coverage).toBeLessThan(0.88);
    expect((await line.run('notice', 'backtest', '--from', '2026-02-01')).stdout).toMatch(/^all +\d+ +\d\d\.\d %/m);
  });

  it.each([
    [['on', '--channel', 'pigeon'], 'no conversations came by "pigeon"'],
    [['set', 'chat'], 'give --min and --max, a --text, or both'],
    [['set', 'chat', '--min', '3', '--max', '10'], '--min: whole minutes in steps of five'],
    [['set', 'chat', '--min', '10', '--max', '5'], '--max: must be more than --min'],
    [['set', 'chat', '--text', 'xx=hello'], '--text xx: write en=TEXT'],
    [['set', 'chat', '--text', 'en=x', '--hours', '0'], '--hours: a number of hours'],
    [['backtest', '--channel', 'pigeon'], 'no conversations came by "pigeon"'],
  ])('%j is one clear line and exit 2', async (argv, words) => {
    const { code, stderr } = await line.run('notice', ...argv);
    expect([code, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(words);
  });
});
