// Who is served in time in a live channel whose customers lose patience and leave.
import { inverseErlangB } from './erlang-b.ts';
import type { ErlangCInput } from './erlang-c.ts';

/** `patienceMs`: how long customers would wait on average before they leave. */
export type ErlangAInput = ErlangCInput & { readonly patienceMs: number };

/** `answeredWithin`: of all that arrive, who is served in time; those who left stay in the whole. `abandonShare`: who left unserved. */
export type ErlangA = { readonly waitShare: number; readonly answeredWithin: number; readonly abandonShare: number };

/** Beyond this many e-folds under the peak nothing is left to add up. */
const negligible = 45;
const strips = 400;

/**
 * The Erlang A model (M/M/N+M): as Erlang C, but each customer's patience is exponential with mean `patienceMs`. It stays finite under any load.
 *
 * The time that a customer of endless patience would have to wait has the density `arrivalRate * P(N-1 in service) * exp(arrivalRate * H(x) -
 * N x / handling)`, H(x) = patience (1 - exp(-x / patience)); it is added up by Simpson's rule. Source: Zeltyn and Mandelbaum, Call centers
 * with impatient customers: many-server asymptotics of the M/M/n+G queue (2005), section 3. Checked against the states of the birth and death chain in Python (numpy).
 *
 * @example erlangA({ load: 10, agents: 12, handlingMs: 300_000, withinMs: 60_000, patienceMs: 180_000 }) // answeredWithin 0.8812
 */
export function erlangA({ load, agents, handlingMs, withinMs, patienceMs }: ErlangAInput): ErlangA {
  if (agents <= 0) return { waitShare: 1, answeredWithin: 0, abandonShare: 1 };
  if (load <= 0) return { waitShare: 0, answeredWithin: 1, abandonShare: 0 };
  // In handling times: service has rate 1, leaving has rate theta.
  const theta = handlingMs / patienceMs;
  const exponent = (x: number): number => (load * -Math.expm1(-theta * x)) / theta - agents * x;
  const peakAt = load > agents ? Math.log(load / agents) / theta : 0;
  const peak = exponent(peakAt);
  const density = (x: number): number => Math.exp(exponent(x) - peak);
  const end = endOf((x) => peak - exponent(x), peakAt);
  const whole = addUp(density, end);
  const free = inverseErlangB(load, agents - 1) * Math.exp(-peak);
  const waitShare = free === Number.POSITIVE_INFINITY ? 0 : (load * whole) / (free + load * whole);
  const perWaiter = waitShare / whole;
  const servedBy = (x: number): number => perWaiter * addUp((at) => density(at) * Math.exp(-theta * at), Math.min(x, end));
  const answeredWithin = 1 - waitShare + servedBy(withinMs / handlingMs);
  return { waitShare, answeredWithin: Math.min(1, answeredWithin), abandonShare: Math.max(0, waitShare - servedBy(end)) };
}

/** Where the density has fallen so far behind its peak that the rest is nothing. */
function endOf(behind: (x: number) => number, peakAt: number): number {
  let step = 1e-3;
  while (behind(peakAt + step) < negligible) step *= 2;
  let [low, high] = [step / 2, step];
  for (let turn = 0; turn < 30; turn += 1) {
    const middle = (low + high) / 2;
    if (behind(peakAt + middle) < negligible) low = middle;
    else high = middle;
  }
  return peakAt + high;
}

/** Simpson's rule over `[0, to]`. */
function addUp(at: (x: number) => number, to: number): number {
  if (to <= 0) return 0;
  const width = to / strips;
  let sum = at(0) + at(to);
  for (let strip = 1; strip < strips; strip += 1) sum += at(strip * width) * (strip % 2 === 0 ? 2 : 4);
  return (sum * width) / 3;
}
