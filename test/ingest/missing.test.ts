// What was given up as missing and is gone by the source's own word: its text goes and its dead letter is closed; others stay open.
import { expect, it } from 'vitest';
import { saveDeadLetters } from '#db/store/dead-letters.ts';
import { requestTracker } from '#ingest/connectors/request-tracker.ts';
import { closeGone } from '#ingest/missing.ts';
import { openSourceHouse, houseSource as sourceId } from '#test/support/source-house.ts';
import { virtualHttp } from '#test/support/virtual-http.ts';
import { requestTrackerCase } from './connectors/vendors/request-tracker.ts';
import { fill } from './faults/trial.ts';

it('closes what is stored and gone, and leaves what was never stored, or is there', async () => {
  const house = await openSourceHouse(requestTrackerCase);
  const { upstream } = fill(requestTrackerCase, 4);
  await house.run({ upstream });
  const [gone = '', there = '', ...rest] = await house.storedIds();
  const letterOf = (item: string) => ({ item, stage: 'missing', reason: 'not found', body: null });
  await saveDeadLetters(house.db, sourceId, [gone, there, 'never'].map(letterOf), house.now());
  const connector = { ...requestTracker.open(requestTrackerCase.settings), findGone: async () => [gone, 'never'] };
  const { access } = virtualHttp(upstream);
  await closeGone({ db: house.db, clock: house.now }, { sourceId, connector, access, ids: [gone, there, 'never'] });
  expect((await house.letters()).map(([item]) => item)).toEqual([there, 'never']);
  const stored = await house.stored();
  expect(rest.length).toBeGreaterThan(0);
  expect([gone, there].map((id) => (stored[id] ?? []).every((text) => text.endsWith(': ')))).toEqual([true, false]);
});
