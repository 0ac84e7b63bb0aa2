// Statuses of conversations on networks that have none, and which threads are read again when.
import { describe, expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import { inferStatus } from '#ingest/connectors/social-status.ts';
import { threadConversations } from '#ingest/connectors/social-thread.ts';
import { openWatchList } from '#ingest/connectors/social-watch.ts';
import { at, hour, post, terms, thread } from './social-examples.ts';

const root = post({ id: '1', by: 'kim', at: at(0), addressesUs: true });
const later = post({ id: '3', by: 'kim', parent: '1', at: at(10 * day) });
const answer = post({ id: '2', by: 'anna', parent: '1', at: at(hour) });
const statusOf = (posts: readonly ReturnType<typeof post>[], now: number) => {
  const [conversation] = threadConversations(thread(posts), { ...terms, now });
  return [conversation?.status, conversation?.statusChanges];
};

describe('the status of a conversation', () => {
  it.each([
    ['open while the customer waits', [root], at(day), ['open', []]],
    ['pending after an answer of ours', [root, answer], at(day), ['pending', []]],
    ['open again when the customer goes on', [root, answer, { ...later, at: at(2 * hour) }], at(day), ['open', []]],
    [
      'closed by nobody after quiet days, also where nobody answered',
      [root],
      at(7 * day),
      ['closed', [{ at: at(7 * day), status: 'closed', by: 'system' }]],
    ],
    ['not closed a moment earlier', [root], at(7 * day - 1), ['open', []]],
    [
      'opened again by a late word',
      [root, answer, later],
      at(11 * day),
      [
        'open',
        [
          { at: at(7 * day + hour), status: 'closed', by: 'system' },
          { at: at(10 * day), status: 'open', by: 'customer' },
        ],
      ],
    ],
  ])('is %s', (_what, posts, now, expected) => {
    expect(statusOf(posts, now)).toEqual(expected);
  });

  it('is open where nothing has a time', () => {
    expect(inferStatus([], { now: 0, quietDays: 7 })).toEqual({ status: 'open', statusChanges: [] });
  });
});

describe('the watch list', () => {
  const open = (readAt: number, most?: number, rereads = true) =>
    openWatchList([{ key: 'a', lastAt: at(0), readAt }], 7 * day, { ...(most === undefined ? {} : { most }), rereads });

  it.each([
    ['at once while somebody spoke in the last day', at(0), at(day - 1), ['a']],
    ['not yet where it is silent and was read lately', at(2 * day), at(2 * day + hour), []],
    ['again after an eighth of its silence', at(2 * day), at(2 * day + 7 * hour), ['a']],
    ['once more when its silence closes it', at(7 * day - 1), at(7 * day), ['a']],
    ['no more after that', at(7 * day), at(7 * day + hour), []],
  ])('reads a thread %s', (_what, readAt, now, due) => {
    expect(open(readAt).due(now)).toEqual(due);
  });

  it('reads each thread once a run, lets silent ones go, and keeps the others', () => {
    const list = open(at(0));
    list.read('a', at(hour), at(2 * hour));
    expect(list.due(at(2 * hour))).toEqual([]);
    expect(list.toJson()).toEqual([{ key: 'a', lastAt: at(hour), readAt: at(2 * hour) }]);
    list.read('a', at(hour), at(8 * day));
    expect(list.toJson()).toEqual([]);
  });

  it('tries again what could not be read, at every run', () => {
    const list = open(at(0));
    list.begin('b', at(hour));
    expect([list.has('b'), list.knows('b'), list.knows('c')]).toEqual([true, true, false]);
    expect(openWatchList(list.toJson(), 7 * day, { rereads: false }).due(at(hour))).toEqual(['b']);
  });

  it('reads threads only once more where reading costs: when they close', () => {
    expect(open(at(0), undefined, false).due(at(7 * day - 1))).toEqual([]);
    expect(open(at(0), undefined, false).due(at(7 * day))).toEqual(['a']);
  });

  it('lets the most silent ones go where there are too many, and tells', () => {
    const list = open(at(0), 1);
    expect(list.overflowAt()).toBeNull();
    list.read('b', at(hour), at(2 * hour));
    expect(list.toJson().map(({ key }) => key)).toEqual(['b']);
    expect(list.overflowAt()).toBe(at(0));
  });
});
