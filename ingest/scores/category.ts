// Category: which leaf of the taxonomy a message is about, by keywords and a trained model together; null where it cannot say.
import { readFile } from 'node:fs/promises';
import type { CategoryScore, Highlight } from '#db/model/score.ts';
import { type Found, openKeywordIndex } from '../taxonomy/keyword-index.ts';
import { readCheckedTaxonomy, type Taxonomy } from '../taxonomy/taxonomy.ts';
import { readTokens, type Token } from '../taxonomy/tokens.ts';
import { openCategoryFeatures } from './category-features.ts';
import { type CategoryModel, categoryProbabilities, tokenWeights, unpackCategoryModel } from './category-model.ts';
import type { ScoreInput, Scorer } from './scorer.ts';

/** Below this probability nothing is said. */
export const leastConfidence = 0.35;
/** Where leaves are few, chance alone comes near that; so many times chance it has to be at least. */
const timesChance = 1.2;
const mostWords = 3;
const unsaid: CategoryScore = { id: null, confidence: 0, evidence: [] };

// Languages that the shipped examples or keywords are written in, and texts too short for their language to be told.
const supported = new Set(['zh', 'en', 'fr', 'de', 'es', 'ru', 'pt', 'it', 'uk', 'und']);

/** Reads the shipped taxonomy. */
export async function readShippedTaxonomy(): Promise<Taxonomy> {
  return readCheckedTaxonomy(await readFile(new URL('../taxonomy/wallet.json', import.meta.url), 'utf8'));
}

type Read = { readonly tokens: readonly Token[]; readonly found: readonly Found[] };

function highlightOf(tokens: readonly Token[], first: number, last: number): Highlight[] {
  const [from, to] = [tokens[first], tokens[last]];
  return from === undefined || to === undefined ? [] : [{ start: from.start, end: to.end, weight: 1 }];
}

/** Touching and overlapping stretches as one, so that neighbouring Han characters read as a word. */
function joined(highlights: readonly Highlight[]): Highlight[] {
  const result: Highlight[] = [];
  for (const one of highlights) {
    const last = result.at(-1);
    if (last !== undefined && one.start <= last.end) result[result.length - 1] = { ...last, end: Math.max(last.end, one.end) };
    else result.push(one);
  }
  return result;
}

/** The keywords of the leaf where there are any, else the words that speak for it most. */
function evidenceOf({ tokens, found }: Read, label: number, weigh: () => Float64Array): Highlight[] {
  const keywords = found.filter(({ name }) => name === label);
  if (keywords.length > 0) return joined(keywords.flatMap(({ first, last }) => highlightOf(tokens, first, last)));
  const strongest = [...weigh()].map((weight, token) => ({ weight, token })).filter(({ weight }) => weight > 0);
  const chosen = strongest
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWords)
    .sort((a, b) => a.token - b.token);
  return joined(chosen.flatMap(({ token }) => highlightOf(tokens, token, token)));
}

/**
 * A scorer over any taxonomy and a model trained for it; labels of the model are the leaves in their order. `languages`: those that it
 * speaks up in; null for all.
 */
export function categoryScorerOf(
  taxonomy: Taxonomy,
  model: CategoryModel,
  languages: ReadonlySet<string> | null = supported,
): Scorer<CategoryScore> {
  const index = openKeywordIndex(taxonomy.leaves.map(({ keywords }) => Object.values(keywords).flat()));
  const features = openCategoryFeatures();
  const hits = new Uint8Array(taxonomy.leaves.length);
  const least = Math.max(leastConfidence, timesChance / taxonomy.leaves.length);
  const score = ({ text, language, ...before }: ScoreInput): CategoryScore => {
    if (languages !== null && !languages.has(language.split('-')[0] ?? '')) return unsaid;
    const tokens = before.tokens ?? readTokens(text);
    if (tokens.length === 0) return unsaid;
    const found = index.find(tokens);
    hits.fill(0);
    for (const { name } of found) hits[name] = Math.min(255, (hits[name] ?? 0) + 1);
    const read = features.read(text, tokens);
    const probabilities = categoryProbabilities(model, read, hits);
    let label = 0;
    for (let at = 1; at < probabilities.length; at += 1) if ((probabilities[at] ?? 0) > (probabilities[label] ?? 0)) label = at;
    const confidence = probabilities[label] ?? 0;
    if (confidence < least) return unsaid;
    const evidence = evidenceOf({ tokens, found }, label, () => tokenWeights(model, read, { label, tokenCount: tokens.length }));
    return { id: model.labels[label] ?? null, confidence, evidence };
  };
  return { id: 'category', version: `${taxonomy.id}-${taxonomy.version}-${model.version}`, score };
}

/** Opens the shipped scorer: taxonomy `wallet` and its weights. */
export async function openCategoryScorer(): Promise<Scorer<CategoryScore>> {
  const [taxonomy, packed] = await Promise.all([
    readShippedTaxonomy(),
    readFile(new URL('../models/category/weights.bin', import.meta.url)),
  ]);
  return categoryScorerOf(taxonomy, unpackCategoryModel(packed));
}
