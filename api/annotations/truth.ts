// What people say a task is: the settled label, else what was said, each voice alike.
import type { SampledTask } from '#db/store/annotation-sample.ts';

export type Truth = ReadonlyMap<string, number>;

/**
 * Shares of the labels, adding up to 1; empty where nobody gave one. Two people who disagree count half each: leaving such tasks
 * out until they are settled would leave out the hard ones, and flatter the machine.
 */
export function truthOf({ adjudicated, labels }: Pick<SampledTask, 'adjudicated' | 'labels'>): Truth {
  if (adjudicated !== null) return new Map([[adjudicated, 1]]);
  const shares = new Map<string, number>();
  for (const { label } of labels) shares.set(label, (shares.get(label) ?? 0) + 1 / labels.length);
  return shares;
}

/** A task of the sample with its weight, one over the probability of having been drawn, and what people say it is. */
export type Weighed = {
  readonly task: SampledTask;
  readonly weight: number;
  readonly truth: Truth;
  /** The machine's label; null where it abstains or has none. */
  readonly machine: string | null;
};

const withoutLabel = ['abstained', 'unsupported', 'no_text'];

/** Tasks of the sample that somebody has labelled. Gold was not drawn, and is left out. */
export function weigh(tasks: readonly SampledTask[]): Weighed[] {
  return tasks.flatMap((task) => {
    const truth = truthOf(task);
    if (task.inclusion === null || truth.size === 0) return [];
    const machine = task.machine === null || withoutLabel.includes(task.machine) ? null : task.machine;
    return [{ task, weight: 1 / task.inclusion, truth, machine }];
  });
}
