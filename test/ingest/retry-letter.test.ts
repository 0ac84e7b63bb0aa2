// A dead letter that somebody asks for again: one item is read and no more, and a host at rest is asked once all the same.
import { describe, expect, it } from 'vitest';
import { minute } from '#db/model/instant.ts';
import { findDeadLetters, saveDeadLetters } from '#db/store/dead-letters.ts';
import { findJobRuns } from '#db/store/job-runs.ts';
import { findRetry } from '#ingest/source-desk.ts';
import { failureOf, openSourceHouse, type SourceHouse, houseSource as sourceId } from '#test/support/source-house.ts';
import type { Upstream } from '#test/support/virtual-http.ts';
import { requestTrackerCase } from './connectors/vendors/request-tracker.ts';
import { fill } from './faults/trial.ts';

const openHouse = () => openSourceHouse(requestTrackerCase);
const letters = async ({ db }: SourceHouse) => await findDeadLetters(db, { sourceId });
const isTicket = (path: string, id: string) => path.endsWith(`/ticket/${id}`);

/** One ticket comes in a shape that nobody expected, and every request is counted. */
function breaking(upstream: Upstream, id: string) {
  const asked: string[] = [];
  const broken: Upstream = (outgoing, now) => {
    asked.push(outgoing.url.pathname);
    return isTicket(outgoing.url.pathname, id) ? { status: 200, body: { id: [] } } : upstream(outgoing, now);
  };
  return { asked, broken };
}

describe('a dead letter that is asked for again', () => {
  it('stays the letter that it is while its item cannot be read, and is settled when it can', async () => {
    const { upstream, ids } = fill(requestTrackerCase, 6);
    const [id = ''] = ids();
    const house = await openHouse();
    const { asked, broken } = breaking(upstream, id);
    await house.run({ upstream: broken });
    const [letter] = await letters(house);
    expect(letter).toMatchObject({ item: id, stage: 'parse', attempts: 1 });
    house.later(5 * minute);
    const { extent } = await findRetry({ db: house.db, clock: house.now }, letter?.id ?? 0);
    const usual = asked.splice(0).length;
    const again = await house.run({ upstream: broken }, extent);
    expect(again).toMatchObject({ fetched: 1, rejected: 1, inserted: 0 });
    expect(asked.length).toBeLessThan(usual);
    expect(asked.filter((path) => ids().some((other) => other !== id && isTicket(path, other)))).toEqual([]);
    expect(await letters(house)).toEqual([{ ...letter, attempts: 2, lastAt: house.now() }]);
    expect(await house.run({ upstream }, extent)).toMatchObject({ fetched: 1, inserted: 1 });
    expect([await letters(house), await house.storedIds()]).toEqual([[], [...ids()].sort()]);
    expect((await findJobRuns(house.db, { sourceId })).map(({ kind }) => kind).sort()).toEqual(['retry', 'retry', 'sync']);
    expect(await failureOf(findRetry({ db: house.db, clock: house.now }, letter?.id ?? 0))).toContain('no open dead letter');
  });

  it('is looked for in its days where it has no id to ask for', async () => {
    const house = await openHouse();
    const nameless = ['an item without an id', 'bc1q (…) (k3y)'];
    await saveDeadLetters(
      house.db,
      sourceId,
      nameless.map((item) => ({ item, stage: 'parse', reason: 'id: is missing' })),
      house.now(),
    );
    for (const { id } of await letters(house))
      expect((await findRetry({ db: house.db, clock: house.now }, id)).extent).toHaveProperty('window');
  });
});

it('a host that is left alone after failures is asked once when somebody wants it now', async () => {
  const house = await openHouse();
  let asked = 0;
  const down: Upstream = () => {
    asked += 1;
    return { status: 503 };
  };
  const { runner } = house.over({ upstream: down });
  const run = async (isAsked: boolean) => {
    asked = 0;
    const failure = await failureOf(runner.run(sourceId, { signal: new AbortController().signal, isAsked }));
    return { asked, failure };
  };
  while ((await run(false)).asked > 0);
  expect((await run(false)).failure).toContain('left alone');
  expect(await run(true)).toMatchObject({ asked: 1 });
  expect((await run(false)).asked).toBe(0);
});
