// Names of categories in one screen language, out of the taxonomy in force and those before it.
import type { Taxonomy } from '../api/shapes.ts';
import type { LanguageId } from '../words/words.ts';
import type { CategoryNames } from './format.ts';

/** What is in force wins over what was; empty where the taxonomy is not known. */
export function categoryNames(taxonomy: Taxonomy | null, language: LanguageId): CategoryNames {
  if (taxonomy === null) return {};
  const entries = [...taxonomy.former, ...taxonomy.groups, ...taxonomy.leaves];
  return Object.fromEntries(entries.map(({ id, names }) => [id, names[language]]));
}
