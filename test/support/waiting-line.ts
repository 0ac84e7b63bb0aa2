// A waiting line lived through, arrival by arrival: what the formulas of waiting are held against.
import { seededRandom } from './random.ts';

export type LinePlan = {
  readonly load: number;
  readonly agents: number;
  /** In mean handling times. */
  readonly withinInHandling: number;
  /** In mean handling times; null: nobody leaves. */
  readonly patienceInHandling: number | null;
  readonly arrivals: number;
  readonly seed: number;
};

/** A share with its standard error, from the means of batches. */
export type Seen = { readonly mean: number; readonly error: number };

const batches = 25;

function seen(outcomes: readonly number[]): Seen {
  const size = Math.floor(outcomes.length / batches);
  const means = Array.from(
    { length: batches },
    (_, batch) => outcomes.slice(batch * size, (batch + 1) * size).reduce((sum, one) => sum + one, 0) / size,
  );
  const mean = means.reduce((sum, one) => sum + one, 0) / batches;
  const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (batches - 1);
  return { mean, error: Math.sqrt(variance / batches) };
}

/** First come, first served; each agent is known by the instant at which he is free again. The first tenth only warms the line up. */
export function waitingLine(plan: LinePlan): { readonly waited: Seen; readonly answeredWithin: Seen; readonly left: Seen } {
  const random = seededRandom(plan.seed);
  const exponential = (mean: number): number => -mean * Math.log(1 - random.next());
  const freeAt = new Float64Array(plan.agents);
  const outcomes: { waited: number; within: number; left: number }[] = [];
  let now = 0;
  for (let nth = 0; nth < plan.arrivals; nth += 1) {
    now += exponential(1 / plan.load);
    let first = 0;
    for (let agent = 1; agent < plan.agents; agent += 1) if ((freeAt[agent] ?? 0) < (freeAt[first] ?? 0)) first = agent;
    const wait = Math.max(0, (freeAt[first] ?? 0) - now);
    const hasLeft = plan.patienceInHandling !== null && wait > exponential(plan.patienceInHandling);
    if (!hasLeft) freeAt[first] = now + wait + exponential(1);
    outcomes.push({ waited: wait > 0 ? 1 : 0, within: !hasLeft && wait <= plan.withinInHandling ? 1 : 0, left: hasLeft ? 1 : 0 });
  }
  const counted = outcomes.slice(Math.floor(plan.arrivals / 10));
  return {
    waited: seen(counted.map((one) => one.waited)),
    answeredWithin: seen(counted.map((one) => one.within)),
    left: seen(counted.map((one) => one.left)),
  };
}
