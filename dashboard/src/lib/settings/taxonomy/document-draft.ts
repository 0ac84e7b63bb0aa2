// A taxonomy as a person edits it on the screen: leaves by group, added, moved and removed, and the text that is sent.
import type { Leaf, Names, TaxonomyDocument } from './ask.ts';

export const nameLanguages = ['zh', 'en', 'fr', 'de'] as const satisfies readonly (keyof Names)[];

export type LeafGroup = { readonly id: string | null; readonly names: Names | null; readonly leaves: readonly Leaf[] };

/** Leaves under their groups, in the order of the groups; those without one last. Groups without leaves are kept. */
export function groupsOf({ groups, leaves }: Pick<TaxonomyDocument, 'groups' | 'leaves'>): LeafGroup[] {
  const inGroup = (id: string) => leaves.filter((leaf) => leaf.id.startsWith(`${id}.`));
  const named = groups.map(({ id, names }) => ({ id, names, leaves: inGroup(id) }));
  const alone = leaves.filter(({ id }) => !groups.some((group) => id.startsWith(`${group.id}.`)));
  return alone.length === 0 ? named : [...named, { id: null, names: null, leaves: alone }];
}

const topicOf = (id: string) => id.split('.').at(-1) ?? id;

/** The id of a leaf in another group; null: in none. */
export function idIn(group: string | null, id: string): string {
  return group === null ? topicOf(id) : `${group}.${topicOf(id)}`;
}

/** A new leaf with an id that nothing has yet. */
export function newLeaf({ leaves }: Pick<TaxonomyDocument, 'leaves'>, group: string | null): Leaf {
  const taken = new Set(leaves.map(({ id }) => id));
  let number = 1;
  while (taken.has(idIn(group, `new-${number}`))) number += 1;
  const empty = { zh: '', en: '', fr: '', de: '' };
  return { id: idIn(group, `new-${number}`), names: empty, definitions: empty, keywords: { en: [] }, examples: { en: [] } };
}

export function withLeaf(document: TaxonomyDocument, id: string, next: Leaf | null): TaxonomyDocument {
  return { ...document, leaves: document.leaves.flatMap((leaf) => (leaf.id === id ? (next ?? []) : leaf)) };
}

/** One text a line; lines that are empty do not count. */
export const toLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const written = (names: Names) =>
  Object.fromEntries(nameLanguages.flatMap((one) => (names[one].trim() === '' ? [] : [[one, names[one].trim()]])));
const spoken = (texts: Leaf['keywords']) => Object.fromEntries(Object.entries(texts).filter(([, lines]) => lines.length > 0));

/** The file of a document: languages without a text are left out. */
export function toText({ id, version, groups, leaves }: TaxonomyDocument): string {
  const file = {
    id,
    version,
    groups: groups.map((group) => ({ id: group.id, names: written(group.names) })),
    leaves: leaves.map((leaf) => {
      const definitions = written(leaf.definitions);
      const texts = { keywords: spoken(leaf.keywords), examples: spoken(leaf.examples) };
      return { id: leaf.id, names: written(leaf.names), ...(Object.keys(definitions).length > 0 ? { definitions } : {}), ...texts };
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
