// A taxonomy: what customers write about, two levels, with names, definitions and keyword patterns. Read from a file, checked, errors by leaf.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { readPattern } from './pattern.ts';

/** Languages that every name and definition is given in. */
export const nameLanguages = ['zh', 'en', 'fr', 'de'] as const;

const text = z.string().trim().min(1);
const inAllLanguages = z.strictObject({ zh: text, en: text, fr: text, de: text });
const byLanguage = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, 'is no language'), z.array(text));

const groupShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by -'),
  names: inAllLanguages,
});
const leafShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)?$/, 'must be `group.topic`, or a single lower-case word'),
  names: inAllLanguages,
  definitions: inAllLanguages,
  keywords: byLanguage,
  examples: byLanguage,
});

const taxonomyShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Moves with every change of meaning, so that stored scores tell which taxonomy they speak of. */
  version: z.int().min(1),
  groups: z.array(groupShape),
  leaves: z.array(leafShape).min(2),
});

export type Taxonomy = z.infer<typeof taxonomyShape>;
export type Leaf = Taxonomy['leaves'][number];

function placeOf(taxonomy: unknown, path: readonly PropertyKey[]): string {
  const [list, index, ...rest] = path;
  const named = z
    .object({ leaves: z.array(z.unknown()), groups: z.array(z.unknown()) })
    .partial()
    .safeParse(taxonomy);
  const entries = list === 'leaves' ? named.data?.leaves : list === 'groups' ? named.data?.groups : undefined;
  if (entries === undefined || typeof index !== 'number') return path.join('.') || 'the file';
  const id = z.object({ id: z.string() }).safeParse(entries[index]).data?.id;
  const what = list === 'leaves' ? 'leaf' : 'group';
  return [`${what} ${id === undefined ? `number ${index + 1}` : `"${id}"`}`, ...rest].join(', ');
}

/** What is wrong beyond the shape: ids that come twice, groups that are missing, patterns that cannot be read. */
function faultsOf({ groups, leaves }: Taxonomy): string[] {
  const groupIds = new Set(groups.map(({ id }) => id));
  const twice = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);
  const faults = twice(leaves.map(({ id }) => id)).map((id) => `leaf "${id}" comes twice`);
  faults.push(...twice(groups.map(({ id }) => id)).map((id) => `group "${id}" comes twice`));
  for (const leaf of leaves) {
    const [group, topic] = leaf.id.split('.');
    if (topic !== undefined && !groupIds.has(group ?? '')) faults.push(`leaf "${leaf.id}": there is no group "${group}"`);
    if (topic === undefined && groupIds.has(leaf.id)) faults.push(`leaf "${leaf.id}": is the name of a group too`);
    for (const [language, patterns] of Object.entries(leaf.keywords)) {
      for (const pattern of patterns) {
        const fault = patternFault(pattern);
        if (fault !== null) faults.push(`leaf "${leaf.id}", keywords, ${language}: ${fault}`);
      }
    }
    const said = [...Object.values(leaf.keywords), ...Object.values(leaf.examples)].flat();
    if (said.length === 0) faults.push(`leaf "${leaf.id}": has neither keywords nor examples, so nothing can ever be put into it`);
  }
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

/** Reads a taxonomy from JSON text. Throws `invalid` with the file's name and the first leaf, group or field that is wrong. */
export function parseTaxonomy(json: string, fileName: string): Taxonomy {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch (error) {
    throw new AppError('invalid', `taxonomy ${fileName}: is not valid JSON`, error);
  }
  const parsed = taxonomyShape.safeParse(read);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AppError('invalid', `taxonomy ${fileName}: ${placeOf(read, issue?.path ?? [])}: ${issue?.message ?? 'is not a taxonomy'}`);
  }
  const [fault] = faultsOf(parsed.data);
  if (fault !== undefined) throw new AppError('invalid', `taxonomy ${fileName}: ${fault}`);
  return parsed.data;
}

/** Reads a taxonomy whose patterns were checked before, such as the shipped one, which a test checks: reading them twice would cost more than the rest. */
export function readCheckedTaxonomy(json: string): Taxonomy {
  return taxonomyShape.parse(JSON.parse(json));
}
