// Unusual moves of a price as events, each a day long in UTC, with the move in percent.
import type { EventInput } from '#db/model/event.ts';
import { day as dayMs, type Instant } from '#db/model/instant.ts';
import { type DayPrice, type Move, type MoveRule, unusualMoves } from './unusual-moves.ts';

export type MarketEvents = { readonly events: readonly EventInput[]; readonly wholeFrom: Instant | null };

const startOf = (day: string): Instant => Date.parse(`${day}T00:00:00Z`);

function toEvent(name: string, { day, percent }: Move): EventInput {
  const rounded = Math.round(percent * 10) / 10;
  const sign = rounded < 0 ? '−' : '+';
  const label = `${name} ${sign}${Math.abs(rounded).toFixed(1)} %`;
  return { externalId: `${name} ${day}`, kind: 'market', label, fromAt: startOf(day), toAt: startOf(day) + dayMs, magnitude: rounded };
}

/** The events of a table of prices. From the first day that could be judged on they are all there are: another rule takes old marks away. */
export function marketEvents(name: string, prices: readonly DayPrice[], rule: MoveRule): MarketEvents {
  const firstJudged = prices[rule.days + 1];
  return {
    events: unusualMoves(prices, rule).map((move) => toEvent(name, move)),
    wholeFrom: firstJudged === undefined ? null : startOf(firstJudged.day),
  };
}
