// A hint that comes while its source is being read is not lost: the run is followed by another soon.
import { afterEach, describe, expect, it } from 'vitest';
import { openKeys } from '#db/keys.ts';
import { minute } from '#db/model/instant.ts';
import { getConnection } from '#db/store/source-connections.ts';
import { hintSource } from '#db/store/source-hints.ts';
import { sqliteKind } from '#test/support/stores.ts';
import { openTestSources } from '#test/support/test-sources.ts';
import { requestTrackerCase } from '../connectors/vendors/request-tracker.ts';

const { openStore, cleanUp } = sqliteKind();
afterEach(cleanUp);

const start = Date.parse('2026-06-01T08:00:00Z');

/** Reads a source to its end; the other side may say in the middle of it that there is news. Gives the pause until the next run. */
async function pauseAfterRun(isHinted: boolean): Promise<number> {
  const db = await openStore();
  const vendor = requestTrackerCase.open();
  let [now, asked] = [start, 0];
  const { runner, desk } = openTestSources({
    db,
    keys: await openKeys(`${db.location}-keys`),
    clock: () => now,
    upstream: async (outgoing, at) => {
      now += 1000;
      asked += 1;
      if (asked === 2 && isHinted) await hintSource(db, 'desk', now);
      return await vendor.upstream(outgoing, at);
    },
  });
  const { settings } = requestTrackerCase;
  await desk.add({ id: 'desk', label: 'Desk', connector: 'request-tracker', settings, intervalMs: 60 * minute, readFrom: 0 });
  await runner.run('desk', { signal: new AbortController().signal });
  expect(asked).toBeGreaterThan(2);
  return ((await getConnection(db, 'desk')).nextRunAt ?? 0) - now;
}

describe('a run under which a hint comes', () => {
  it('is followed by the next after a minute', async () => {
    expect(await pauseAfterRun(true)).toBe(minute);
  });

  it('would be followed after its interval without the hint', async () => {
    expect(await pauseAfterRun(false)).toBe(60 * minute);
  });
});
