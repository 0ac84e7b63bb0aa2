// One label across languages or sources: which labels can be looked at, and how precise and complete each group is on one.
import type { Accuracy } from './ask.ts';

type Group = Accuracy['overall'];
type Share = Group['accuracy'];

export type LabelOfGroup<Row> = {
  readonly row: Row;
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: Share;
  /** Labelled conversations of the group. */
  readonly n: number;
};

/** The labels that people gave, most frequent first: what nobody gave has no recall anywhere. */
export function labelChoices({ labels }: Group): string[] {
  return labels
    .filter(({ recall }) => recall !== null)
    .toSorted((a, b) => (b.recall?.n ?? 0) - (a.recall?.n ?? 0))
    .map(({ label }) => label);
}

/** Groups in which the label was given or said at all; the figures of the others would all be missing. */
export function labelOfGroups<Row extends Group>(rows: readonly Row[], label: string): LabelOfGroup<Row>[] {
  return rows.flatMap((row) => {
    const found = row.labels.find((one) => one.label === label);
    return found === undefined ? [] : [{ row, precision: found.precision, recall: found.recall, f1: found.f1, n: row.n }];
  });
}
