// Category names on screens are those of the shipped taxonomy, in every screen language.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { categories as demoCategories } from '#ingest/demo/company.ts';
import { parseTaxonomy } from '#ingest/taxonomy/read-taxonomy.ts';
import { root } from '#test/support/source-files.ts';
import { categories as de } from '../../../dashboard/src/lib/words/de/categories.ts';
import { categories as en } from '../../../dashboard/src/lib/words/en/categories.ts';
import { categories as fr } from '../../../dashboard/src/lib/words/fr/categories.ts';
import { categories as zh } from '../../../dashboard/src/lib/words/zh/categories.ts';

const { groups, leaves } = parseTaxonomy(readFileSync(path.join(root, 'ingest/taxonomy/wallet.json'), 'utf8'), 'wallet.json');
const words = { zh, en, fr, de };

describe('names of categories', () => {
  it('on screens are those of the taxonomy, no more and no fewer', () => {
    for (const language of ['zh', 'en', 'fr', 'de'] as const) {
      const named = Object.fromEntries([...groups, ...leaves].map(({ id, names }) => [id, names[language]]));
      expect(words[language]).toEqual(named);
    }
  });

  it('cover every category of the demo company', () => {
    const known = new Set(leaves.map(({ id }) => id));
    expect(demoCategories.filter((id) => !known.has(id))).toEqual([]);
    expect(known.has('no-such-category')).toBe(false);
  });
});
