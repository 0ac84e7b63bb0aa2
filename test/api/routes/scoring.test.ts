// Scoring over HTTP: names of categories, what scores now, and scoring anew by those who may.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doneShape } from '#api/http/shapes/operations.ts';
import { scoringShape, taxonomyShape } from '#api/http/shapes/scoring.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveTaxonomy } from '#db/store/taxonomies.ts';
import { readTaxonomy } from '#ingest/taxonomy/read-taxonomy.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { monday } from '#test/support/incoming.ts';
import { fillToRescore } from '#test/support/rescoring.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';

let house: TestApp;
beforeEach(async () => {
  house = await openTestApp({ now: monday });
});
afterEach(() => house.close());

const state = async (cookie: string) => await readAs(scoringShape, await house.ask('/api/scoring', { cookie }));
const untilDone = async (cookie: string) => {
  for (let tries = 0; tries < 400; tries += 1) {
    const now = await state(cookie);
    if (!now.isRunning) return now;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('scoring did not end');
};
const scorers = ['sentiment', 'category', 'harm', 'risk', 'tone'].map((id) => ({ id, version: '1' }));

describe('scoring anew', () => {
  it('is begun by an admin, and tells how much was scored by others before and after', async () => {
    await fillToRescore(house.db, 30, 'unscored');
    const cookie = await house.signInAs('admin');
    expect(await state(cookie)).toEqual({
      scorers,
      conversations: 30,
      older: 30,
      versions: [{ scorer: null, conversations: 30 }],
      isRunning: false,
      runs: [],
      taxonomies: [],
    });
    const begun = await house.ask('/api/scoring/runs', { method: 'POST', cookie, body: {} });
    expect([begun.status, await readAs(doneShape, begun)]).toEqual([202, { done: true }]);
    const at = new Date(monday).toISOString();
    const run = { id: 1, startedAt: at, finishedAt: at, state: 'done', conversations: 30, changed: 30, total: null, reason: null };
    expect(await untilDone(cookie)).toEqual({
      scorers,
      conversations: 30,
      older: 0,
      versions: [{ scorer: standInScorers.version, conversations: 30 }],
      isRunning: false,
      runs: [run],
      taxonomies: [],
    });
    const [entry] = await findAudit(house.db);
    expect([entry?.action, entry?.role, entry?.details]).toEqual([
      'rescoring_begun',
      'admin',
      { scorer: standInScorers.version, isAll: false },
    ]);
  });

  it('is seen and not begun by a support manager, and neither by a viewer', async () => {
    const [manager, viewer] = [await house.signInAs('support_manager'), await house.signInAs('viewer')];
    const ask = async (cookie: string) => [
      (await house.ask('/api/scoring', { cookie })).status,
      (await house.ask('/api/scoring/runs', { method: 'POST', cookie, body: { all: true } })).status,
    ];
    expect([await ask(manager), await ask(viewer)]).toEqual([
      [200, 403],
      [403, 403],
    ]);
  });
});

describe('the names of categories', () => {
  it('are those of the taxonomy in force; those of earlier ones are still known', async () => {
    const cookie = await house.signInAs('viewer');
    const ask = async () => await readAs(taxonomyShape, await house.ask('/api/taxonomy', { cookie }));
    const shipped = await ask();
    expect([shipped.id, shipped.version, shipped.isShipped, shipped.former]).toEqual(['wallet', 0, true, []]);
    const { taxonomy } = readTaxonomy(`
id: shop
leaves:
  - { id: late, names: { en: Late, zh: 迟到 }, keywords: { en: [late] } }
  - { id: fees, names: Delivery fee, keywords: { en: [delivery fee] } }
`);
    await saveTaxonomy(
      house.db,
      { document: taxonomy, model: '', appliedAt: monday, appliedBy: 'a test' },
      { leaves: ['late', 'fees'], moves: [] },
    );
    const { leaves, former, ...own } = await ask();
    expect([own, leaves.map(({ id, names }) => [id, names.zh, names.de])]).toEqual([
      { id: 'shop', version: 1, isShipped: false, groups: [] },
      [
        ['late', '迟到', 'Late'],
        ['fees', 'Delivery fee', 'Delivery fee'],
      ],
    ]);
    const ids = [...shipped.groups, ...shipped.leaves].map(({ id }) => id).filter((id) => id !== 'fees');
    expect(former.map(({ id }) => id).sort()).toEqual(ids.sort());
    const at = new Date(monday).toISOString();
    expect((await state(await house.signInAs('admin'))).taxonomies).toEqual([
      { version: 1, id: 'shop', isShipped: false, leaves: 2, appliedAt: at, appliedBy: 'a test' },
    ]);
  });
});
