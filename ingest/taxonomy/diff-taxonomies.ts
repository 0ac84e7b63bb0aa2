// How one taxonomy differs from another: leaves added, removed, moved to another group, renamed, and other words.
import { taxonomyLanguages } from '#db/model/scoring-desk.ts';
import type { ChangedWords, TaxonomyDiff } from '#db/model/taxonomy-change.ts';
import type { Leaf, Taxonomy } from './taxonomy.ts';

type Entry = Taxonomy['groups'][number];

const entryOf = ({ id, names }: Entry): Entry => ({ id, names });
const topicOf = (id: string): string => id.split('.').at(-1) ?? id;
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sharesName = (one: Leaf, other: Leaf): boolean => taxonomyLanguages.some((language) => one.names[language] === other.names[language]);
const flat = (spoken: Leaf['keywords']): string[] => Object.values(spoken).flat();

/** Each list in the order of its taxonomy. A leaf counts as moved where it has another id and the same names, or the same topic and one name that is the same. */
export function diffTaxonomies(before: Taxonomy, after: Taxonomy): TaxonomyDiff {
  const was = new Map(before.leaves.map((leaf) => [leaf.id, leaf]));
  const is = new Map(after.leaves.map((leaf) => [leaf.id, leaf]));
  const gone = before.leaves.filter(({ id }) => !is.has(id));
  const fresh = after.leaves.filter(({ id }) => !was.has(id));
  const moved = pairsOf(gone, fresh);
  const from = new Set(moved.map((pair) => pair.was.id));
  const to = new Set(moved.map((pair) => pair.becomes.id));
  const groups = new Map(before.groups.map((group) => [group.id, group]));
  const stayed = after.leaves.flatMap((leaf) => {
    const earlier = was.get(leaf.id);
    return earlier === undefined ? [] : [{ earlier, leaf }];
  });
  return {
    added: fresh.filter(({ id }) => !to.has(id)).map(entryOf),
    removed: gone.filter(({ id }) => !from.has(id)).map(entryOf),
    moved: moved.map((pair) => ({ was: entryOf(pair.was), becomes: entryOf(pair.becomes) })),
    renamed: [
      ...after.groups.flatMap((group) => renamed(groups.get(group.id), group)),
      ...stayed.flatMap(({ earlier, leaf }) => renamed(earlier, leaf)),
    ],
    changed: stayed.flatMap(({ earlier, leaf }) => changed(earlier, leaf)),
  };
}

/** The topic tells more than the names, so pairs by it are taken first; each leaf is in one pair at most. */
function pairsOf(gone: readonly Leaf[], fresh: readonly Leaf[]): { was: Leaf; becomes: Leaf }[] {
  const pairs = new Map<string, { was: Leaf; becomes: Leaf }>();
  const taken = new Set<string>();
  for (const isAlike of [
    // The topic alone is not enough: much can be late.
    (one: Leaf, other: Leaf) => topicOf(one.id) === topicOf(other.id) && sharesName(one, other),
    (one: Leaf, other: Leaf) => isSame(one.names, other.names),
  ]) {
    for (const was of gone) {
      const becomes = pairs.has(was.id) ? undefined : fresh.find((other) => !taken.has(other.id) && isAlike(was, other));
      if (becomes === undefined) continue;
      pairs.set(was.id, { was, becomes });
      taken.add(becomes.id);
    }
  }
  return gone.flatMap(({ id }) => pairs.get(id) ?? []);
}

function renamed(earlier: Entry | undefined, { id, names }: Entry): TaxonomyDiff['renamed'][number][] {
  return earlier === undefined || isSame(earlier.names, names) ? [] : [{ id, was: earlier.names, becomes: names }];
}

function changed(earlier: Leaf, leaf: Leaf): ChangedWords[] {
  const less = (all: readonly string[], others: readonly string[]) => {
    const held = new Set(others);
    return all.filter((one) => !held.has(one));
  };
  const [keywords, examples] = [
    [flat(earlier.keywords), flat(leaf.keywords)],
    [flat(earlier.examples), flat(leaf.examples)],
  ].map(([old = [], now = []]) => ({ added: less(now, old), removed: less(old, now) }));
  const words: ChangedWords = {
    id: leaf.id,
    names: leaf.names,
    hasNewDefinition: !isSame(earlier.definitions, leaf.definitions),
    keywordsAdded: keywords?.added ?? [],
    keywordsRemoved: keywords?.removed ?? [],
    examplesAdded: examples?.added.length ?? 0,
    examplesRemoved: examples?.removed.length ?? 0,
  };
  const size = words.keywordsAdded.length + words.keywordsRemoved.length + words.examplesAdded + words.examplesRemoved;
  return words.hasNewDefinition || size > 0 ? [words] : [];
}
