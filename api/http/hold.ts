// A hold on the columns: while an export runs, the periodic refresh waits, so that its pages fit together.

export type Hold = {
  /** Takes a hold; call the answer once to let go. Letting go twice does nothing. */
  readonly take: () => () => void;
  readonly isTaken: () => boolean;
};

/** A counting hold: taken while at least one holder has not let go. */
export function openHold(): Hold {
  const holders = new Set<symbol>();
  return {
    take: () => {
      const holder = Symbol('holder');
      holders.add(holder);
      return () => {
        holders.delete(holder);
      };
    },
    isTaken: () => holders.size > 0,
  };
}
