// What people say a conversation is: the settled label, else what was said, each voice alike.

/** Shares of the labels, adding up to 1; empty where nobody gave one. */
export type LabelShares = ReadonlyMap<string, number>;

/**
 * Two people who disagree count half each: leaving such tasks out until they are settled would leave out the hard ones, and flatter
 * the machine.
 *
 * @example labelShares({ adjudicated: null, labels: [{ label: 'neg' }, { label: 'neu' }] }) // neg 0.5, neu 0.5
 */
export function labelShares({
  adjudicated,
  labels,
}: {
  readonly adjudicated: string | null;
  readonly labels: readonly { readonly label: string }[];
}): LabelShares {
  if (adjudicated !== null) return new Map([[adjudicated, 1]]);
  const shares = new Map<string, number>();
  for (const { label } of labels) shares.set(label, (shares.get(label) ?? 0) + 1 / labels.length);
  return shares;
}
