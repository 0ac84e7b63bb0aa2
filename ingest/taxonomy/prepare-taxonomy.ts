// From the file that a company writes to a taxonomy that can be learned: read, with more labelled texts, its texts redacted.
import { readFile } from 'node:fs/promises';
import { AppError } from '#db/model/errors.ts';
import { redactText } from '../stages/redact.ts';
import { readExamples } from '../training/read-examples.ts';
import { type ReadTaxonomy, readTaxonomy } from './read-taxonomy.ts';
import type { Taxonomy } from './taxonomy.ts';

export async function readTaxonomyFile(fileName: string): Promise<ReadTaxonomy> {
  const text = await readFile(fileName, 'utf8').catch((error: unknown) => {
    throw new AppError('not_found', `taxonomy ${fileName}: cannot be read`, error);
  });
  return readTaxonomy(text.replace(/^\uFEFF/, ''));
}

/** Labelled texts beyond this are more than a linear model learns from in reasonable time. */
const mostLabels = 50_000;
const mostNamed = 5;

/** Texts of a file of `{text, label}` lines become examples of the leaf that their label names. Throws `invalid` for labels that no leaf has. */
export async function withLabels(taxonomy: Taxonomy, fileName: string | null): Promise<Taxonomy> {
  if (fileName === null) return taxonomy;
  const labels = await readExamples(fileName);
  if (labels.length > mostLabels) throw new AppError('invalid', `${fileName}: more than ${mostLabels} texts`);
  const known = new Set(taxonomy.leaves.map(({ id }) => id));
  const unknown = [...new Set(labels.flatMap(({ label }) => (known.has(label) ? [] : [`"${label}"`])))];
  if (unknown.length > 0) {
    const rest = unknown.length > mostNamed ? ` and ${unknown.length - mostNamed} more` : '';
    throw new AppError('invalid', `${fileName}: no leaf has the label ${unknown.slice(0, mostNamed).join(', ')}${rest}`);
  }
  const leaves = taxonomy.leaves.map((leaf) => {
    const own = labels.flatMap(({ label, text }) => (label === leaf.id && text.trim() !== '' ? [text.trim()] : []));
    return own.length === 0 ? leaf : { ...leaf, examples: { ...leaf.examples, und: [...(leaf.examples.und ?? []), ...own] } };
  });
  return { ...taxonomy, leaves };
}

/** A taxonomy without what must not be kept; `redacted`: how many examples held something of it. */
export function cleanTaxonomy(taxonomy: Taxonomy): { readonly taxonomy: Taxonomy; readonly redacted: number } {
  let redacted = 0;
  const clean = (text: string): string => {
    const { text: without, findings } = redactText(text);
    if (findings.length > 0) redacted += 1;
    return without;
  };
  const leaves = taxonomy.leaves.map((leaf) => ({
    ...leaf,
    examples: Object.fromEntries(Object.entries(leaf.examples).map(([language, texts]) => [language, texts.map(clean)])),
  }));
  return { taxonomy: { ...taxonomy, leaves }, redacted };
}
