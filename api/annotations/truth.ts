// Tasks of the sample with their weight, what people say they are, and what the machine says.
import { type LabelShares, labelShares } from '#db/facts/label-shares.ts';
import type { SampledTask } from '#db/store/annotation-sample.ts';

/** A task of the sample with its weight, one over the probability of having been drawn, and what people say it is. */
export type Weighed = {
  readonly task: SampledTask;
  readonly weight: number;
  readonly truth: LabelShares;
  /** The machine's label; null where it abstains or has none. */
  readonly machine: string | null;
};

const withoutLabel = ['abstained', 'unsupported', 'no_text'];

/** The machine's label; null where it abstains or has none. */
export const machineLabel = ({ machine }: SampledTask): string | null =>
  machine === null || withoutLabel.includes(machine) ? null : machine;

/** Tasks of the sample that somebody has labelled. Gold was not drawn and is left out, and so is what taught the model that is measured. */
export function weigh(tasks: readonly SampledTask[]): Weighed[] {
  return tasks.flatMap((task) => {
    const truth = labelShares(task);
    if (task.inclusion === null || truth.size === 0 || task.isTaught) return [];
    return [{ task, weight: 1 / task.inclusion, truth, machine: machineLabel(task) }];
  });
}
