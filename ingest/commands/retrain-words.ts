// What `huiyin retrain` says to people: figures of old against new, what the gate found, and lists of versions.
import type { Estimate, GateFinding, LearnedModel, ModelChoice, ModelComparison, TaughtField } from '#db/model/learning.ts';
import type { Retrained } from '../learning/retrain.ts';
import { leastHeldOut, leastTaught, type TooFew } from '../learning/teach.ts';

const percent = (value: number) => (value * 100).toFixed(1);
const share = (one: Estimate | null) =>
  one === null ? '-' : `${percent(one.value)} % (${percent(one.interval[0])}-${percent(one.interval[1])})`;
const points = (one: Estimate | null) =>
  one === null ? '-' : `${signed(one.value)} (${signed(one.interval[0])} to ${signed(one.interval[1])})`;
const signed = (value: number) => `${value >= 0 ? '+' : ''}${percent(value)}`;

const heads = [
  '',
  'n',
  'right, before',
  'right, now',
  'change, points',
  'of labelled, before',
  'now',
  'macro-F1, before',
  'now',
  'labelled, before',
  'now',
];

function rowOf(name: string, { n, old, new: next, gain }: ModelComparison): string[] {
  const pairs = (['rightOfLabelled', 'macroF1', 'coverage'] as const).flatMap((figure) => [share(old[figure]), share(next[figure])]);
  return [name, String(n), share(old.right), share(next.right), points(gain), ...pairs];
}

/** Columns as wide as their widest cell. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function findingText(finding: GateFinding): string {
  switch (finding.kind) {
    case 'no-clear-gain':
      return 'it is not clearly more often right than what is in force';
    case 'no-better-than-constant':
      return 'always saying the most frequent label would be as often right: it has learned how frequent labels are, and little of texts';
    case 'less-right-where-it-labels':
      return 'what it labels is clearly less often right';
    case 'worse-in-language':
      return `it is clearly worse in ${finding.language}`;
    default:
      return finding satisfies never;
  }
}

export function resultText({ field, ...result }: { readonly field: TaughtField } & (Retrained | TooFew)): string {
  if (result.outcome === 'too-few')
    return `${field}: too few labels, nothing was taught: ${result.taught} to learn from (${leastTaught} are needed) and ${result.heldOut} of customers held out (${leastHeldOut} are needed)\n`;
  const { version, isLive, figures } = result;
  const table = tableOf([heads, rowOf('all', figures.overall), ...figures.languages.map((one) => rowOf(one.language, one))]);
  const name = version === null ? 'a dry run' : `version ${version}`;
  const verdict = figures.isBetter
    ? 'It is clearly better.'
    : `It is not put in force by itself: ${figures.findings.map(findingText).join('; ')}.`;
  const state =
    version === null
      ? 'Nothing was stored.'
      : isLive
        ? 'It judges what comes in from now on; huiyin rescore brings the rest up to it.'
        : `It is kept: huiyin retrain --field ${field} --use ${version} puts it in force.`;
  const counts = `${field}, ${name}: learned from ${figures.taught} conversations of ${figures.customers} customers, measured on ${figures.heldOut} of others, against ${figures.against === 0 ? 'the shipped model' : `version ${figures.against}`}`;
  return `${counts}\n\n${table}\n\n${verdict} ${state}\n`;
}

type Listed = {
  readonly field: TaughtField;
  readonly inForce: number;
  readonly versions: readonly Omit<LearnedModel, 'weights'>[];
  readonly history: readonly ModelChoice[];
};

const timeOf = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

export function listText(fields: readonly Listed[]): string {
  return fields
    .map(({ field, inForce, versions, history }) => {
      const head = `${field}: ${inForce === 0 ? 'the shipped model' : `version ${inForce}`} is in force`;
      const rows = versions.map(({ version, trainedAt, trainedBy, figures }) => [
        `version ${version}`,
        timeOf(trainedAt),
        trainedBy,
        `${figures.taught} labels`,
        `right ${share(figures.overall.new.right)}`,
        `change ${points(figures.overall.gain)}`,
        figures.isBetter ? 'better' : 'not clearly better',
      ]);
      const since = history.map(({ version, at, by, reason }) => [
        version === 0 ? 'shipped' : `version ${version}`,
        `from ${timeOf(at)}`,
        by,
        reason === 'better' ? 'by itself' : 'chosen by hand',
      ]);
      return [head, ...(rows.length > 0 ? [tableOf(rows)] : []), ...(since.length > 0 ? ['in force:', tableOf(since)] : [])].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}
