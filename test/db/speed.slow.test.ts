// How fast pages are saved and words are found, on this machine; the figures are printed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { readFacts } from '#db/store/columns.ts';
import { findConversations, saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { asRedacted, incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { sqliteKind } from '#test/support/stores.ts';

const pages = 100;
const pageSize = 250;
const messagesToPage = pageSize * 4;

/** Numbers that look random and are the same every time. */
function openDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 8) % below;
  };
}

const characters = [
  ...'你好我的钱包打不开提现失败请问怎么办交易一直没有到账客服在吗忘记转账错误地址需要多久才能处理好谢谢手机号码余额显示网络拥堵矿工费太高',
];
const words =
  'the wallet does not open after update my transfer is missing please help withdrawal failed error network fee address balance shows zero'.split(
    ' ',
  );

function writePage(page: number, dice: (below: number) => number) {
  const text = () =>
    dice(2) === 0
      ? Array.from({ length: 15 + dice(40) }, () => characters[dice(characters.length)]).join('')
      : Array.from({ length: 8 + dice(25) }, () => words[dice(words.length)]).join(' ');
  return Array.from({ length: pageSize }, (_, index) => {
    const key = `${page}-${index}`;
    const at = monday + (page * pageSize + index) * 10 * minute;
    return incoming(key, {
      subject: asRedacted(text().slice(0, 20)),
      openedAt: at,
      messages: [
        incomingMessage(`${key}-1`, { at, body: text() }),
        incomingReply(`${key}-2`, at + 5 * minute, `Agent ${index % 20}`, { body: text() }),
        incomingMessage(`${key}-3`, { at: at + 9 * minute, body: text() }),
        incomingReply(`${key}-4`, at + 20 * minute, `Agent ${index % 20}`, { body: text() }),
      ],
    });
  });
}

/** `cpuMs` beside it, because on a machine that does other things too the clock says little. */
async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly cpuMs: number; readonly result: T }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, cpuMs: (user + system) / 1000, result };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe('a SQLite store of 100,000 messages', () => {
  const kind = sqliteKind();
  const store: { db: Db | null; pageMs: number[]; pageCpuMs: number[] } = { db: null, pageMs: [], pageCpuMs: [] };
  const db = () => {
    if (store.db === null) throw new Error('not filled');
    return store.db;
  };

  beforeAll(async () => {
    store.db = await kind.openStore();
    await saveSource(db(), { id: 'mail', label: 'Mail', kind: 'file' });
    const dice = openDice(2026);
    for (let page = 0; page < pages; page += 1) {
      const conversations = writePage(page, dice);
      const { ms, cpuMs } = await timed(
        async () =>
          await saveConversations(db(), { sourceId: 'mail', conversations, cursor: String(page), now: monday, settings: plainSettings }),
      );
      store.pageMs.push(ms);
      store.pageCpuMs.push(cpuMs);
    }
  }, 300_000);
  afterAll(kind.cleanUp);

  it('is written at 3,000 messages a second or more, every page synced to the disk', () => {
    const perSecond = (pageMs: readonly number[]) => Math.round((messagesToPage / median(pageMs)) * 1000);
    const [byClock, byCpu] = [perSecond(store.pageMs), perSecond(store.pageCpuMs)];
    console.log(`saved ${pages * messagesToPage} messages: ${byClock} a second by the clock, ${byCpu} by processor time (median page)`);
    expect(Math.max(byClock, byCpu)).toBeGreaterThan(3000);
  });

  it.each(['提现', '打不开', 'withdraw', '钱包 error', '费'])('is searched for %s at once', async (search) => {
    const times: number[] = [];
    let n = 0;
    for (let run = 0; run < 15; run += 1) {
      const { cpuMs, result } = await timed(async () => await findConversations(db(), { search, limit: 20 }));
      times.push(cpuMs);
      n = result.n;
    }
    console.log(`${search}: ${n} found, newest 20 with their count in ${median(times).toFixed(2)} ms of processor time`);
    expect(n).toBeGreaterThan(0);
    expect(median(times)).toBeLessThan(100);
  });

  it('is read into the engine in seconds', async () => {
    const { ms, cpuMs, result } = await timed(async () => {
      let read = 0;
      let position = { afterChange: 0, afterId: 0 };
      for (;;) {
        const batch = await readFacts(db(), { ...position, limit: 5000 });
        read += batch.length;
        const last = batch.at(-1);
        if (last === undefined || batch.length < 5000) return read;
        position = { afterChange: last.change, afterId: last.id };
      }
    });
    console.log(`${result} conversations read in ${ms.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms of processor time`);
    expect(result).toBe(pages * pageSize);
  });
});
