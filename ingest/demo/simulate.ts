// The year lived through: arrivals in, conversations out, with waits that grow out of the load.
import { hour, type Instant, minute, second } from '#db/model/instant.ts';
import { openAgenda } from './agenda.ts';
import type { Arrival } from './arrivals.ts';
import { openFloor } from './floor.ts';
import { takeLetter } from './letters.ts';
import { takeCall, takeChat } from './live.ts';
import type { Random } from './random.ts';
import { agentAt } from './staff.ts';
import type { Trace } from './trace.ts';
import { openWait } from './waiting.ts';
import { customerSays, machineSays, newTrace, type World } from './world.ts';

export type SimulationPlan = {
  readonly random: Random;
  readonly arrivals: readonly Arrival[];
  readonly closedDays: ReadonlySet<number>;
  readonly startAt: Instant;
  readonly endAt: Instant;
};

/** Lives through the whole time and gives every conversation, those that grew out of others included, in order of their first message. */
export function simulate(plan: SimulationPlan): Trace[] {
  const { closedDays, startAt, endAt } = plan;
  const agenda = openAgenda(startAt);
  const floor = openFloor({ agenda, random: plan.random.fork('floor'), closedDays, startAt, endAt });
  const world: World = {
    agenda,
    floor,
    random: plan.random.fork('people'),
    manners: plan.random.fork('manners'),
    closedDays,
    traces: [],
    take: (seat, trace, lane) => {
      if (lane === 'chat') takeChat(world, seat, trace);
      else if (lane === 'call') takeCall(world, seat, trace);
      else takeLetter(world, seat, trace, lane, agentAt(seat.agent).pace);
    },
  };
  // Each arrival plans the next, so that the agenda holds the near future only.
  const expect = (nth: number): void => {
    const arrival = plan.arrivals[nth];
    if (arrival === undefined) return;
    agenda.plan(arrival.at, () => {
      begin(world, arrival);
      expect(nth + 1);
    });
  };
  expect(0);
  agenda.runUntil(endAt);
  return world.traces;
}

function begin(world: World, arrival: Arrival): void {
  const { random } = world;
  const trace = newTrace(world, arrival, null);
  const { at } = arrival;
  if (trace.channel === 'chat' && arrival.category === 'trade.staking' && random.chance(0.12))
    machineSays(trace, 'campaign', at - random.int(20, 900) * minute, 'campaign', 'message');
  customerSays(trace, 'opener', at);
  if (trace.channel === 'chat') greetByBot(world, trace);
  if (trace.channel === 'email' || trace.channel === 'web_form') {
    machineSays(trace, 'auto-ack', at + random.int(15, 70) * second, 'system', 'auto_reply');
    if (random.chance(0.025)) customerSays(trace, 'screenshot', at + random.int(60, 400) * second, 'attachment');
  }
  if (trace.channel === 'forum' && random.chance(0.22))
    machineSays(trace, 'fellow', at + random.logNormal(5 * hour, 0.8), 'third_party', 'message');
  if (trace.channel === 'app_store_review') trace.ratings.push({ value: stars(world, trace), scaleMax: 5, at });
  openWait(world, trace);
  if (random.chance(0.008)) askElsewhere(world, trace);
}

/** Some do not wait to see which channel answers first. */
function askElsewhere(world: World, origin: Trace): void {
  const { agenda, random } = world;
  const others = (['email', 'chat', 'web_form'] as const).filter((channel) => channel !== origin.channel);
  if (others.length === 3) return;
  agenda.plan(agenda.now() + random.logNormal(25 * minute, 0.9), () => {
    const trace = newTrace(world, { ...origin.arrival, at: agenda.now(), channel: random.pick(others) }, origin);
    customerSays(trace, 'opener', agenda.now());
    openWait(world, trace);
  });
}

function greetByBot(world: World, trace: Trace): void {
  const { random } = world;
  const { at } = trace.arrival;
  machineSays(trace, 'bot-hello', at + random.int(1, 3) * second, 'bot', 'message');
  if (random.chance(0.13)) customerSays(trace, 'more', at + random.int(9, 40) * second);
  if (world.floor.pressure(trace.team) > 0.25) machineSays(trace, 'bot-wait', at + random.int(42, 60) * second, 'bot', 'auto_reply');
}

/** Stars of a review, from what it is about and how its writer feels. */
function stars(world: World, trace: Trace): number {
  const { random } = world;
  if (trace.arrival.category === 'praise') return random.chance(0.82) ? 5 : 4;
  if (trace.arrival.category === 'feature-request') return random.pick([5, 4, 4, 3, 3]);
  const felt = 3.4 - 3.2 * trace.upset + 0.8 * random.normal();
  return Math.min(5, Math.max(1, Math.round(felt)));
}
