// Categories are called what the taxonomy in force calls them; those of earlier ones keep their names, unknown ids stay as they are.
import { describe, expect, it } from 'vitest';
import { categories as demoCategories } from '#ingest/demo/company.ts';
import { readShippedTaxonomy } from '#ingest/scores/category.ts';
import { words } from '#test/support/words/en.ts';
import type { Taxonomy } from '../../../dashboard/src/lib/api/shapes.ts';
import { categoryNames } from '../../../dashboard/src/lib/format/category-names.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';

const names = (en: string) => ({ zh: `${en} zh`, en, fr: `${en} fr`, de: `${en} de` });
const own: Taxonomy = {
  id: 'shop',
  version: 2,
  isShipped: false,
  groups: [{ id: 'parcel', names: names('Parcel') }],
  leaves: [{ id: 'parcel.late', names: names('Late'), definitions: names('A parcel is late') }],
  former: [
    { id: 'parcel.late', names: names('Delayed') },
    { id: 'fees', names: names('Fees') },
  ],
};

const said = (taxonomy: Taxonomy | null, language: 'en' | 'de') => {
  const format = openFormat({ words, zone: 'UTC', now: () => 0, categories: categoryNames(taxonomy, language) });
  return ['parcel', 'parcel.late', 'fees', 'no-such', 'none', null].map(format.category);
};

describe('names of categories', () => {
  it('are those of the taxonomy in the language of the screen', () => {
    expect(said(own, 'en')).toEqual(['Parcel', 'Late', 'Fees', 'no-such', words.unset, '-']);
    expect(said(own, 'de')).toEqual(['Parcel de', 'Late de', 'Fees de', 'no-such', words.unset, '-']);
  });

  it('are their ids where the taxonomy is not known', () => {
    expect(said(null, 'en')).toEqual(['parcel', 'parcel.late', 'fees', 'no-such', words.unset, '-']);
  });

  it('cover every category of the demo company', async () => {
    const { leaves } = await readShippedTaxonomy();
    const known = new Set(leaves.map(({ id }) => id));
    expect(demoCategories.filter((id) => !known.has(id))).toEqual([]);
    expect(known.has('no-such-category')).toBe(false);
  });
});
