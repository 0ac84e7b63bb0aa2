// Taxonomies on both databases: one draft, versions with their moves, and what was stored under former categories read under what became of it.
import { expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { findAnnotations, findPeopleLabels, saveEdit } from '#db/store/annotations.ts';
import { readChangeState, readFacts } from '#db/store/columns.ts';
import { findConversations, getConversation, saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { findCategoryMoves, findTaxonomies, saveTaxonomy } from '#db/store/taxonomies.ts';
import { findTaxonomyDraft, removeTaxonomyDraft, saveTaxonomyDraft } from '#db/store/taxonomy-draft.ts';
import { incoming, monday } from '#test/support/incoming.ts';
import { describeStores } from '#test/support/stores.ts';

const applied = { document: { id: 'shop' }, model: 'm', appliedAt: monday, appliedBy: 'a test' };

async function fill(db: Db): Promise<void> {
  await saveSource(db, { id: 'mail', label: 'Mail', kind: 'file' });
  const conversations = ['late', 'size'].map((category) => incoming(category, { category }));
  await saveConversations(db, { sourceId: 'mail', conversations, now: monday });
  const edit = { comment: null, annotator: 'u1', now: monday, conversationId: 1 };
  await saveEdit(db, { ...edit, field: 'category', label: 'late', clientKey: 'k1' });
  // A mood of the same name is no category.
  await saveEdit(db, { ...edit, field: 'sentiment', label: 'late', clientKey: 'k2' });
}

/** What figures, lists, one conversation and people say. */
async function said(db: Db, category: string) {
  const facts = (await readFacts(db, { afterChange: 0, afterId: 0, limit: 10 })).map(({ category }) => category);
  const list = (await findConversations(db, { filters: { category: [category] } })).conversations.map(({ externalId }) => externalId);
  const one = await getConversation(db, 1);
  const labels = await findPeopleLabels(db, 1);
  const told = (await findAnnotations(db, { limit: 10 })).map(({ field, label }) => `${field} ${label}`);
  return { facts, list, one: [one.category, one.sourceCategory], labels: [labels.category?.label, labels.sentiment?.label], told };
}

const untouched = {
  facts: ['late', 'size'],
  list: ['late'],
  one: ['late', 'late'],
  labels: ['late', 'late'],
  told: ['sentiment late', 'category late'],
};

await describeStores('taxonomies', ({ openStore }) => {
  it('are drafted one at a time, saved over and discarded', async () => {
    const db = await openStore();
    expect(await findTaxonomyDraft(db)).toBeNull();
    const draft = { document: { id: 'shop' }, ofVersion: null, savedAt: monday, savedBy: 'u1' };
    await saveTaxonomyDraft(db, draft);
    await saveTaxonomyDraft(db, { ...draft, document: null, ofVersion: 0 });
    expect(await findTaxonomyDraft(db)).toEqual({ ...draft, document: null, ofVersion: 0 });
    await removeTaxonomyDraft(db);
    expect(await findTaxonomyDraft(db)).toBeNull();
  });

  it('leave what was stored as it was, and have it read under what became of it everywhere', async () => {
    const db = await openStore();
    await fill(db);
    await saveTaxonomy(db, applied, { leaves: ['late', 'size'], moves: [] });
    expect(await said(db, 'late')).toEqual(untouched);
    const { epoch } = await readChangeState(db);

    await saveTaxonomy(db, applied, { leaves: ['delay', 'size'], moves: [{ was: 'late', becomes: 'delay' }] });
    await saveTaxonomy(db, applied, { leaves: ['parcel', 'size'], moves: [{ was: 'delay', becomes: 'parcel' }] });
    expect(await said(db, 'parcel')).toEqual({
      facts: ['parcel', 'size'],
      list: ['late'],
      one: ['parcel', 'late'],
      labels: ['parcel', 'late'],
      told: ['sentiment late', 'category parcel'],
    });
    // Neither lists nor figures find anything under the former one.
    expect((await said(db, 'late')).list).toEqual([]);
    expect((await readChangeState(db)).epoch).toBe(epoch + 2);
    const { annotation, conversation } = db.tables;
    expect((await db.query.select({ label: annotation.label }).from(annotation)).map(({ label }) => label)).toEqual(['late', 'late']);
    expect((await db.query.select({ category: conversation.category }).from(conversation)).map(({ category }) => category)).toEqual([
      'late',
      'size',
    ]);
    expect(await findCategoryMoves(db)).toEqual([
      { version: 2, was: 'late', becomes: 'delay' },
      { version: 3, was: 'delay', becomes: 'parcel' },
    ]);

    // Rolled back: the category stands for itself again.
    await saveTaxonomy(db, applied, { leaves: ['late', 'size'], moves: [{ was: 'parcel', becomes: 'late' }] });
    expect(await said(db, 'late')).toEqual(untouched);
  });

  it('refuse a turn that was decided over another version', async () => {
    const db = await openStore();
    await saveTaxonomy(db, applied, { leaves: ['a'], moves: [], basedOn: 0 });
    await expect(saveTaxonomy(db, applied, { leaves: ['a'], moves: [], basedOn: 0 })).rejects.toMatchObject({ code: 'conflict' });
    expect((await findTaxonomies(db)).map(({ version }) => version)).toEqual([1]);
  });
});
