// What `huiyin taxonomy` prints for people.
import type { TaxonomyRecord } from '#db/model/scoring-desk.ts';
import type { Figures } from '../learn/figures.ts';
import { faultText, type TaxonomyFault } from '../taxonomy/read-taxonomy.ts';
import type { TriedTaxonomy } from '../taxonomy/try-taxonomy.ts';

export type TaxonomyReport = {
  readonly file: string;
  readonly id: string;
  readonly leaves: number;
  /** What was learned from: sentences and keywords. */
  readonly examples: number;
  /** Examples that held something that must not be kept, and lost it. */
  readonly redacted: number;
  /** Null where there are too few examples to tell. */
  readonly figures: Figures | null;
  readonly tried: TriedTaxonomy | null;
};

const percent = (part: number, all: number): string => `${all === 0 ? 0 : Math.round((1000 * part) / all) / 10} %`;
const weakest = 5;

export function faultLines(file: string, faults: readonly TaxonomyFault[]): string {
  return faults.map((fault) => `${file}, ${faultText(fault)}\n`).join('');
}

export function checkText({ file, id, leaves, examples, redacted, figures, tried }: TaxonomyReport): string {
  const lines = [`${file}: "${id}" is right: ${leaves} leaves, ${examples} examples and keywords to learn from`];
  if (redacted > 0) lines.push(`${redacted} examples held something that must not be kept; it was taken out`);
  if (figures === null) lines.push('too few examples to tell how well the leaves can be told apart; five a leaf are a beginning');
  else {
    lines.push(`examples not seen before: ${percent(figures.accuracy, 1)} right, macro F1 ${percent(figures.macroF1, 1)}`);
    const worst = figures.labels.toSorted((a, b) => a.f1 - b.f1).slice(0, weakest);
    lines.push(`hardest to tell: ${worst.map(({ label, f1 }) => `${label} (F1 ${percent(f1, 1)})`).join(', ')}`);
  }
  if (tried !== null) {
    lines.push(`of the ${tried.conversations} newest conversations ${percent(tried.without, tried.conversations)} fit nowhere`);
    lines.push(...tried.leaves.map(({ id: leaf, n }) => `  ${leaf}  ${n}  ${percent(n, tried.conversations)}`));
  }
  return `${lines.join('\n')}\n`;
}

export function appliedText(version: number, id: string): string {
  return `"${id}" is in force as version ${version}; huiyin rescore brings stored conversations up to it\n`;
}

export function versionLines(records: readonly TaxonomyRecord[]): string {
  if (records.length === 0) return 'the shipped taxonomy is in force; nothing was ever applied\n';
  return records
    .map(({ version, id, isShipped, leaves, appliedAt, appliedBy }, index) => {
      const name = isShipped ? `${id} (shipped)` : id;
      return `${version}  ${name}  ${leaves} leaves  ${new Date(appliedAt).toISOString()}  ${appliedBy}${index === 0 ? '  in force' : ''}\n`;
    })
    .join('');
}
