// Waiting: work goes into line, and customers who hear nothing ask again, complain in public, or give up.
import { day, hour, minute } from '#db/model/instant.ts';
import { isWorkingHour } from './arrivals.ts';
import type { Channel } from './company.ts';
import { habits, readAt } from './habits.ts';
import type { Lane } from './lines.ts';
import { dayStart, localDay, weekday } from './local-time.ts';
import type { Trace } from './trace.ts';
import { customerSays, machineSays, newTrace, type World } from './world.ts';

/** The ball comes to us, now: the conversation goes into line and the customer's patience starts to run. */
export function openWait(world: World, trace: Trace): void {
  const { agenda, random } = world;
  const now = agenda.now();
  trace.waitingSince = now;
  trace.waitNumber += 1;
  const number = trace.waitNumber;
  const habit = habits[trace.channel];
  // In a flood more is filed wrongly or swept away with spam.
  trace.isLost = random.chance(habit.lost * (1 + 2.5 * world.floor.pressure(trace.team)));
  if (trace.isLost) planSweep(world, trace, number);
  else standInLine(world, trace, number);
  const expiry = habit.expiryMs * (0.8 + 0.4 * random.next()) * (trace.isLost && random.chance(0.35) ? 2 : 1);
  agenda.plan(now + expiry, () => {
    if (!isStill(trace, number)) return;
    trace.waitNumber += 1;
    trace.isOver = true;
    trace.changes.push({ at: agenda.now(), status: 'closed', by: 'system' });
  });
  if (trace.channel === 'phone') planHangUp(world, trace, number);
  else if (trace.channel !== 'app_store_review' && random.chance(0.34 + 0.45 * trace.upset)) planNudge(world, trace, number);
}

/** True while this very wait goes on. */
function isStill(trace: Trace, number: number): boolean {
  return trace.waitNumber === number && trace.waitingSince !== null && trace.exclusion === null;
}

function standInLine(world: World, trace: Trace, number: number, lane: Lane = habits[trace.channel].lane): void {
  const { agenda } = world;
  const asked: Channel = lane === 'letter' && trace.channel === 'chat' ? 'email' : trace.channel;
  const readyAt = lane === 'short' && trace.channel === 'phone' ? agenda.now() + 5 * minute : readAt(asked, agenda.now(), world.closedDays);
  agenda.plan(readyAt, () => {
    if (!isStill(trace, number)) return;
    world.floor.offer({
      lane,
      team: trace.team,
      language: trace.language,
      readyAt,
      isWanted: () => isStill(trace, number),
      onTake: (seat) => world.take(seat, trace, lane),
    });
  });
}

/** On Monday mornings somebody looks through what lies in wrong folders, and finds a third of it; the rest waits for the next. */
function planSweep(world: World, trace: Trace, number: number): void {
  const { agenda, random } = world;
  let dayNumber = localDay(agenda.now()) + 2;
  while (weekday(dayNumber) !== 0) dayNumber += 1;
  agenda.plan(dayStart(dayNumber) + 10 * hour, () => {
    if (!isStill(trace, number) || !trace.isLost) return;
    if (!random.chance(0.35)) {
      planSweep(world, trace, number);
      return;
    }
    trace.isLost = false;
    // Nobody sits in an old chat any more: it is answered like a letter.
    standInLine(world, trace, number, trace.channel === 'chat' ? 'letter' : undefined);
  });
}

function planNudge(world: World, trace: Trace, number: number, nth = 0): void {
  const { agenda, random } = world;
  const patience = habits[trace.channel].patienceMs * random.logNormal(1.35 - 0.6 * trace.upset, 0.45) * (nth === 0 ? 1 : 0.75);
  agenda.plan(agenda.now() + patience, () => {
    if (!isStill(trace, number)) return;
    askAgain(world, trace, number, nth);
  });
}

/** Money that arrived, or an app that works again, ends some waits without us. */
function withdrawShare(trace: Trace): number {
  const { category } = trace.arrival;
  return category === 'deposit.late' || category.startsWith('app.') || category === 'account.2fa' ? 0.09 : 0.03;
}

function askAgain(world: World, trace: Trace, number: number, nth: number): void {
  const { agenda, random } = world;
  const now = agenda.now();
  if (random.chance(withdrawShare(trace))) {
    customerSays(trace, 'withdraw', now);
    trace.waitingSince = null;
    trace.waitNumber += 1;
    trace.isOver = true;
    trace.changes.push({ at: now + 1000, status: 'solved', by: 'customer' });
    return;
  }
  trace.upset = Math.min(1, trace.upset + 0.1);
  trace.nudges += 1;
  const writes = trace.channel === 'email' || trace.channel === 'web_form';
  if (writes && random.chance(0.16)) {
    writeSecondTicket(world, trace);
  } else if (writes && nth >= 1 && !trace.isComplaint && random.chance(0.06 + 0.16 * trace.upset)) {
    trace.isComplaint = true;
    customerSays(trace, 'formal-complaint', now);
  } else {
    customerSays(trace, 'nudge', now);
  }
  if (trace.isLost && random.chance(0.55)) {
    trace.isLost = false;
    standInLine(world, trace, number);
  }
  if (trace.channel !== 'twitter' && (nth >= 1 || trace.upset > 0.75) && random.chance(trace.channel === 'chat' ? 0.05 : 0.12))
    complainInPublic(world, trace);
  if (trace.channel === 'chat' && nth >= 1 && random.chance(0.6)) {
    // The window is closed; what was written stays as a letter that somebody has to answer.
    if (random.chance(0.9)) standInLine(world, trace, number, 'letter');
    return;
  }
  if (nth < 3) planNudge(world, trace, number, nth + 1);
}

/** The same matter again under a new number; the desk merges it into the first when it gets there. */
function writeSecondTicket(world: World, origin: Trace): void {
  const { agenda, random } = world;
  const now = agenda.now();
  const copy = newTrace(world, { ...origin.arrival, at: now, upset: origin.upset }, origin);
  customerSays(copy, 'duplicate', now);
  machineSays(copy, 'auto-ack', now + 25_000, 'system', 'auto_reply');
  copy.exclusion = 'merged_into';
  copy.isOver = true;
  copy.changes.push({ at: now + random.logNormal(4 * hour, 0.6), status: 'closed', by: 'agent' });
}

/** "Support does not reply", where everybody can read it. */
function complainInPublic(world: World, origin: Trace): void {
  const { agenda, random } = world;
  const { market } = origin.arrival;
  const open: readonly Channel[] =
    market.country === 'CN' ? ['forum', 'forum', 'app_store_review'] : ['twitter', 'twitter', 'forum', 'app_store_review'];
  const at = agenda.now() + random.logNormal(40 * minute, 0.8);
  agenda.plan(at, () => {
    const arrival = {
      ...origin.arrival,
      at: agenda.now(),
      channel: random.pick(open),
      category: 'support.no-reply' as const,
      upset: Math.min(1, origin.upset + 0.15),
    };
    const trace = newTrace(world, arrival, origin);
    trace.roundsLeft = Math.min(trace.roundsLeft, 2);
    customerSays(trace, 'public-complaint', agenda.now());
    if (trace.channel === 'app_store_review') trace.ratings.push({ value: random.chance(0.9) ? 1 : 2, scaleMax: 5, at: agenda.now() });
    openWait(world, trace);
  });
}

/** Callers hang up; some leave a message and are called back, the others were simply not answered. */
function planHangUp(world: World, trace: Trace, number: number): void {
  const { agenda, random } = world;
  agenda.plan(agenda.now() + Math.max(40_000, random.logNormal(habits.phone.patienceMs, 0.6)), () => {
    if (!isStill(trace, number)) return;
    for (const turn of trace.turns) if (turn.role === 'opener') turn.role = 'voicemail';
    trace.upset = Math.min(1, trace.upset + 0.1);
    trace.nudges += 1;
    const isDaytime = isWorkingHour(agenda.now(), world.closedDays, 8, 19.5);
    if (random.chance(isDaytime ? 0.72 : 0.3)) standInLine(world, trace, number, 'short');
  });
}

/** Timers of pending conversations: nobody wrote for days, so the system closes. */
export function planSilentClose(world: World, trace: Trace): void {
  const { agenda, random } = world;
  const number = trace.waitNumber;
  agenda.plan(agenda.now() + (3 + 4 * random.next()) * day, () => {
    if (trace.waitNumber !== number || trace.isOver) return;
    trace.isOver = true;
    trace.changes.push({ at: agenda.now(), status: 'closed', by: 'system' });
  });
}
