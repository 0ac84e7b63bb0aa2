// All browser tests, over one program with one demo store and one browser: screens, reading, and last what changes the store.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { openBrowser } from '#test/support/browser.ts';
import { type RunningServer, removeFolder, runCommand, startServer, temporaryFolder } from '#test/support/running-server.ts';
import type { House } from '#test/support/visit.ts';
import { describeComplaining } from './complaining.ts';
import { describeLearning } from './learning.ts';
import { describeManaging } from './managing.ts';
import { describePeakLoad } from './peaking.ts';
import { describePlanning } from './planning.ts';
import { describeRating } from './rating.ts';
import { describeReading } from './reading.ts';
import { describeReviewing } from './reviewing.ts';
import { describeScreens } from './screens.ts';
import { describeSorting } from './sorting.ts';
import { type Desk, describeSourcing, openDesk } from './sourcing.ts';
import { describeStaffing } from './staffing.ts';
import { describeTelling } from './telling.ts';
import { describeTrusting } from './trusting.ts';

let server: RunningServer | undefined;
let browser: Browser | undefined;
let desk: Desk | undefined;
const folder = temporaryFolder();

beforeAll(async () => {
  const seeded = runCommand(folder, ['seed', '--conversations', '1500', '--months', '3']);
  if (seeded.status !== 0) throw new Error(`seed failed: ${seeded.stderr}`);
  desk = await openDesk();
  [server, browser] = await Promise.all([startServer(folder, { HUIYIN_ALLOW_HOSTS: new URL(desk.url).host }), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await desk?.close();
  removeFolder(folder);
});

function house(): House {
  if (server === undefined || browser === undefined) throw new Error('neither server nor browser is up');
  return { server, browser };
}

function helpDesk(): Desk {
  if (desk === undefined) throw new Error('the help desk is not up');
  return desk;
}

describe('screens', () => describeScreens(house));
describe('a reader', () => describeReading(house));
describe('a reader of peak load', () => describePeakLoad(house));
describe('a reader who relies on it', () => describeTrusting(house));
describe('somebody who plans', () => describePlanning(house));
describe('a customer', () => describeTelling(house));
describe('a customer who is asked', () => describeRating(house));
describe('a reader of complaints', () => describeComplaining(house));
describe('a reviewer of replies', () => describeReviewing(house));
describe('a planner', () => describeStaffing(house));
describe('a lead of annotation', () => describeLearning(house));
describe('somebody who sorts', () => describeSorting(house));
describe('a manager', () => describeManaging(house));
describe('an admin of sources', () => describeSourcing(house, helpDesk));
