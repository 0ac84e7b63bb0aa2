// Category: which leaf of the taxonomy a message is about, by keywords and a trained model together; null where it cannot say.

import { readFile } from 'node:fs/promises';
import { baseLanguage } from '#db/model/language.ts';
import { taughtVersion } from '#db/model/learning.ts';
import type { CategoryScore, Highlight } from '#db/model/score.ts';
import { adjustedProbabilities, type OpenAdjustment, tokenMoves, weightOfBelow } from '../learning/adjustment.ts';
import { type Found, openKeywordIndex } from '../taxonomy/keyword-index.ts';
import { readCheckedTaxonomy, type Taxonomy } from '../taxonomy/taxonomy.ts';
import { readTokens, type Token } from '../taxonomy/tokens.ts';
import { type Features, openCategoryFeatures } from './category-features.ts';
import { type CategoryModel, openCategoryJudge, planeCount, tokenWeights, unpackCategoryModel } from './category-model.ts';
import type { ScoreInput, Scorer } from './scorer.ts';

/** Below this probability nothing is said. */
export const leastConfidence = 0.35;
/** Where leaves are few, chance alone comes near that; so many times chance it has to be at least. */
const timesChance = 1.2;
const mostWords = 3;
const unsaid: CategoryScore = { id: null, confidence: 0, evidence: [] };

// Languages that the shipped examples or keywords are written in, and texts too short for their language to be told.
export const supported: ReadonlySet<string> = new Set(['zh', 'en', 'fr', 'de', 'es', 'ru', 'pt', 'it', 'uk', 'und']);

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
  const weights = weigh();
  const chosen: number[] = [];
  for (let token = 0; token < weights.length; token += 1) {
    if ((weights[token] ?? 0) <= 0) continue;
    const place = chosen.findIndex((other) => (weights[other] ?? 0) < (weights[token] ?? 0));
    if (place >= 0) chosen.splice(place, 0, token);
    else chosen.push(token);
    if (chosen.length > mostWords) chosen.pop();
  }
  chosen.sort((a, b) => a - b);
  return joined(chosen.flatMap((token) => highlightOf(tokens, token, token)));
}

/** What a model says of a text before anything is concluded from it. The features are valid until the next text is read. */
export type CategoryReading = {
  readonly probabilities: Float64Array;
  readonly features: Features;
  readonly tokens: readonly Token[];
  readonly found: readonly Found[];
};

export type CategoryReader = {
  readonly version: string;
  readonly model: CategoryModel;
  /** Null where it says nothing: a language that it does not know, or no words. */
  readonly read: (input: Pick<ScoreInput, 'text' | 'language' | 'tokens'>) => CategoryReading | null;
};

/** Keywords by plane: those of the leaves, then those of the former leaves that a model still knows. */
export const keywordsOf = ({ leaves }: Taxonomy, { former }: Pick<CategoryModel, 'former'>): (readonly string[])[] => [
  ...leaves.map(({ keywords }) => Object.values(keywords).flat()),
  ...former.map(({ keywords }) => keywords),
];

/**
 * Reads texts by any taxonomy and a model trained for it; labels of the model are the leaves in their order. `languages`: those that
 * it speaks up in; null for all.
 */
export function openCategoryReader(
  taxonomy: Taxonomy,
  model: CategoryModel,
  languages: ReadonlySet<string> | null = supported,
): CategoryReader {
  const index = openKeywordIndex(keywordsOf(taxonomy, model));
  const reader = openCategoryFeatures();
  const judge = openCategoryJudge(model);
  const hits = new Uint8Array(planeCount(model));
  const labelOf = (name: number): number => model.former[name - model.labels.length]?.becomes ?? name;
  const read: CategoryReader['read'] = ({ text, language, ...before }) => {
    if (languages !== null && !languages.has(baseLanguage(language))) return null;
    const tokens = before.tokens ?? readTokens(text);
    if (tokens.length === 0) return null;
    const found = index.find(tokens);
    hits.fill(0);
    for (const { name } of found) hits[name] = Math.min(255, (hits[name] ?? 0) + 1);
    const features = reader.read(text, tokens);
    const carried = model.former.length === 0 ? found : found.map((one) => ({ ...one, name: labelOf(one.name) }));
    return { probabilities: judge(features, hits), features, tokens, found: carried };
  };
  return { version: `${taxonomy.id}-${taxonomy.version}-${model.version}`, model, read };
}

/** What was learned from labels of people, with its number. */
export type Learned = { readonly version: number; readonly adjustment: OpenAdjustment };

/** Below this probability nothing is said by a model. */
export const leastSureOf = ({ labels }: Pick<CategoryModel, 'labels'>): number => Math.max(leastConfidence, timesChance / labels.length);

/** Concludes from what a reader says, moved by what was learned from labels of people where there is such. */
export function categoryScorerOf({ version, model, read }: CategoryReader, learned: Learned | null = null): Scorer<CategoryScore> {
  const least = leastSureOf(model);
  const score = ({ language, ...input }: ScoreInput): CategoryScore => {
    const reading = read({ language, ...input });
    if (reading === null) return unsaid;
    const { features, tokens, found } = reading;
    const probabilities = learned === null ? reading.probabilities : adjustedProbabilities(learned.adjustment, { ...reading, language });
    let label = 0;
    for (let at = 1; at < probabilities.length; at += 1) if ((probabilities[at] ?? 0) > (probabilities[label] ?? 0)) label = at;
    const confidence = probabilities[label] ?? 0;
    if (confidence < least) return unsaid;
    const asked = { label, tokenCount: tokens.length };
    const weigh = () =>
      learned === null ? tokenWeights(model, features, asked) : addedWeights(model, features, { ...asked, adjustment: learned.adjustment });
    return { id: model.labels[label] ?? null, confidence, evidence: evidenceOf({ tokens, found }, label, weigh) };
  };
  return { id: 'category', version: learned === null ? version : taughtVersion(version, learned.version), score };
}

/** How much each token speaks for a label in both models together, in log odds. */
function addedWeights(
  model: CategoryModel,
  features: Features,
  { adjustment, ...asked }: { readonly label: number; readonly tokenCount: number; readonly adjustment: OpenAdjustment },
): Float64Array {
  let norm = 0;
  for (let at = 0; at < features.size; at += 1) norm += (model.lengths[features.buckets[at] ?? 0] ?? 0) ** 2;
  const scale = norm === 0 ? 0 : ((model.steps[asked.label] ?? 0) * model.sharpness * weightOfBelow(adjustment)) / Math.sqrt(norm);
  const moves = tokenMoves(adjustment, features, asked);
  return tokenWeights(model, features, asked).map((weight, token) => weight * scale + (moves[token] ?? 0));
}

export type ShippedCategory = { readonly taxonomy: Taxonomy; readonly model: CategoryModel };

/** Reads what is shipped: the taxonomy `wallet` and the model that was trained for it. */
export async function readShippedCategory(): Promise<ShippedCategory> {
  const [taxonomy, packed] = await Promise.all([
    readShippedTaxonomy(),
    readFile(new URL('../models/category/weights.bin', import.meta.url)),
  ]);
  return { taxonomy, model: unpackCategoryModel(packed) };
}

/** Opens the shipped reader. */
export async function openShippedCategoryReader(): Promise<CategoryReader> {
  const { taxonomy, model } = await readShippedCategory();
  return openCategoryReader(taxonomy, model);
}

/** Opens the shipped scorer. */
export const openCategoryScorer = async (): Promise<Scorer<CategoryScore>> => categoryScorerOf(await openShippedCategoryReader());
