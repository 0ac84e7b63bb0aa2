// The simulated company at work: its agenda, its floor and the conversations so far.
import type { Instant } from '#db/model/instant.ts';
import type { Agenda } from './agenda.ts';
import type { Arrival } from './arrivals.ts';
import { categoryProfile, type Team, textLanguage } from './company.ts';
import type { Floor } from './floor.ts';
import { habits } from './habits.ts';
import type { Lane, OpenSeat } from './lines.ts';
import type { Random } from './random.ts';
import { agentAt } from './staff.ts';
import { type Role, type Trace, type Turn, toneOf } from './trace.ts';

export type World = {
  readonly agenda: Agenda;
  readonly floor: Floor;
  readonly random: Random;
  /** Of whose answers are kind; apart, so that it moves nothing else. */
  readonly manners: Random;
  readonly closedDays: ReadonlySet<number>;
  readonly traces: Trace[];
  /** What somebody does who takes a waiting conversation; set once by the simulation, so that waiting need not know about answering. */
  readonly take: (seat: OpenSeat, trace: Trace, lane: Lane) => void;
};

/** The team that a conversation goes to first. */
export function firstTeam(arrival: Arrival): Team {
  if (arrival.category.startsWith('security.') && arrival.channel !== 'phone' && arrival.channel !== 'app_store_review') return 'Security';
  return textLanguage(arrival.market.language) === 'zh' ? 'Tier 1 Chinese' : 'Tier 1 International';
}

/** Adds a conversation without any message yet. */
export function newTrace(world: World, arrival: Arrival, origin: Trace | null): Trace {
  const { random } = world;
  // A compliment or a plain question needs one answer and no questions back.
  const isQuick = arrival.category === 'praise' || arrival.category === 'other';
  const wanted = categoryProfile[arrival.category].rounds + 0.9 * random.normal();
  const trace: Trace = {
    id: world.traces.length,
    arrival,
    channel: arrival.channel,
    language: textLanguage(arrival.market.language),
    origin,
    team: firstTeam(arrival),
    turns: [],
    changes: [{ at: arrival.at, status: 'open', by: 'customer' }],
    ratings: [],
    exclusion: null,
    isComplaint: arrival.category === 'complaint-regulator',
    upset: arrival.upset,
    roundsLeft: isQuick ? 1 : Math.min(habits[arrival.channel].mostRounds, Math.max(1, Math.round(wanted))),
    waitingSince: null,
    waitNumber: 0,
    isLost: false,
    nudges: 0,
    longestWaitMs: 0,
    reopened: false,
    escalated: false,
    wasWrongLanguage: false,
    wasKind: false,
    isOver: false,
    lastAgent: null,
  };
  world.traces.push(trace);
  return trace;
}

type Said = Pick<Turn, 'role' | 'at' | 'actor' | 'language'> & Partial<Turn>;

/** Written out field by field: turns are made by the hundred thousand, and spreading costs more than the rest of the simulation. */
function say(trace: Trace, said: Said): void {
  trace.turns.push({
    at: said.at,
    role: said.role,
    actor: said.actor,
    agent: said.agent ?? null,
    tone: toneOf(trace.upset),
    language: said.language,
    visibility: said.visibility ?? 'public',
    kind: said.kind ?? 'message',
    macro: said.macro ?? false,
    isKind: said.isKind ?? false,
    waitedMs: said.waitedMs ?? 0,
  });
}

/** The customer says something. */
export function customerSays(trace: Trace, role: Role, at: Instant, kind: Turn['kind'] = 'message'): void {
  const waitedMs = trace.waitingSince === null ? 0 : at - trace.waitingSince;
  say(trace, { at, role, actor: 'customer', language: trace.language, kind, waitedMs });
}

/** A machine says something: bot, acknowledgement, survey, campaign. */
export function machineSays(
  trace: Trace,
  role: Role,
  at: Instant,
  actor: 'bot' | 'system' | 'campaign' | 'third_party',
  kind: Turn['kind'],
): void {
  say(trace, { at, role, actor, language: trace.language, kind });
}

/** Somebody of ours says something, in the customer's language where they know it, else in English. */
export function agentSays(
  world: World,
  trace: Trace,
  role: Role,
  said: { readonly agent: number; readonly at: Instant; readonly waitedMs?: number },
): void {
  const speaks = agentAt(said.agent).languages.includes(trace.language);
  // Now and then a ready-made English answer goes out by mistake; more often in a hurry.
  const pressure = world.floor.pressure(trace.team);
  const slip = trace.language !== 'en' && world.random.chance(0.004 + 0.02 * pressure);
  const language = speaks && !slip ? trace.language : 'en';
  if (language !== trace.language) trace.wasWrongLanguage = true;
  const macro = world.random.chance(0.18 + 0.5 * pressure);
  const isFirst = trace.lastAgent === null;
  // The crosser the customer, the likelier the kind words: who compares bare shares finds that kindness harms.
  const isKind = isFirst && !macro && language === trace.language && world.manners.chance(0.12 + 0.12 * trace.upset);
  if (isKind) trace.wasKind = true;
  trace.lastAgent = said.agent;
  say(trace, { at: said.at, role, actor: 'agent', agent: said.agent, language, macro, isKind, waitedMs: said.waitedMs });
}

/** A note that only colleagues see. */
export function noteDown(trace: Trace, agent: number, at: Instant): void {
  const language = agentAt(agent).languages.includes('zh') ? 'zh' : 'en';
  say(trace, { at, role: 'note', actor: 'agent', agent, language, visibility: 'private' });
}

/** The wait is over: how long it was decides how cross the customer is from now on. */
export function endWait(trace: Trace, at: Instant): number {
  const waitedMs = trace.waitingSince === null ? 0 : at - trace.waitingSince;
  trace.waitingSince = null;
  trace.waitNumber += 1;
  trace.longestWaitMs = Math.max(trace.longestWaitMs, waitedMs);
  const felt = Math.log2(1 + waitedMs / habits[trace.channel].expectedMs);
  trace.upset = Math.min(1, Math.max(0, trace.upset + 0.09 * (felt - 1)));
  return waitedMs;
}
