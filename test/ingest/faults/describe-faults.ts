// Every fault, twenty seeds: 0 lost, 0 doubled, and memory stays where it was. One connector a file, so that several run at once.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { closeHouses, openSourceHouse } from '#test/support/source-house.ts';
import type { ConnectorCase } from '../connectors/vendor.ts';
import { faults } from './faults.ts';
import { contentOf, fill, runTrial } from './trial.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
/** Trials mostly wait for sockets, so several wait together. */
const atOnce = 5;
const size = 8;
const mostGrowth = 100 * 1024 * 1024;
/** Only against a test that never ends: on a quiet machine each takes seconds, beside other work as many minutes. */
const mostMs = 3_600_000;

setFlagsFromString('--expose_gc');
const collect = z.function({ input: [], output: z.unknown() }).implement(runInNewContext('gc'));
const heapUsed = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

const openHouse = ({ connector, settings }: ConnectorCase) => openSourceHouse({ connector, settings });

/** Tells vitest of the suite of one connector. */
export function describeFaults(one: ConnectorCase): void {
  describe(one.connector.card.id, () => {
    it.each(faults.map((fault) => [fault.name, fault] as const))(
      '%s',
      async (_name, fault) => {
        const quiet = await openHouse(one);
        await quiet.run({ upstream: fill(one, size).upstream });
        const truth = await contentOf(quiet);
        expect(truth.size).toBe(size);
        const found: string[] = [];
        let happened = 0;
        for (let from = 0; from < seeds.length; from += atOnce) {
          const trials = seeds.slice(from, from + atOnce).map(async (seed) => {
            const { unaccounted, wrong, broken } = await runTrial(await openHouse(one), { one, fault, seed, size, truth });
            found.push(...[...unaccounted, ...wrong].map((what) => `seed ${seed}: ${what}`));
            happened += broken;
          });
          await Promise.all(trials);
          await closeHouses();
        }
        expect(found).toEqual([]);
        expect(happened).toBeGreaterThanOrEqual(seeds.length);
      },
      mostMs,
    );

    it(
      'lets go of what it read',
      async () => {
        const trial = async (seed: number) => {
          for (const fault of faults) await runTrial(await openHouse(one), { one, fault, seed, size, truth: new Map(), isFull: true });
          await closeHouses();
        };
        await trial(1);
        const before = heapUsed();
        await trial(2);
        await trial(3);
        expect(heapUsed() - before).toBeLessThan(mostGrowth);
      },
      mostMs,
    );
  });
}
