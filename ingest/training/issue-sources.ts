// What the space of messages learns from: intents of open sets, our own sentences, and reviews by the concepts that they name.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { conceptCount, conceptShares, readConcepts } from '../issues/concepts.ts';
import { readShippedTaxonomy } from '../scores/category.ts';
import { readTokens } from '../taxonomy/tokens.ts';
import { taxonomyExamples } from './category-examples.ts';
import { demoExamples } from './category-sources.ts';
import { readRows } from './read-examples.ts';

const rowShape = z.looseObject({
  text: z.string(),
  label: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  cluster: z.string().nullish(),
  group: z.string().nullish(),
});
export type IssueText = z.infer<typeof rowShape>;
export type LabelledText = { readonly text: string; readonly label: string };

async function rowsOf(folder: string, name: string): Promise<IssueText[]> {
  const file = path.join(folder, `${name}.jsonl.gz`);
  return existsSync(file) ? await readRows(file, rowShape) : [];
}

const everyOf = <Item>(list: readonly Item[], step: number): Item[] => list.filter((_, at) => at % step === 0);

export type IssueSources = {
  readonly banking: readonly LabelledText[];
  readonly modules: readonly LabelledText[];
  readonly own: readonly LabelledText[];
  readonly reviews: readonly string[];
  /** Grouped reviews: only measured with, never learned from. */
  readonly grouped: readonly IssueText[];
};

export async function readIssueSources(folder: string): Promise<IssueSources> {
  const grouped = await rowsOf(folder, 'clus_issue_clusters_enfr');
  const measured = new Set(grouped.map(({ text }) => text));
  const reviews = [
    ...(await rowsOf(folder, 'intent_appreviews_en')),
    ...(await rowsOf(folder, 'intent_appreviews_fr')),
    ...everyOf(await rowsOf(folder, 'sent_crypto_appstore'), 3),
    ...everyOf(await rowsOf(folder, 'fb_crypto_playstore'), 4),
  ];
  return {
    banking: (await rowsOf(folder, 'intent_banking77_en')).map(({ text, label }) => ({ text, label: label ?? '' })),
    modules: (await rowsOf(folder, 'intent_nlupp_banking_en')).map(({ text, labels, label }) => ({
      text,
      label: (labels ?? [label ?? '']).join(' '),
    })),
    own: [...taxonomyExamples(await readShippedTaxonomy()), ...demoExamples()].map(({ text, label }) => ({ text, label })),
    reviews: reviews.map(({ text }) => text).filter((text) => !measured.has(text)),
    grouped,
  };
}

/** log(texts / (texts with the concept + 1)) by concept. */
export function conceptRarityOf(texts: readonly string[]): number[] {
  const counts = new Uint32Array(conceptCount);
  for (const text of texts) for (const concept of new Set(readConcepts(readTokens(text)))) counts[concept] = (counts[concept] ?? 0) + 1;
  return Array.from(counts, (n) => Number(Math.max(0, Math.log(texts.length / (n + 1))).toFixed(3)));
}

/** One concept for each review that names any, rare ones more often: weak labels that are the same in all languages. */
export function conceptLabels(texts: readonly string[], rarity: readonly number[], random: () => number): LabelledText[] {
  const weightOf = (concept: number) => Math.max(0.01, (rarity[concept] ?? 0) * ((conceptShares[concept] ?? 1) < 1 ? 0.03 : 1)) ** 1.2;
  return texts.flatMap((text) => {
    const named = [...new Set(readConcepts(readTokens(text)))];
    let left = random() * named.reduce((sum, concept) => sum + weightOf(concept), 0);
    const picked = named.find((concept) => {
      left -= weightOf(concept);
      return left <= 0;
    });
    return picked === undefined ? [] : [{ text, label: String(picked) }];
  });
}
