// Work that comes again and again, one turn at a time: a turn that is due while one runs is left out, and a stop waits for the last.

export type Repeating = { stop(): Promise<void> };

/** Runs `work` every so many milliseconds, first after that time; what a turn throws goes to `onFailure`, and the next turn comes all the same. */
export function repeat(work: () => Promise<void>, everyMs: number, onFailure: (error: unknown) => void): Repeating & { turn(): void } {
  let working: Promise<void> | null = null;
  const turn = () => {
    working ??= work()
      .catch(onFailure)
      .finally(() => {
        working = null;
      });
  };
  const timer = setInterval(turn, everyMs);
  return {
    turn,
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
