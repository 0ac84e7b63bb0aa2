// Live accuracy as JSON: in all, by language and by source, largest first.
import type { z } from '@hono/zod-openapi';
import { accuracyOf, calibrationOf, tradeOffOf } from '#api/annotations/accuracy.ts';
import type { AnnotationField } from '#db/model/annotation.ts';
import type { SampledTask } from '#db/store/annotation-sample.ts';
import type { accuracyShape } from './shapes/annotation-figures.ts';
import { toIsoOrNull } from './to-iso.ts';

export type AccuracyParts = {
  readonly field: AnnotationField;
  readonly labels: readonly string[];
  readonly sources: ReadonlyMap<string, string>;
};
type Json = Omit<z.infer<typeof accuracyShape>, 'campaigns' | 'isDemo'>;

const copied = (tasks: readonly SampledTask[], labels: readonly string[]) => {
  const found = accuracyOf(tasks, labels);
  return { ...found, labels: [...found.labels], confusion: [...found.confusion] };
};

function by(tasks: readonly SampledTask[], keyOf: (task: SampledTask) => string): [string, SampledTask[]][] {
  const groups = new Map<string, SampledTask[]>();
  for (const task of tasks) {
    const held = groups.get(keyOf(task));
    if (held === undefined) groups.set(keyOf(task), [task]);
    else held.push(task);
  }
  return [...groups].toSorted((a, b) => b[1].length - a[1].length);
}

export function toAccuracyJson(tasks: readonly SampledTask[], { field, labels, sources }: AccuracyParts): Json {
  const sample = tasks.filter(({ inclusion }) => inclusion !== null);
  const taught = sample.filter(({ isTaught, labels: given }) => isTaught && given.length > 0).length;
  const times = sample.flatMap((task) => task.labels.map(({ at }) => at));
  return {
    field,
    taught,
    overall: copied(sample, labels),
    languages: by(sample, ({ language }) => language).map(([key, group]) => ({ key, ...copied(group, labels) })),
    sources: by(sample, ({ source }) => source).map(([key, group]) => ({ key, label: sources.get(key) ?? key, ...copied(group, labels) })),
    calibration: calibrationOf(sample),
    tradeOff: tradeOffOf(sample),
    latestAt: toIsoOrNull(times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b))),
  };
}
