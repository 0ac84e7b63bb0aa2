// Whatever the other side does, nothing is lost and nothing doubled: every fault once here, twenty times in the slow tests.
import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { openRunHouse } from '#test/support/run-house.ts';
import { requestTrackerCase } from '../connectors/vendors/request-tracker.ts';
import { faults, silentLoss } from './faults.ts';
import { contentOf, fill, runTrial } from './trial.ts';

const stores: Db[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const one = requestTrackerCase;
const size = 6;
const openHouse = () => openRunHouse({ connector: one.connector.card.id, settings: one.settings }, (db) => stores.push(db));
const quiet = await openHouse();
await quiet.run({ upstream: fill(one, size).upstream });
const truth = await contentOf(quiet);

describe('a source whose other side fails', () => {
  it.each(faults.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
    const { unaccounted, wrong, broken } = await runTrial(await openHouse(), { one, fault, seed: 1, size, truth });
    expect({ unaccounted, wrong }).toEqual({ unaccounted: [], wrong: [] });
    expect(broken).toBeGreaterThan(0);
  });

  it('is found out where it leaves things out and looks whole', async () => {
    const { unaccounted } = await runTrial(await openHouse(), { one, fault: silentLoss, seed: 1, size, truth });
    expect(unaccounted.length).toBeGreaterThan(0);
  });
});
