// Written answers: an agent reads, looks things up, writes; then the customer, a colleague or silence goes on.
import { day, hour, minute } from '#db/model/instant.ts';
import { settle } from './ending.ts';
import { escalationShare, habits, readAt, workFactor } from './habits.ts';
import type { Lane, OpenSeat } from './lines.ts';
import type { Trace } from './trace.ts';
import { openWait, planSilentClose } from './waiting.ts';
import { agentSays, customerSays, endWait, noteDown, type World } from './world.ts';

/** Working time of one written answer: slower for hard topics, hastier under pressure. */
function writingMs(world: World, trace: Trace, pace: number): number {
  const haste = 1 - 0.25 * world.floor.pressure(trace.team);
  return world.random.logNormal(habits[trace.channel].workMs, 0.45) * workFactor(trace.arrival.category) * pace * haste;
}

/** Somebody takes a letter, a tweet, a review or a call-back. */
export function takeLetter(world: World, seat: OpenSeat, trace: Trace, lane: Lane, pace: number): void {
  const number = trace.waitNumber;
  const doneAt = world.agenda.now() + writingMs(world, trace, pace);
  world.agenda.plan(doneAt, () => {
    // Whoever took the matter back meanwhile gets no answer; the time is spent all the same.
    if (trace.waitNumber === number && trace.waitingSince !== null) answer(world, trace, seat.agent);
    world.floor.release(seat, lane);
  });
}

function answer(world: World, trace: Trace, agent: number): void {
  const { random } = world;
  const at = world.agenda.now();
  const waitedMs = endWait(trace, at);
  if (random.chance(0.09)) noteDown(trace, agent, at - random.int(2, 12) * minute);
  if (trace.isComplaint && !trace.turns.some((turn) => turn.role === 'complaint-ack')) {
    agentSays(world, trace, 'complaint-ack', { agent, at, waitedMs });
    planDecision(world, trace, agent);
    return;
  }
  if (trace.escalated && !trace.isOver) {
    agentSays(world, trace, 'hold', { agent, at, waitedMs });
    return;
  }
  const story = trace.arrival.cause?.effect?.story;
  const isFirstLine = trace.team.startsWith('Tier 1') && trace.channel !== 'app_store_review' && trace.channel !== 'twitter';
  if (isFirstLine && !trace.escalated && random.chance(escalationShare(trace.arrival.category, story))) {
    agentSays(world, trace, 'escalate', { agent, at, waitedMs });
    escalate(world, trace, agent);
    return;
  }
  if (trace.channel === 'phone') {
    agentSays(world, trace, 'call-back', { agent, at, waitedMs });
    settle(world, trace, agent, at);
    return;
  }
  if (trace.roundsLeft <= 1) {
    agentSays(world, trace, 'solve', { agent, at, waitedMs });
    settle(world, trace, agent, at);
    return;
  }
  agentSays(world, trace, 'ask', { agent, at, waitedMs });
  trace.roundsLeft -= 1;
  awaitCustomer(world, trace);
}

/** The ball is with the customer: most write back, the rest are closed by a timer. */
export function awaitCustomer(world: World, trace: Trace): void {
  const { agenda, random } = world;
  trace.changes.push({ at: agenda.now() + 1000, status: 'pending', by: 'agent' });
  const number = trace.waitNumber;
  if (!random.chance(0.87)) {
    planSilentClose(world, trace);
    return;
  }
  agenda.plan(agenda.now() + random.logNormal(habits[trace.channel].writeBackMs, 1.1), () => {
    if (trace.waitNumber !== number) return;
    const now = agenda.now();
    const protests = trace.wasWrongLanguage && !trace.turns.some((turn) => turn.role === 'wrong-language-protest') && random.chance(0.5);
    if (protests) trace.upset = Math.min(1, trace.upset + 0.12);
    customerSays(trace, protests ? 'wrong-language-protest' : 'detail', now);
    trace.changes.push({ at: now, status: 'open', by: 'customer' });
    openWait(world, trace);
  });
}

/** Handed over: specialists look into it while the customer waits for news, and now and then asks for it. */
export function escalate(world: World, trace: Trace, agent: number): void {
  const { agenda, random } = world;
  const now = agenda.now();
  trace.escalated = true;
  noteDown(trace, agent, now + random.int(1, 6) * minute);
  trace.changes.push({ at: now + 2000, status: 'pending', by: 'agent' });
  trace.team = trace.arrival.category.startsWith('security.') ? 'Security' : 'Developers';
  const team = trace.team;
  const readyAt = readAt('forum', now, world.closedDays);
  agenda.plan(readyAt, () =>
    world.floor.offer({
      lane: 'letter',
      team,
      // Developers write in English or Chinese to the first line, which then writes to the customer.
      language: team === 'Developers' ? 'en' : trace.language,
      readyAt,
      isWanted: () => !trace.isOver,
      onTake: (seat) => investigate(world, seat, trace),
    }),
  );
  if (random.chance(0.3 + 0.3 * trace.upset)) {
    const number = trace.waitNumber;
    agenda.plan(now + random.logNormal(40 * hour, 0.5), () => {
      if (trace.waitNumber !== number || trace.isOver) return;
      customerSays(trace, 'nudge', agenda.now());
      trace.changes.push({ at: agenda.now(), status: 'open', by: 'customer' });
      openWait(world, trace);
    });
  }
}

function investigate(world: World, seat: OpenSeat, trace: Trace): void {
  const { agenda, random } = world;
  agenda.plan(agenda.now() + random.logNormal(38 * minute, 0.6), () => {
    if (!trace.isOver) {
      const now = agenda.now();
      const first = trace.turns.find((turn) => turn.actor === 'agent')?.agent;
      const speaker = trace.team === 'Developers' && random.chance(0.6) ? (first ?? seat.agent) : seat.agent;
      noteDown(trace, seat.agent, now - 2 * minute);
      const waitedMs = endWait(trace, now);
      agentSays(world, trace, 'solve', { agent: speaker, at: now, waitedMs });
      settle(world, trace, speaker, now);
    }
    world.floor.release(seat, 'letter');
  });
}

/** Complaints are decided within days, by whoever acknowledged them. */
function planDecision(world: World, trace: Trace, agent: number): void {
  const { agenda, random } = world;
  trace.changes.push({ at: agenda.now() + 1000, status: 'pending', by: 'agent' });
  const decideAt = readAt('forum', agenda.now() + random.logNormal(4.5 * day, 0.5), world.closedDays) + random.int(5, 170) * minute;
  agenda.plan(decideAt, () => {
    if (trace.isOver) return;
    const waitedMs = endWait(trace, agenda.now());
    agentSays(world, trace, 'complaint-decision', { agent, at: agenda.now(), waitedMs });
    settle(world, trace, agent, agenda.now());
  });
}
