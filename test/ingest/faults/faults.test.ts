// Whatever the other side does, nothing is lost and nothing doubled: every fault once here, twenty times in the slow tests.
import { describe, expect, it } from 'vitest';
import { openSourceHouse } from '#test/support/source-house.ts';
import { requestTrackerCase } from '../connectors/vendors/request-tracker.ts';
import { faults, silentLoss } from './faults.ts';
import { contentOf, fill, runTrial } from './trial.ts';

const one = requestTrackerCase;
const size = 6;
const openHouse = () => openSourceHouse({ connector: one.connector, settings: one.settings });
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
