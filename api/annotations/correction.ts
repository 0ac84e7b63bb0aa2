// Figures corrected for the errors that people found in the machine's labels: the band beside the counted share.
import { type Rate, roganGladen } from '#api/stats/rogan-gladen.ts';
import { weightedRatio } from '#api/stats/weighted-ratio.ts';
import { z95 } from '#api/stats/z95.ts';
import { type LabelShares, labelShares } from '#db/facts/label-shares.ts';
import type { Answer, CorrectedShare, Figure } from '#db/model/metric.ts';
import type { SampledTask } from '#db/store/annotation-sample.ts';

export type Judged = {
  readonly language: string;
  readonly weight: number;
  readonly truth: LabelShares;
  /** As the figure counts it. */
  readonly counted: string | null;
};

/** Fewer cases, or fewer others, than this say too little of a judge. */
const fewest = 15;

/** What the figure counts at all: a sentiment of three, or a category or none. */
export function judgedOf(tasks: readonly SampledTask[], field: 'sentiment' | 'category'): Judged[] {
  return tasks.flatMap((task) => {
    const truth = labelShares(task);
    const isCounted = field === 'category' || (task.counted !== null && ['neg', 'neu', 'pos'].includes(task.counted));
    if (task.inclusion === null || truth.size === 0 || !isCounted || task.isTaught) return [];
    return [{ language: task.language, weight: 1 / task.inclusion, truth, counted: task.counted }];
  });
}

export type Errors = { readonly sensitivity: Rate; readonly specificity: Rate; readonly labelled: number };

/** How often a label is seen where it is due, and left away where it is not; null where too few were looked at. */
export function errorsOf(judged: readonly Judged[], labels: readonly string[]): Errors | null {
  const shareIn = ({ truth }: Judged) => labels.reduce((sum, label) => sum + (truth.get(label) ?? 0), 0);
  const isSeen = ({ counted }: Judged) => counted !== null && labels.includes(counted);
  const cases = judged.filter((one) => shareIn(one) > 0);
  const others = judged.filter((one) => shareIn(one) < 1);
  if (cases.length < fewest || others.length < fewest) return null;
  const sensitivity = weightedRatio(cases.map((one) => ({ weight: one.weight, hit: isSeen(one) ? shareIn(one) : 0, base: shareIn(one) })));
  const specificity = weightedRatio(
    others.map((one) => ({ weight: one.weight, hit: isSeen(one) ? 0 : 1 - shareIn(one), base: 1 - shareIn(one) })),
  );
  if (sensitivity === null || specificity === null) return null;
  return { sensitivity: toRate(sensitivity), specificity: toRate(specificity), labelled: judged.length };
}

/** Where no error was found among a few, none is not what is known: the variance is that of the interval. */
function toRate({ value, interval }: { readonly value: number; readonly interval: readonly [number, number] }): Rate {
  return { value, variance: ((interval[1] - interval[0]) / (2 * z95)) ** 2 };
}

function correct({ value, n }: Pick<Figure, 'value' | 'n'>, errors: Errors | null): CorrectedShare | null {
  if (errors === null || value === undefined || value === null || n === 0) return null;
  const found = roganGladen({ value, variance: (value * (1 - value)) / n }, errors.sensitivity, errors.specificity);
  return found === null ? null : { value: found.value, interval: found.interval, labelled: errors.labelled };
}

type Asked = Pick<Answer, 'metric' | 'groupBy'> & { readonly filters: Readonly<Record<string, readonly string[] | undefined>> };

/** The labels whose share the figure is; null where it is none that can be corrected. */
function labelsOf({ metric, groupBy, filters }: Asked, keys: readonly string[]): readonly string[] | null {
  if (metric === 'negative-share') return filters.sentiment === undefined ? ['neg'] : null;
  if (metric !== 'category-share') return null;
  const at = groupBy.indexOf('category');
  const key = at < 0 ? undefined : keys[at];
  if (key !== undefined) return key === 'none' ? null : [key];
  const wanted = filters.category;
  return wanted === undefined || wanted.includes('none') ? null : wanted;
}

/**
 * Adds `corrected` to the figure and to each group that can be corrected. A language has errors of its own: where the figure
 * is of one language, only what people said of that language counts, and too little of it gives no band.
 */
export function withCorrection<A extends Answer>(answer: A, filters: Asked['filters'], judged: readonly Judged[]): A & Answer {
  const asked = { metric: answer.metric, groupBy: answer.groupBy, filters };
  const known = new Map<string, Errors | null>();
  const errorsFor = (keys: readonly string[]): Errors | null => {
    const labels = labelsOf(asked, keys);
    if (labels === null) return null;
    const at = answer.groupBy.indexOf('language');
    const key = at < 0 ? undefined : keys[at];
    const languages = key === undefined ? filters.language : [key];
    const name = JSON.stringify([labels, languages]);
    const found = known.get(name);
    if (found !== undefined) return found;
    const errors = errorsOf(languages === undefined ? judged : judged.filter(({ language }) => languages.includes(language)), labels);
    known.set(name, errors);
    return errors;
  };
  return {
    ...answer,
    ...added(correct(answer, errorsFor([]))),
    groups: answer.groups.map((group) => ({ ...group, ...added(correct(group, errorsFor(group.keys))) })),
  };
}

const added = (corrected: CorrectedShare | null) => (corrected === null ? {} : { corrected });
