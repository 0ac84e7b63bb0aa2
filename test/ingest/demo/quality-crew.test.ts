// The demo's reviewers: the same every time, leaning as they are said to lean, and known to figures.
import { afterEach, expect, it } from 'vitest';
import { leans } from '#api/quality/calibration.ts';
import { day } from '#db/model/instant.ts';
import { findReviewList, findRoundReplies } from '#db/store/quality-list.ts';
import { findRounds } from '#db/store/quality-rounds.ts';
import { seedQualityCrew } from '#ingest/demo/quality-crew.ts';
import { type DemoRound, demoReviewers } from '#ingest/demo/quality-rounds.ts';
import { monday } from '#test/support/incoming.ts';
import { repliedStore } from '#test/support/replied-store.ts';
import { sqliteKind } from '#test/support/stores.ts';

const { openStore, cleanUp } = sqliteKind();
afterEach(cleanUp);

const now = monday + 40 * day;
const plain = { strata: ['channel'], daysAgo: 30, span: 60, share: 1, settled: 0, isClosed: true } as const;
const rounds: readonly DemoRound[] = [
  { ...plain, name: 'Shared', kind: 'calibration', size: 40, settled: 30 },
  { ...plain, name: 'Half', kind: 'review', size: 20, share: 0.5, isClosed: false },
];

async function seeded(seed: string) {
  const db = await repliedStore(await openStore(), 60);
  await seedQualityCrew(db, { now, seed, rounds });
  return db;
}

it('says the same for the same seed and something else for another', async () => {
  const told = async (seed: string) =>
    (await findReviewList(await seeded(seed), { limit: 500 })).map(({ reviewer, marks, at, message }) =>
      JSON.stringify([reviewer, marks, at, message]),
    );
  const [first, again, other] = [await told('one'), await told('one'), await told('two')];
  expect([first.length, again]).toEqual([3 * 40 + 10, first]);
  expect(other).not.toEqual(first);
});

it('leans as it is told to, and nothing it says is later than the demo', async () => {
  const db = await seeded('one');
  const [half, shared] = await findRounds(db);
  expect([half?.state, half?.done, shared?.state, shared?.done, shared?.decided]).toEqual(['open', 10, 'closed', 40, 30]);
  const found = leans(await findRoundReplies(db, shared?.id ?? 0)).toSorted((a, b) => (a.lean ?? 0) - (b.lean ?? 0));
  const strictest = [...demoReviewers].sort((a, b) => a.milder - a.stricter - (b.milder - b.stricter));
  expect([found[0]?.reviewer, found.at(-1)?.reviewer]).toEqual([strictest[0]?.name, strictest.at(-1)?.name]);
  const reviews = await findReviewList(db, { limit: 500 });
  expect(reviews.every(({ at, replyAt }) => at <= now && replyAt <= at)).toBe(true);
});

it('leaves out a round for which there are too few replies', async () => {
  const db = await repliedStore(await openStore(), 10);
  await seedQualityCrew(db, { now, seed: 'one', rounds });
  expect(await findRounds(db)).toEqual([]);
});
