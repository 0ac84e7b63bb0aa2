// How far people agree with each other and with gold: alpha by language and month, disputes to settle, gold by person.
import { alphaInterval } from '#api/stats/alpha-interval.ts';
import { krippendorffAlpha } from '#api/stats/krippendorff-alpha.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { seededChance } from '#db/facts/seeded-chance.ts';
import { type AnnotationField, orderedFields } from '#db/model/annotation.ts';
import type { Instant } from '#db/model/instant.ts';
import type { SampledTask } from '#db/store/annotation-sample.ts';

export type Agreement = {
  /** Tasks with two labels or more, and the labels on them. */
  readonly units: number;
  readonly labels: number;
  readonly alpha: number | null;
  readonly interval: readonly [number, number] | null;
};

/** Tasks that several people labelled on their own, as alpha counts them. */
export const doublesOf = (tasks: readonly SampledTask[]): SampledTask[] => tasks.filter(isDouble);

/** When a task was labelled last. */
export const latestLabelAt = ({ labels }: SampledTask): Instant => labels.reduce((latest, { at }) => Math.max(latest, at), 0);

/** Alpha over tasks that several people labelled on their own; gold is not among them. */
export function agreementOf(tasks: readonly SampledTask[], field: AnnotationField, order: readonly string[]): Agreement {
  const places = new Map(order.map((label, place) => [label, place]));
  const placeOf = (label: string) => {
    const known = places.get(label);
    if (known !== undefined) return known;
    places.set(label, places.size);
    return places.size - 1;
  };
  const units = doublesOf(tasks).map(({ labels }) => labels.map(({ label }) => placeOf(label)));
  const distance = orderedFields[field] ? 'ordinal' : 'nominal';
  return {
    units: units.length,
    labels: units.reduce((sum, unit) => sum + unit.length, 0),
    alpha: krippendorffAlpha(units, distance),
    interval: alphaInterval(units, distance, seededChance(`alpha ${field}`)),
  };
}

function isDouble({ gold, labels }: SampledTask): boolean {
  return gold === null && labels.length > 1;
}

/** The same by some trait of the tasks, largest group first. */
export function agreementBy(
  tasks: readonly SampledTask[],
  {
    field,
    order,
    keyOf,
  }: { readonly field: AnnotationField; readonly order: readonly string[]; readonly keyOf: (task: SampledTask) => string },
): (Agreement & { readonly key: string })[] {
  const groups = new Map<string, SampledTask[]>();
  for (const task of doublesOf(tasks)) {
    const key = keyOf(task);
    groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  return [...groups].map(([key, group]) => ({ key, ...agreementOf(group, field, order) })).toSorted((a, b) => b.units - a.units);
}

/** Tasks that people see differently, or that somebody marked, and that nobody has settled; oldest first. */
export function disputesOf(tasks: readonly SampledTask[]): SampledTask[] {
  return tasks.filter(
    ({ gold, adjudicated, labels, isFlagged }) =>
      gold === null && adjudicated === null && (isFlagged || labels.some(({ label }) => label !== labels[0]?.label)),
  );
}

export type GoldScore = {
  readonly annotator: string;
  readonly n: number;
  readonly right: number;
  readonly interval: readonly [number, number] | null;
};

/** How many gold tasks each person got right, by name of account. */
export function goldScores(tasks: readonly SampledTask[]): GoldScore[] {
  const scores = new Map<string, { n: number; right: number }>();
  for (const { gold, labels } of tasks) {
    if (gold === null) continue;
    for (const { annotator, label } of labels) {
      const { n, right } = scores.get(annotator) ?? { n: 0, right: 0 };
      scores.set(annotator, { n: n + 1, right: right + (label === gold ? 1 : 0) });
    }
  }
  return [...scores].map(([annotator, { n, right }]) => ({ annotator, n, right, interval: wilsonInterval(right, n) }));
}
