// The demo's annotators: the same for the same seed, as careless as they say, and gone with the demo.
import { afterEach, expect, it } from 'vitest';
import { findCampaigns } from '#db/store/annotation-campaigns.ts';
import { findSampledTasks } from '#db/store/annotation-sample.ts';
import { findAnnotations } from '#db/store/annotations.ts';
import { removeDemo } from '#db/store/sources.ts';
import { demoCampaigns } from '#ingest/demo/annotation-campaigns.ts';
import { crew, seedAnnotationCrew } from '#ingest/demo/annotation-crew.ts';
import { scoredStore } from '#test/support/scored-store.ts';
import { sqliteKind } from '#test/support/stores.ts';

const { openStore, cleanUp } = sqliteKind();
afterEach(cleanUp);
const now = Date.UTC(2026, 10, 28);

/** A quarter of the demo's, so that a test need not wait for all of it. */
const campaigns = demoCampaigns.map((one) => ({
  ...one,
  size: one.size / 4,
  gold: Math.min(one.gold, 3),
  settled: Math.min(one.settled, 4),
}));

async function seeded(conversations: number) {
  const db = await scoredStore(await openStore(), conversations);
  await seedAnnotationCrew(db, { now, seed: 'larkfold', campaigns });
  return db;
}

it('labels campaigns of two fields, with disputes and gold, none of it in the future', async () => {
  const db = await seeded(160);
  const found = (await findCampaigns(db)).toReversed();
  expect(found.map(({ name, isDemo, state, tasks }) => [name, isDemo, state, tasks])).toEqual(
    campaigns.map(({ name, isClosed, size }) => [name, true, isClosed ? 'closed' : 'open', size]),
  );
  expect(found.map(({ gold }) => gold)).toEqual(campaigns.map(({ gold }) => gold));
  const tasks = await findSampledTasks(db, 'sentiment');
  expect(tasks.filter(({ adjudicated }) => adjudicated !== null).length).toBe(4);
  expect(Math.max(...tasks.flatMap(({ labels }) => labels.map(({ at }) => at)))).toBeLessThanOrEqual(now);
  expect(new Set(tasks.flatMap(({ labels }) => labels.map(({ annotator }) => annotator)))).toEqual(new Set(crew.map(({ name }) => name)));
  // Two people who err by e and f, each in their own way, disagree in about e + f of what both label.
  const double = tasks.filter(({ gold, labels }) => gold === null && labels.length === 2);
  const differ = double.filter(({ labels }) => labels[0]?.label !== labels[1]?.label).length / double.length;
  expect(differ).toBeGreaterThan(0.05);
  expect(differ).toBeLessThan(0.3);
  await removeDemo(db);
  expect(await findCampaigns(db)).toEqual([]);
});

it('is the same for the same seed, and does nothing where there is too little to label', async () => {
  const [one, other] = [await seeded(160), await seeded(160)];
  const all = async (db: typeof one) => await findAnnotations(db, { limit: 5000 });
  expect(await all(one)).toEqual(await all(other));
  expect(await findCampaigns(await seeded(20))).toEqual([]);
});
