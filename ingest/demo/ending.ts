// How conversations end: solved, thanked for, rated, and sometimes not over at all.
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import { habits } from './habits.ts';
import { agentAt } from './staff.ts';
import type { Trace } from './trace.ts';
import { openWait } from './waiting.ts';
import { agentSays, customerSays, machineSays, type World } from './world.ts';

/** An agent regards the matter as settled at `at`. */
export function settle(world: World, trace: Trace, agent: number, at: Instant): void {
  const { random } = world;
  trace.isOver = true;
  trace.changes.push({ at: at + random.int(5, 150) * 1000, status: 'solved', by: 'agent' });
  const number = trace.waitNumber;
  const isLive = trace.channel === 'chat' || trace.channel === 'phone';
  if (trace.channel !== 'app_store_review' && trace.channel !== 'phone' && random.chance(isLive ? 0.52 : 0.4 - 0.25 * trace.upset)) {
    const thanksAt = at + random.logNormal(isLive ? 35_000 : habits[trace.channel].writeBackMs * 0.8, 0.7);
    world.agenda.plan(thanksAt, () => {
      if (trace.waitNumber !== number) return;
      const isThumb = random.chance(0.08);
      customerSays(trace, isThumb ? 'thumbs' : 'thanks', thanksAt, isThumb ? 'reaction' : 'message');
      if (isLive && random.chance(0.55)) agentSays(world, trace, 'goodbye', { agent, at: thanksAt + random.logNormal(25_000, 0.5) });
    });
  }
  askForRating(world, trace, agent, at);
  maybeReopen(world, trace, at);
}

/** What a kind first answer is worth by itself, so that what is estimated of tone can be held against it. */
const kindness = 0.4;

/** What the customer thinks of it, on no scale yet: about 4.6 for a quick and kind answer. */
function contentment(world: World, trace: Trace, agent: number): number {
  const felt = Math.log2(1 + trace.longestWaitMs / habits[trace.channel].expectedMs);
  const macros = trace.turns.some((turn) => turn.macro) ? 0.2 : 0;
  const harm = trace.arrival.category === 'security.theft' ? 0.9 : 0;
  return (
    5.25 +
    agentAt(agent).warmth -
    0.55 * felt -
    1.25 * trace.upset -
    0.22 * trace.nudges -
    macros -
    harm -
    (trace.wasWrongLanguage ? 0.9 : 0) -
    (trace.reopened ? 0.6 : 0) +
    (trace.wasKind ? kindness : 0) +
    0.75 * world.random.normal()
  );
}

const offered: Readonly<Record<string, { readonly asked: number; readonly replies: number; readonly delayMs: number }>> = {
  chat: { asked: 0.9, replies: 0.29, delayMs: 2 * minute },
  email: { asked: 0.75, replies: 0.15, delayMs: 7 * hour },
  web_form: { asked: 0.75, replies: 0.16, delayMs: 8 * hour },
  phone: { asked: 0.6, replies: 0.2, delayMs: 20 * minute },
};

/** People at either end of the scale answer surveys more than those in the middle. */
function askForRating(world: World, trace: Trace, agent: number, at: Instant): void {
  const { random } = world;
  const offer = offered[trace.channel];
  if (offer === undefined || trace.ratings.length > 0 || !random.chance(offer.asked)) return;
  const askedAt = at + random.logNormal(4 * minute, 0.5);
  machineSays(trace, 'survey', askedAt, 'system', 'survey');
  const felt = contentment(world, trace, agent);
  // Few use the middle of a scale: what is good enough becomes a 5, what is bad a 1.
  const value = felt >= 3.9 ? 5 : felt >= 3.3 ? 4 : felt >= 2.7 ? 3 : felt >= 2.2 ? 2 : 1;
  const eagerness = value === 5 || value === 1 ? 1.15 : 0.75;
  if (random.chance(offer.replies * eagerness))
    trace.ratings.push({ value, scaleMax: 5, at: Math.round(askedAt + random.logNormal(offer.delayMs, 1)) });
}

/** It was not solved after all: likelier after a hurried answer, and where money is on its way. */
function maybeReopen(world: World, trace: Trace, at: Instant): void {
  const { random, agenda } = world;
  if (trace.channel === 'app_store_review' || trace.arrival.category === 'praise') return;
  const hurry = world.floor.pressure(trace.team);
  const isMoney = trace.arrival.category.startsWith('deposit.');
  const story = trace.arrival.cause?.effect?.story === 'stuck-pending' ? 0.1 : 0;
  const share = (trace.reopened ? 0.04 : 0.045) + 0.09 * hurry + (isMoney ? 0.02 : 0) + story;
  if (!random.chance(share)) return;
  const number = trace.waitNumber;
  agenda.plan(at + 10 * minute + Math.min(9 * day, random.logNormal(19 * hour, 0.9)), () => {
    if (trace.waitNumber !== number) return;
    trace.reopened = true;
    trace.isOver = false;
    trace.roundsLeft = random.int(1, 2);
    trace.upset = Math.min(1, trace.upset + 0.12);
    const now = agenda.now();
    customerSays(trace, 'reopen', now);
    trace.changes.push({ at: now, status: 'open', by: 'customer' });
    openWait(world, trace);
  });
}
