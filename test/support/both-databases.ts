// The same random commands given to both databases and to a model, and everything compared after each.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import { dimensions } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { readChangeState, readFacts } from '#db/store/columns.ts';
import { type ConversationQuery, findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { rederiveFacts } from '#db/store/restate.ts';
import { findSources, removeSource, saveSource } from '#db/store/sources.ts';
import { findStaff, saveStaff } from '#db/store/staff.ts';
import { asRedacted, incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from './incoming.ts';

/** Names that sort, fold and compare differently wherever a database has opinions about language. */
const names = [
  'a',
  'B',
  'b',
  'Ä',
  'ä',
  'z',
  'Z',
  '_',
  '10',
  '9',
  'İ',
  'ı',
  'ß',
  '中',
  '丁',
  '𠮷',
  'é',
  'e\u0301',
  'Ａ',
  ' a',
  'none',
] as const;
const texts = [
  '钱包打不开',
  '提现失败，怎么办？',
  'Withdrawal FAILED',
  'straße İstanbul',
  'ＵＳＤＴ 提现 3',
  '打不，不开',
  '👍',
  "'; drop table x; --",
  'nul \u0000 half \ud800',
  '',
  'е-mail ΟΔΟΣ',
];
const searches = [
  '打不开',
  '提现',
  '现',
  'withdraw',
  'failed',
  'istanbul',
  'usdt 3',
  'STRASSE',
  'straße',
  'drop',
  '不',
  "' or 1=1",
  '?',
  'οδοσ',
];

export type Command =
  | { readonly type: 'save'; readonly source: number; readonly items: readonly Item[] }
  | { readonly type: 'remove'; readonly source: number }
  | { readonly type: 'rename'; readonly agent: number; readonly name: number }
  | { readonly type: 'restate'; readonly hours: number };

/** A conversation is decided by its key and its version: equal pairs have equal content. */
type Item = { readonly key: number; readonly version: number };

const item = fc.record({ key: fc.nat(11), version: fc.nat(5) });
const page = fc.record({ type: fc.constant('save'), source: fc.nat(1), items: fc.array(item, { maxLength: 8 }) });

export const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: page },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('remove'), source: fc.nat(1) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('rename'), agent: fc.nat(3), name: fc.nat(names.length - 1) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('restate'), hours: fc.integer({ min: 1, max: 3 }) }) },
  ),
  { minLength: 1, maxLength: 8 },
);

export const queries: fc.Arbitrary<ConversationQuery> = fc.record({
  search: fc.option(fc.constantFrom(...searches), { freq: 2 }),
  filters: fc.dictionary(
    fc.constantFrom(...dimensions),
    fc.array(fc.constantFrom(...names, 'none', 's0', 'email', 'high'), { maxLength: 3 }),
    {
      maxKeys: 2,
    },
  ),
  range: fc.option(fc.nat(9).map((hour) => ({ from: monday + hour * 60 * minute, to: monday + (hour + 4) * 60 * minute }))),
  // Urgency is judged at an instant.
  asOf: fc.nat(40).map((hour) => monday + hour * 60 * minute),
  limit: fc.integer({ min: 1, max: 7 }),
});

function pick<T>(values: readonly T[], number: number): T {
  const value = values[number % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

function toConversation({ key, version }: Item): IncomingConversation {
  const number = key * 31 + version * 17;
  const at = monday + (number % 11) * 60 * minute;
  const isTimed = number % 13 !== 0;
  return incoming(`${pick(names, key)}${key}`, {
    channel: pick(['email', 'chat', 'Ä', 'none'], number),
    subject: number % 3 === 0 ? null : asRedacted(pick(texts, number)),
    openedAt: number % 5 === 0 ? null : at,
    status: pick(['open', 'pending', 'solved', 'closed'], version),
    statusChanges: version % 2 === 0 ? [] : [{ at: at + 30 * minute, status: 'solved', by: 'agent' }],
    language: pick(['en', 'zh-Hans', 'und'], number),
    category: number % 4 === 0 ? null : pick(names, number),
    team: number % 2 === 0 ? null : pick(names, number + 5),
    country: number % 6 === 0 ? pick(names, number + 2) : null,
    exclusion: number % 10 === 0 ? 'spam' : null,
    mergedInto: number % 7 === 0 ? `${pick(names, key + 1)}${key + 1}` : null,
    isComplaint: number % 8 === 0,
    messages: Array.from({ length: number % 5 }, (_, index) => {
      const said = {
        at: isTimed ? at + index * 5 * minute : null,
        body: pick(texts, number + index),
        language: pick(['en', 'zh-Hans', 'und'], index),
      };
      return index % 2 === 0
        ? incomingMessage(`m${index}`, said)
        : incomingReply(`m${index}`, at + index * 5 * minute, `Agent ${pick(names, number)}`, {
            ...said,
            authorKey: `agent:${number % 4}`,
          });
    }),
    ratings:
      number % 3 === 0
        ? [{ externalId: 'r', kind: 'csat', value: 0.1 + (number % 5), scaleMin: 0, scaleMax: 5, at: isTimed ? at : null }]
        : [],
  });
}

/** What the stores have to hold: per source the version of each key. */
export type Model = Map<string, Map<number, number>>;

async function give(db: Db, command: Command): Promise<unknown> {
  switch (command.type) {
    case 'save': {
      const sourceId = `s${command.source}`;
      await saveSource(db, { id: sourceId, label: pick(names, command.source), kind: 'file' });
      const deadLetters = command.items
        .slice(0, 1)
        .map(({ key }) => ({ item: pick(names, key), stage: 'parse', reason: pick(texts, key) }));
      return await saveConversations(db, {
        sourceId,
        conversations: command.items.map(toConversation),
        deadLetters,
        now: monday,
        settings: plainSettings,
      });
    }
    case 'remove':
      return await removeSource(db, `s${command.source}`).catch((error: unknown) => String(error));
    case 'rename': {
      const member = (await findStaff(db)).find(({ key }) => key === `agent:${command.agent}`);
      return member === undefined ? null : await saveStaff(db, { ...member, name: pick(names, command.name) });
    }
    case 'restate': {
      const promises = plainSettings.promises.map((promise) => ({
        ...promise,
        versions: promise.versions.map((version) => ({ ...version, durationMs: command.hours * 60 * minute })),
      }));
      return await rederiveFacts(db, {
        requestedBy: 'test',
        reason: 'test',
        clock: () => monday,
        settings: { ...plainSettings, promises },
        batchSize: 4,
      });
    }
    default:
      return command satisfies never;
  }
}

function expectedOf(model: Model, command: Command): unknown {
  if (command.type === 'remove') model.delete(`s${command.source}`);
  if (command.type !== 'save') return undefined;
  const held = model.get(`s${command.source}`) ?? new Map<number, number>();
  model.set(`s${command.source}`, held);
  const counts = { inserted: 0, updated: 0, unchanged: 0 };
  for (const [key, version] of new Map(command.items.map((one) => [one.key, one.version]))) {
    const known = held.get(key);
    counts[known === undefined ? 'inserted' : known === version ? 'unchanged' : 'updated'] += 1;
    held.set(key, version);
  }
  return counts;
}

async function everything(db: Db, asked: ConversationQuery) {
  const records: FactRecord[] = [];
  for (;;) {
    const last = records.at(-1);
    const batch = await readFacts(db, { afterChange: last?.change ?? 0, afterId: last?.id ?? 0, limit: 5 });
    records.push(...batch);
    if (batch.length < 5) break;
  }
  const first = await findConversations(db, asked);
  return {
    state: await readChangeState(db),
    records,
    first,
    second: first.nextCursor === null ? null : await findConversations(db, { ...asked, cursor: first.nextCursor }),
    details: await Promise.all(records.slice(0, 3).map(async ({ id }) => await getConversation(db, id))),
    sources: await findSources(db),
    staff: await findStaff(db),
    letters: await findDeadLetters(db).then((letters) => letters.map(({ id: _, ...rest }) => rest)),
  };
}

/** Empties both stores, gives them all commands, and compares what they answer and hold after each. */
export async function compare(sqlite: Db, postgres: Db, given: readonly Command[], asked: ConversationQuery): Promise<void> {
  for (const source of [0, 1]) for (const db of [sqlite, postgres]) await give(db, { type: 'remove', source });
  const model: Model = new Map();
  for (const command of given) {
    const answers = await Promise.all([sqlite, postgres].map(async (db) => await give(db, command)));
    const expected = expectedOf(model, command);
    if (expected !== undefined) expect(answers[0]).toEqual(expected);
    expect(answers[1]).toEqual(answers[0]);
    const held = await everything(sqlite, asked);
    expect(await everything(postgres, asked)).toEqual(held);
    expect(held.records.length).toBe([...model.values()].reduce((sum, keys) => sum + keys.size, 0));
  }
}
