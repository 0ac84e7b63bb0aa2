// The labels of sentiment in the order of all planes, margins and probabilities.

export const sentimentOrder = ['neg', 'neu', 'pos'] as const;

/** The place of a label in that order; -1 for what is none. */
export function placeOf(label: string): number {
  const order: readonly string[] = sentimentOrder;
  return order.indexOf(label);
}
