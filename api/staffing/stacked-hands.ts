// Stretches of several people at work, laid over each other: how many there are at once.
import type { Hands } from './due-queue.ts';

/** The sum of stretches in any order, as stretches that do not overlap; below 0, where people were taken away, there is nobody. */
export function stackedHands(stretches: readonly Hands[]): Hands[] {
  const steps = stretches
    .filter(({ from, to, people }) => to > from && people !== 0)
    .flatMap(({ from, to, people }) => [
      { at: from, by: people },
      { at: to, by: -people },
    ])
    .sort((a, b) => a.at - b.at);
  const stacked: Hands[] = [];
  let people = 0;
  steps.forEach(({ at, by }, place) => {
    people += by;
    const to = steps[place + 1]?.at ?? at;
    if (to > at && people > 1e-9) stacked.push({ from: at, to, people });
  });
  return stacked;
}
