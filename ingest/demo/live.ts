// Live answers: chats and calls from picking up to the last word.
import { minute, second } from '#db/model/instant.ts';
import { settle } from './ending.ts';
import { escalationShare } from './habits.ts';
import { awaitCustomer, escalate } from './letters.ts';
import type { OpenSeat } from './lines.ts';
import { agentAt } from './staff.ts';
import type { Trace } from './trace.ts';
import { agentSays, customerSays, endWait, type World } from './world.ts';

/** Everything else an agent has in hand slows the next line down. */
function slowness(seat: OpenSeat): number {
  const { chat, letter, short } = seat.hands;
  return agentAt(seat.agent).pace * (1 + 0.75 * Math.max(0, chat - 1) + 0.7 * (letter + short));
}

/** A chat: the first line, some exchanges, an end; the seat is busy until the notes are written. */
export function takeChat(world: World, seat: OpenSeat, trace: Trace): void {
  const { agenda, random } = world;
  const number = trace.waitNumber;
  const typing = (medianMs: number): number => random.logNormal(medianMs, 0.66) * slowness(seat);
  const release = (): void => world.floor.release(seat, 'chat');
  const isGone = (): boolean => trace.waitNumber !== number || trace.waitingSince === null;

  const exchange = (): void => {
    const now = agenda.now();
    const waitedMs = endWait(trace, now);
    const say = (role: 'ask' | 'solve' | 'escalate'): void => agentSays(world, trace, role, { agent: seat.agent, at: now, waitedMs });
    const wrapUp = (): void => agenda.plan(now + random.logNormal(17 * minute, 0.5), release);
    const story = trace.arrival.cause?.effect?.story;
    if (trace.roundsLeft > 1) {
      say('ask');
      trace.roundsLeft -= 1;
      if (random.chance(0.06)) {
        // Some leave in the middle; what they are asked stays with them.
        awaitCustomer(world, trace);
        wrapUp();
        return;
      }
      const next = trace.waitNumber;
      agenda.plan(now + random.logNormal(50 * second, 0.75), () => {
        if (trace.waitNumber !== next) return;
        const at = agenda.now();
        customerSays(trace, random.chance(0.1) ? 'screenshot' : 'detail', at);
        trace.waitingSince = at;
        // Looking something up on the chain takes longer than typing.
        const lookUp = random.chance(0.4) ? random.logNormal(4 * minute, 0.5) : 0;
        if (lookUp > 3 * minute) agentSays(world, trace, 'hold', { agent: seat.agent, at: at + typing(40 * second) });
        agenda.plan(at + lookUp + typing(78 * second), exchange);
      });
      return;
    }
    if (!trace.escalated && random.chance(escalationShare(trace.arrival.category, story) * 0.8)) {
      say('escalate');
      escalate(world, trace, seat.agent);
    } else {
      say('solve');
      settle(world, trace, seat.agent, now);
    }
    wrapUp();
  };

  agenda.plan(agenda.now() + typing(82 * second), () => {
    if (isGone()) {
      release();
      return;
    }
    if (!random.chance(0.4)) {
      exchange();
      return;
    }
    const now = agenda.now();
    const waitedMs = endWait(trace, now);
    agentSays(world, trace, 'greet', { agent: seat.agent, at: now, waitedMs });
    agenda.plan(now + typing(55 * second), exchange);
  });
}

/** A call: picked up or not; once picked up, both talk in turns of seconds. */
export function takeCall(world: World, seat: OpenSeat, trace: Trace): void {
  const { agenda, random } = world;
  const number = trace.waitNumber;
  agenda.plan(agenda.now() + random.logNormal(20 * second, 0.7), () => {
    if (trace.waitNumber !== number || trace.waitingSince === null || trace.turns.some((turn) => turn.role === 'voicemail')) {
      world.floor.release(seat, 'call');
      return;
    }
    const now = agenda.now();
    const waitedMs = endWait(trace, now);
    let at = now;
    agentSays(world, trace, 'greet', { agent: seat.agent, at, waitedMs });
    for (let left = trace.roundsLeft; left > 0; left -= 1) {
      at += random.logNormal(14 * second, 0.5);
      customerSays(trace, 'call-turn', at);
      at += random.logNormal((left === 1 ? 100 : 35) * second, 0.5);
      agentSays(world, trace, left === 1 ? 'solve' : 'ask', { agent: seat.agent, at });
    }
    agenda.plan(at, () => {
      settle(world, trace, seat.agent, at);
      agenda.plan(at + random.logNormal(8 * minute, 0.5), () => world.floor.release(seat, 'call'));
    });
  });
}
