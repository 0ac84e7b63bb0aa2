// A taxonomy: what customers write about, two levels, with names, definitions and keyword patterns; its form, and what is wrong beyond it.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { type TaxonomyLanguage, taxonomyLanguages } from '#db/model/scoring-desk.ts';
import { readPattern } from './pattern.ts';

const text = z.string().trim().min(1);
const spoken = Object.fromEntries(taxonomyLanguages.map((language) => [language, text.optional()]));

type Given = Partial<Record<TaxonomyLanguage, string>>;

/** Languages that a company does not write in are filled from one that it does. */
function inAllLanguages(given: Given): Record<TaxonomyLanguage, string> {
  const first = given.en ?? given.zh ?? given.fr ?? given.de ?? '';
  return { zh: given.zh ?? first, en: given.en ?? first, fr: given.fr ?? first, de: given.de ?? first };
}

/** A plain text, which stands for all languages, or one text a language. */
const named = z
  .preprocess((value) => (typeof value === 'string' ? { en: value } : value), z.strictObject(spoken))
  .refine((given) => Object.keys(given).length > 0, { message: `must be given in one of ${taxonomyLanguages.join(', ')} at least` })
  .transform((given) => inAllLanguages(given));
const byLanguage = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, 'is no language'), z.array(text)).default({});

const groupShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by -'),
  names: named,
});
const leafShape = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)?$/, 'must be `group.topic`, or a single lower-case word'),
    names: named,
    definitions: named.optional(),
    keywords: byLanguage,
    examples: byLanguage,
  })
  .transform((leaf) => ({ ...leaf, definitions: leaf.definitions ?? leaf.names }));

export const taxonomyShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by -'),
  /** For whoever keeps the file; what is applied to a store gets a number of its own. */
  version: z.int().min(1).default(1),
  groups: z.array(groupShape).default([]),
  leaves: z.array(leafShape).min(2, 'must be two at least').max(200, 'must be 200 at most'),
});

export type Taxonomy = z.infer<typeof taxonomyShape>;
export type Leaf = Taxonomy['leaves'][number];

/** `path`: where in the file. */
export type Fault = { readonly path: readonly PropertyKey[]; readonly reason: string };

function twice(ids: readonly string[], list: 'groups' | 'leaves'): Fault[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [{ path: [list, index, 'id'], reason: 'comes twice' }]));
}

/** What is wrong beyond the form: ids that come twice or stand for something else, groups that are missing, patterns that cannot be read. */
export function faultsOf({ groups, leaves }: Taxonomy): Fault[] {
  const groupIds = groups.map(({ id }) => id);
  const leafIds = leaves.map(({ id }) => id);
  return [
    ...twice(groupIds, 'groups'),
    ...twice(leafIds, 'leaves'),
    ...leaves.flatMap((leaf, index) => leafFaults(leaf, groupIds).map((fault) => ({ ...fault, path: ['leaves', index, ...fault.path] }))),
  ];
}

function leafFaults({ id, keywords, examples }: Leaf, groupIds: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const [group = '', topic] = id.split('.');
  if (topic !== undefined && !groupIds.includes(group)) faults.push({ path: ['id'], reason: `there is no group "${group}"` });
  if (topic === undefined && groupIds.includes(id)) faults.push({ path: ['id'], reason: 'is the name of a group too' });
  if (id === 'none') faults.push({ path: ['id'], reason: '"none" stands for conversations without a category' });
  for (const [language, patterns] of Object.entries(keywords)) {
    patterns.forEach((pattern, at) => {
      const reason = patternFault(pattern);
      if (reason !== null) faults.push({ path: ['keywords', language, at], reason });
    });
  }
  const said = [...Object.values(keywords), ...Object.values(examples)].flat();
  if (said.length === 0) faults.push({ path: [], reason: 'has neither keywords nor examples, so nothing can ever be put into it' });
  return faults;
}

function patternFault(pattern: string): string | null {
  try {
    readPattern(pattern);
    return null;
  } catch (error) {
    return error instanceof AppError ? error.message : String(error);
  }
}

/** Reads a taxonomy whose patterns were checked before, such as the shipped one, which a test checks: reading them twice would cost more than the rest. */
export function readCheckedTaxonomy(json: string): Taxonomy {
  return taxonomyShape.parse(JSON.parse(json));
}

/** Reads a taxonomy out of the store, which it came into checked. */
export function readStoredTaxonomy(document: unknown): Taxonomy {
  return taxonomyShape.parse(document);
}
