// Who has to wait in a live channel, and who is served in time, where everybody waits as long as it takes.
import { inverseErlangB } from './erlang-b.ts';

export type ErlangCInput = {
  /** Erlangs: arrivals per unit of time times their mean handling time. */
  readonly load: number;
  /** Whole number of agents, or of the conversations that they can hold at once. */
  readonly agents: number;
  readonly handlingMs: number;
  /** The time within which an answer counts as in time. */
  readonly withinMs: number;
};

/** `waitShare`: of all that arrive, who does not find a free agent. `answeredWithin`: of all that arrive, who is served in time. */
export type ErlangC = { readonly waitShare: number; readonly answeredWithin: number };

/**
 * The Erlang C model (M/M/N): Poisson arrivals, exponential handling times, first come first served, nobody gives up. Where the load is as
 * much as the agents or more, the queue grows without end: everybody waits, nobody is served in time.
 *
 * Source: METRICS part B section 8; Python over the states of the chain, `b = load*b/(n+load*b)`, `b/(1-load/N*(1-b))`.
 *
 * @example erlangC({ load: 10, agents: 12, handlingMs: 300_000, withinMs: 60_000 }) // waitShare 0.4494, answeredWithin 0.6988
 */
export function erlangC({ load, agents, handlingMs, withinMs }: ErlangCInput): ErlangC {
  if (load <= 0) return agents > 0 ? { waitShare: 0, answeredWithin: 1 } : { waitShare: 1, answeredWithin: 0 };
  if (agents <= load) return { waitShare: 1, answeredWithin: 0 };
  const loss = 1 / inverseErlangB(load, agents);
  const waitShare = loss / (1 - (load / agents) * (1 - loss));
  return { waitShare, answeredWithin: 1 - waitShare * Math.exp((-(agents - load) * withinMs) / handlingMs) };
}
