// What an edited copy of the shipped taxonomy inherits from it: which leaf goes on with which plane, and which planes serve another leaf.
import { taxonomyLanguages } from '#db/model/scoring-desk.ts';
import type { CategoryMove } from '#db/model/taxonomy-change.ts';
import { diffTaxonomies } from './diff-taxonomies.ts';
import type { Leaf, Taxonomy } from './taxonomy.ts';

export type Inheritance = {
  /** By leaf: its number among the shipped ones; -1 for a new one. */
  readonly planes: readonly number[];
  /** Shipped leaves that are gone and whose planes go on serving. `becomes`: a leaf, or -1 where it is none. */
  readonly former: readonly { readonly plane: number; readonly becomes: number }[];
};

/** With fewer of its leaves it is no edited copy: ids such as `other` are everybody's. */
const leastShare = 0.5;

const phrasesOf = ({ keywords, examples }: Leaf): string[] => [...Object.values(keywords), ...Object.values(examples)].flat();

/** Whether a leaf still means what it meant: a name or the definition stayed, or half of its words. */
function isSameMatter(shipped: Leaf, leaf: Leaf): boolean {
  if (taxonomyLanguages.some((language) => shipped.names[language] === leaf.names[language])) return true;
  if (taxonomyLanguages.some((language) => shipped.definitions[language] === leaf.definitions[language])) return true;
  const now = new Set(phrasesOf(leaf));
  const was = phrasesOf(shipped);
  return was.filter((phrase) => now.has(phrase)).length >= was.length * leastShare;
}

/**
 * Null where it is no edited copy. `moves` tell what shipped leaves that are gone have become; of the others those that were plainly
 * moved to another group go along, and the rest is forgotten.
 */
export function inheritFrom(shipped: Taxonomy, taxonomy: Taxonomy, moves: readonly CategoryMove[]): Inheritance | null {
  const numberOf = new Map(taxonomy.leaves.map(({ id }, at) => [id, at]));
  const guessed = diffTaxonomies(shipped, taxonomy).moved.map(({ was, becomes }) => [was.id, becomes.id] as const);
  const becomesOf = new Map([...guessed, ...moves.map(({ was, becomes }) => [was, becomes] as const)]);
  const planes = new Array<number>(taxonomy.leaves.length).fill(-1);
  const former: { plane: number; becomes: number }[] = [];
  const isKept = (at: number, leaf: Leaf) => {
    const heir = taxonomy.leaves[at];
    return heir !== undefined && planes[at] === -1 && isSameMatter(leaf, heir);
  };
  const gone = shipped.leaves.flatMap((leaf, plane) => {
    const at = numberOf.get(leaf.id);
    if (at === undefined) return [{ leaf, plane }];
    if (isKept(at, leaf)) planes[at] = plane;
    return [];
  });
  for (const { leaf, plane } of gone) {
    const target = becomesOf.get(leaf.id);
    if (target === undefined) continue;
    const at = numberOf.get(target) ?? -1;
    if (isKept(at, leaf)) planes[at] = plane;
    else former.push({ plane, becomes: at });
  }
  const kept = planes.filter((plane) => plane >= 0).length;
  return kept < shipped.leaves.length * leastShare ? null : { planes, former };
}
