// Changing the taxonomy over HTTP: a draft with faults, one that is compared and tried, its way into force with what it takes away, and back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doneShape } from '#api/http/shapes/operations.ts';
import { appliedShape, draftSavedShape, taxonomyStateShape, trialShape } from '#api/http/shapes/taxonomy.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { incoming, incomingMessage, monday } from '#test/support/incoming.ts';

const shop = `id: shop
groups:
  - { id: parcel, names: { en: Parcel, de: Paket } }
leaves:
  - { id: parcel.late, names: { en: Late, de: Spät }, keywords: { en: [parcel .. late] }, examples: { en: [write to anna.schmidt@example.com] } }
  - { id: size, names: Wrong size, keywords: { en: [too small] } }
`;

/** With examples enough to be told apart, and not to be sure of anything else. */
const taught = `id: shop
groups:
  - { id: parcel, names: Parcel }
leaves:
  - id: parcel.late
    names: Late
    keywords: { en: [parcel .. late] }
    examples:
      en: [my parcel has not come, where is my package, delivery takes too long, parcel still not here, shipping is late again]
  - id: size
    names: Wrong size
    keywords: { en: [too (small|big)] }
    examples:
      en: [the shoes are too small, does not fit me, wrong size sent, the shirt is too big, size runs small]
`;

let house: TestApp;
let cookie: string;
beforeEach(async () => {
  house = await openTestApp({ now: monday });
  cookie = await house.signInAs('admin');
});
afterEach(() => house.close());

const put = (text: string) => house.ask('/api/taxonomy/draft', { method: 'PUT', cookie, body: { text } });
const state = async () => await readAs(taxonomyStateShape, await house.ask('/api/taxonomy/state', { cookie }));
const at = new Date(monday).toISOString();
const apply = (order: object) => house.ask('/api/taxonomy/draft/application', { method: 'POST', cookie, body: { savedAt: at, ...order } });

/** All leaves that go away, sent to one place. */
async function allTo(becomes: string) {
  return ((await state()).draft?.leaving ?? []).map(({ was }) => ({ was: was.id, becomes }));
}

describe('a draft of the taxonomy', () => {
  it('with faults is refused with each of them, and nothing of it is stored', async () => {
    const broken = shop.replace('too small', '(too small').replace('id: size', 'id: post.size');
    expect(await readAs(draftSavedShape, await put(broken))).toEqual({
      isSaved: false,
      faults: [
        { line: 6, place: 'leaf "post.size", id', reason: 'there is no group "post"' },
        { line: 6, place: 'leaf "post.size", keywords, en, number 1', reason: 'pattern "(too small": a "(" that stands alone' },
      ],
    });
    expect((await state()).draft).toBeNull();
    expect(await findAudit(house.db)).toEqual([]);
  });

  it('is stored without secrets, tells how it differs, and is discarded', async () => {
    expect(await readAs(draftSavedShape, await put(shop))).toEqual({ isSaved: true, faults: [] });
    const { version, draft } = await state();
    const late = draft?.document.leaves[0];
    expect([version, draft?.savedAt, draft?.savedBy, late?.examples]).toEqual([0, at, 'A admin', { en: ['write to [EMAIL]'] }]);
    expect(draft?.diff.added.map(({ id }) => id)).toEqual(['parcel.late', 'size']);
    expect(draft?.leaving.every(({ becomes }) => becomes === null)).toBe(true);
    const discarded = await house.ask('/api/taxonomy/draft', { method: 'DELETE', cookie });
    expect(await readAs(doneShape, discarded)).toEqual({ done: true });
    expect((await state()).draft).toBeNull();
    expect((await findAudit(house.db)).map(({ action }) => action)).toEqual(['taxonomy_draft_discarded', 'taxonomy_draft_saved']);
  });

  it('is tried on what came last, with quotes, and changes nothing', async () => {
    await saveSource(house.db, { id: 'mail', label: 'Mail', kind: 'file' });
    const bodies = ['my parcel is late', 'these shoes are too small for me', 'zzzz'];
    const conversations = bodies.map((body, n) => incoming(`c${n}`, { category: null, messages: [incomingMessage(`m${n}`, { body })] }));
    await saveConversations(house.db, { sourceId: 'mail', conversations, now: monday });
    await put(taught);
    const { unseen, ...trial } = await readAs(trialShape, await house.ask('/api/taxonomy/draft/trial', { method: 'POST', cookie }));
    const quote = (conversationId: string, text: string) => [{ conversationId, text }];
    expect({ ...trial, moves: trial.moves.toSorted((a, b) => String(a.to).localeCompare(String(b.to))) }).toEqual({
      ...{ conversations: 3, same: 1, without: 1, withOwn: 0, inherited: 0 },
      moves: [
        { from: null, to: 'parcel.late', n: 1, quotes: quote('1', 'my parcel is late') },
        { from: null, to: 'size', n: 1, quotes: quote('2', 'these shoes are too small for me') },
      ],
    });
    expect(unseen?.n).toBe(10);
    expect((await state()).version).toBe(0);
  });
});

describe('putting a draft in force', () => {
  it('wants every leaf that goes away told, and nothing that was not looked at', async () => {
    await put(shop);
    const moves = await allTo('other');
    const answers = [
      await apply({ basedOn: 0, moves: moves.slice(1) }),
      await apply({ basedOn: 0, moves: moves.map(({ was }) => ({ was, becomes: 'no-leaf' })) }),
      await apply({ basedOn: 7, moves }),
      await apply({ basedOn: 0, moves, savedAt: new Date(monday - 1).toISOString() }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 409, 409]);
    expect((await state()).version).toBe(0);
  });

  it('keeps the moves with the version, and a roll back is a new version that finds the way back', async () => {
    await put(shop);
    const first = await apply({ basedOn: 0, moves: await allTo('other') });
    expect(await readAs(appliedShape, first)).toEqual({ version: 1, id: 'shop' });
    await put(shop.replace('id: size', 'id: parcel.size'));
    expect((await state()).draft?.leaving.map(({ was, becomes }) => [was.id, becomes])).toEqual([['size', 'parcel.size']]);
    await apply({ basedOn: 1, moves: [{ was: 'size', becomes: 'parcel.size' }] });
    const { versions, draft } = await state();
    expect([draft, versions[0]?.moves, versions[0]?.appliedBy]).toEqual([null, [{ was: 'size', becomes: 'parcel.size' }], 'A admin']);

    const back = () => house.ask('/api/taxonomy/versions/1/draft', { method: 'POST', cookie });
    expect([(await back()).status, (await back()).status]).toEqual([200, 409]);
    const taken = (await state()).draft;
    expect([taken?.ofVersion, taken?.leaving.map(({ was, becomes }) => [was.id, becomes])]).toEqual([1, [['parcel.size', 'size']]]);
    await apply({ basedOn: 2, moves: [{ was: 'parcel.size', becomes: 'size' }] });
    const after = await state();
    expect([after.version, after.document.leaves.map(({ id }) => id)]).toEqual([3, ['parcel.late', 'size']]);
    const [entry] = await findAudit(house.db);
    const details = { id: 'shop', moves: [{ was: 'parcel.size', becomes: 'size' }] };
    expect([entry?.action, entry?.subject, entry?.details]).toEqual(['taxonomy_applied', '3', details]);
  });

  it('is for admins; a support manager sees it, a viewer does not', async () => {
    await put(shop);
    const ask = async (role: 'support_manager' | 'viewer') => {
      const theirs = await house.signInAs(role);
      const asked = [
        house.ask('/api/taxonomy/state', { cookie: theirs }),
        house.ask('/api/taxonomy/draft', { method: 'PUT', cookie: theirs, body: { text: shop } }),
        house.ask('/api/taxonomy/draft', { method: 'DELETE', cookie: theirs }),
      ];
      return (await Promise.all(asked)).map(({ status }) => status);
    };
    expect([await ask('support_manager'), await ask('viewer')]).toEqual([
      [200, 403, 403],
      [403, 403, 403],
    ]);
  });
});
