// What `huiyin taxonomy` prints for people.
import type { TaxonomyRecord } from '#db/model/scoring-desk.ts';
import type { CategoryMove, ChangedWords, TaxonomyDiff, TaxonomyFault } from '#db/model/taxonomy-change.ts';
import type { Figures } from '../learn/figures.ts';
import { faultText } from '../taxonomy/read-taxonomy.ts';
import type { TriedTaxonomy } from '../taxonomy/try-taxonomy.ts';

export type TaxonomyReport = {
  readonly file: string;
  readonly id: string;
  readonly leaves: number;
  /** Leaves that the shipped model goes on serving. */
  readonly inherited: number;
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

const inheritedLine = (n: number): string =>
  `an edited copy of the shipped taxonomy: ${n} of them are told by the shipped model as before, the rest is learned beside it`;

export function checkText({ file, id, leaves, inherited, examples, redacted, figures, tried }: TaxonomyReport): string {
  const lines = [`${file}: "${id}" is right: ${leaves} leaves, ${examples} examples and keywords to learn from`];
  if (inherited > 0) lines.push(inheritedLine(inherited));
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

type Applied = { readonly version: number; readonly id: string; readonly inherited: number; readonly moves: readonly CategoryMove[] };

export function appliedText({ version, id, inherited, moves }: Applied): string {
  const lines = [`"${id}" is in force as version ${version}; huiyin rescore brings stored conversations up to it`];
  if (inherited > 0) lines.push(inheritedLine(inherited));
  if (moves.length > 0) lines.push('what was stored under categories that are gone is read as:');
  lines.push(...moves.map(({ was, becomes }) => `  ${was} -> ${becomes}`));
  return `${lines.join('\n')}\n`;
}

type Leaving = readonly { readonly was: string; readonly becomes: string | null }[];

export function diffText({ added, removed, moved, renamed, changed }: TaxonomyDiff, leaving: Leaving): string {
  const lines = [
    ...added.map(({ id }) => `added     ${id}`),
    ...removed.map(({ id }) => `removed   ${id}`),
    ...moved.map(({ was, becomes }) => `moved     ${was.id} -> ${becomes.id}`),
    ...renamed.map(({ id, was, becomes }) => `renamed   ${id}: "${was.en}" -> "${becomes.en}"`),
    ...changed.map((one) => `words     ${one.id}: ${wordsOf(one)}`),
  ];
  if (lines.length === 0) return 'nothing differs from what is in force\n';
  const untold = leaving.filter(({ becomes }) => becomes === null);
  if (leaving.length > 0) {
    lines.push('apply wants to know what becomes of what goes away, for example:');
    const maps = leaving.flatMap(({ was, becomes }) => (becomes === null ? [] : [`--map ${was}=${becomes}`]));
    lines.push(`  ${[...maps, ...(untold.length === 0 ? [] : ["--map '*=other'"])].join(' ')}`);
  }
  return `${lines.join('\n')}\n`;
}

function wordsOf({ hasNewDefinition, keywordsAdded, keywordsRemoved, examplesAdded, examplesRemoved }: ChangedWords): string {
  return [
    ...(hasNewDefinition ? ['another definition'] : []),
    `keywords +${keywordsAdded.length} -${keywordsRemoved.length}`,
    `examples +${examplesAdded} -${examplesRemoved}`,
  ].join(', ');
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
